#include "kiosk/ui/text_lines.h"

#include <imgui.h>

#include <algorithm>

#include "kiosk/ui/fonts.h"
#include "platform/base/text.h"
#include "platform/display/visual_order.h"
#include "tests/support/catch.h"

using hallpass::LineShape;
using hallpass::TextLines;

namespace {

const std::string kJapanese = "コードは一度だけ使えます。「次へ」を押してください。";
const std::string kHebrew = "שלום עולם גדול ויפה";

/// Breaks texts of the body's size.
class Setter {
 public:
  Setter() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    fonts_.require(hallpass::Metrics(1280, 800, 3.78),
                   platform::toCodePoints(kJapanese + kHebrew + "ÄÖ́"));
  }
  ~Setter() { ImGui::DestroyContext(); }
  Setter(const Setter&) = delete;
  Setter& operator=(const Setter&) = delete;

  [[nodiscard]] TextLines lines(const std::string& text, float width) const {
    return hallpass::breakLines(font(), font().FontSize, text, {width});
  }
  [[nodiscard]] std::vector<std::string> texts(const std::string& text, float width,
                                               LineShape shape = LineShape::Full) const {
    std::vector<std::string> all;
    const auto broken = hallpass::breakLines(font(), font().FontSize, text, {width, false, shape});
    for (const auto& line : broken.lines) all.push_back(line.text);
    return all;
  }
  [[nodiscard]] float widthOf(const std::string& text) const {
    return lines(text, 1e9F).lines.at(0).width;
  }
  [[nodiscard]] const ImFont& font() const {
    return *fonts_.get(hallpass::Face::Regular, hallpass::TextSize::Body);
  }

 private:
  hallpass::Fonts fonts_;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a text is broken between words, and no line begins or ends with a space") {
  const Setter setter;
  const float width = setter.widthOf("Close all windows");
  CHECK(setter.texts("Close all windows of the browser first. ", width) ==
        Texts{"Close all windows", "of the browser", "first."});
}

TEST_CASE("the lines of a headline are about equally long, and no more than they need be") {
  const Setter setter;
  const std::string text = "8 of 18 students still need one; 12 codes: enough.";
  const float width = setter.widthOf("8 of 18 students still need one; 12 codes:");
  CHECK(setter.texts(text, width) ==
        Texts{"8 of 18 students still need one; 12 codes:", "enough."});
  CHECK(setter.texts(text, width, LineShape::Even) ==
        Texts{"8 of 18 students still need", "one; 12 codes: enough."});
  CHECK(setter.texts("enough.", width, LineShape::Even) == Texts{"enough."});
}

TEST_CASE("no short word is left alone on the last line, and what is not lost stays") {
  const Setter setter;
  const std::string text = "Close all windows of the browser first. Then open one";
  const float width = setter.widthOf("Close all windows of the browser first. Then open");
  CHECK(setter.texts(text, width) ==
        Texts{"Close all windows of the browser first. Then open", "one"});
  const auto paged = setter.texts(text, width, LineShape::Paged);
  CHECK(paged == Texts{"Close all windows of the browser first.", "Then open one"});
  const float half = setter.widthOf("Close all windows of the browser");
  CHECK(setter.texts(text, half, LineShape::Paged) == setter.texts(text, half));
}

TEST_CASE("a word that is wider than the lines is told, in every shape") {
  const Setter setter;
  const float width = setter.widthOf("Gutsch");
  for (const LineShape shape : {LineShape::Full, LineShape::Paged, LineShape::Even}) {
    const auto lines = hallpass::breakLines(setter.font(), setter.font().FontSize, "Ein Gutschein",
                                            {width, false, shape});
    CHECK(lines.breaksWord);
    CHECK(lines.lines.size() == 3);
  }
  CHECK_FALSE(setter.lines("Ein Gutschein", setter.widthOf("Gutschein")).breaksWord);
}

TEST_CASE("a line ends where the text says so, and an empty line stays") {
  const Setter setter;
  CHECK(setter.texts("one\n\ntwo\n", 1000) == Texts{"one", "", "two"});
  CHECK(setter.texts("", 1000).empty());
}

TEST_CASE("a number and its unit with a space that does not break stay together") {
  const Setter setter;
  const float width = setter.widthOf("It takes up to 5");
  CHECK(setter.texts("It takes up to 5\u00A0minutes", width) ==
        Texts{"It takes up to", "5\u00A0minutes"});
}

TEST_CASE("a single letter and what its hyphen ties to it stay together") {
  const Setter setter;
  const std::string text = "Nie Ihre Schul-E-Mail";
  CHECK(setter.texts(text, setter.widthOf("Nie Ihre Schul-E-")) ==
        Texts{"Nie Ihre Schul-", "E-Mail"});
}

TEST_CASE("Japanese is broken between characters, never before a full stop or a closing bracket") {
  const Setter setter;
  for (float width = setter.font().FontSize * 3; width < 400; width += 7) {
    INFO(width);
    const TextLines lines = setter.lines(kJapanese, width);
    CHECK(lines.lines.size() > 1);
    std::string all;
    for (const auto& line : lines.lines) {
      CHECK(line.width <= width + 1);
      CHECK_FALSE(line.text.starts_with("。"));
      CHECK_FALSE(line.text.starts_with("」"));
      CHECK_FALSE(line.text.ends_with("「"));
      all += line.text;
    }
    CHECK(all == kJapanese);
  }
}

TEST_CASE("a word wider than the line is broken between characters, an accent with its letter") {
  const Setter setter;
  for (const float width : {1.0F, 30.0F, 45.0F, 61.0F}) {
    INFO(width);
    std::string all;
    for (const std::string& line : setter.texts("ÄÄÖO\u0301ÄÖÄÖÄÖÄÖÄÖ", width)) {
      CHECK_FALSE(line.empty());
      CHECK((static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U);
      CHECK_FALSE(line.starts_with("\u0301"));
      all += line;
    }
    CHECK(all == "ÄÄÖO\u0301ÄÖÄÖÄÖÄÖÄÖ");
  }
}

TEST_CASE("right-to-left lines are broken as they are read and drawn as they look") {
  const Setter setter;
  const TextLines lines = setter.lines(kHebrew, setter.widthOf("שלום עולם"));
  REQUIRE(lines.lines.size() == 2);
  CHECK(lines.lines[0].source == "שלום עולם");
  CHECK(lines.lines[0].text == platform::visualOrder("שלום עולם"));
  CHECK(lines.lines[1].source == "גדול ויפה");
}

TEST_CASE("what is cut off shows as an ellipsis at the end that is read last") {
  const Setter setter;
  const float height = setter.font().FontSize * 1.3F;
  const auto cut = [&](const std::string& text, float width) {
    return hallpass::clip(setter.font(), setter.lines(text, 1e9F), {0, 0, width, height})
        .lines.at(0);
  };
  CHECK(cut("Aino Virtanen", setter.widthOf("Aino Vi…")).text == "Aino Vi…");
  CHECK(cut(kHebrew, setter.widthOf("שלום עו…")).text == platform::visualOrder("שלום עו…"));
  CHECK(hallpass::clip(setter.font(), setter.lines("one two three", setter.widthOf("three")),
                       {0, 0, 200, height})
            .lines.at(0)
            .text == "one…");
}
