// The description feed: any line as its reader takes it, and a screen of any texts as it is told.
#include "kiosk/ui/description.h"
#include "platform/base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/scene.h"

namespace tests {
namespace {

constexpr std::string_view kSecretText = "the code of one student";

void checkReader(std::string_view bytes) {
  try {
    const Scene scene = parseScene(std::string(bytes));
    (void)scene.summary();
  } catch (const std::exception&) {
    // What the feed does not promise is refused by its reader, which is a test's end.
  }
}

hallpass::Rect rectAt(std::size_t number) {
  const auto side = static_cast<float>(number);
  return {side, side * 7, side / 3, 40};
}

/// Fills a screen with the pieces of `bytes`; each begins with what it is.
std::vector<std::string> describe(hallpass::Description& screen, std::string_view bytes) {
  std::vector<std::string> texts;
  while (!bytes.empty()) {
    std::string_view piece = takePiece(bytes, "|");
    const std::size_t kind = takeNumber(piece);
    const std::string text(piece);
    switch (kind % 4) {
      case 0:
        screen.addText(text, rectAt(kind));
        texts.push_back(text);
        break;
      case 1:
        screen.addTarget({"id" + text, text, "button", rectAt(kind), kind > 100});
        break;
      case 2:
        screen.addSecretText(std::string(kSecretText) + text, rectAt(kind));
        texts.emplace_back("(hidden)");
        break;
      default:
        screen.addQr(text, rectAt(kind), kSecretText);
        screen.setFocus(text);
    }
  }
  return texts;
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  checkReader(bytes);
  hallpass::Description screen(hallpass::Description::Secrets::Hidden);
  screen.begin("fuzzed", 1920, 1080);
  const std::vector<std::string> texts = describe(screen, bytes);
  const std::string line = screen.toJson(1);
  must(line.find('\n') == std::string::npos, "a screen is one line");
  must(platform::isUtf8(line), "a line is UTF-8");
  const Scene scene = parseScene(line);
  must(scene.texts.size() == texts.size() && scene.textRects.size() == texts.size(),
       "each text has its place");
  for (std::size_t at = 0; at < texts.size(); ++at) {
    if (platform::isUtf8(texts[at])) must(scene.texts[at] == texts[at], "a text is told as it is");
  }
  must(scene.targets.size() == screen.targets().size(), "each target is told");
  if (bytes.find(kSecretText) == std::string_view::npos) {
    must(line.find(kSecretText) == std::string::npos, "no secret is told");
  }
}

}  // namespace tests
