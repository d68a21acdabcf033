// A disk that its machine does not open: the page that takes its recovery key. The test is the
// appliance's image, which tries what is typed.
#include <csignal>
#include <fstream>

#include "platform/display/plain_letters.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

const std::string kKey = "bcdefghi-jklnrtuv-cbcbcbcb-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh";

/// A machine whose disk waits for its key.
struct LockedMachine {
  Device device{places()};
  std::filesystem::path folder = device.folder() / "machine";
  std::filesystem::path typed = folder / "kiosk" / "typed";

  LockedMachine() {
    std::filesystem::create_directories(typed.parent_path());
    std::ofstream(folder / "locked") << "";
  }
  [[nodiscard]] KioskStart start() const {
    return device.startFullScreen({"--machine", folder.string()});
  }
  /// Waits for what was typed, answers, and takes it away, as the image does.
  void answer(KioskProcess& kiosk, const std::string& word) const {
    std::string key;
    kiosk.waitFor("the key is given", [&](const Scene&) {
      std::ifstream(typed) >> key;
      return !key.empty();
    });
    std::ofstream(folder / "answer") << word;
    std::filesystem::remove(typed);
    CHECK(key == kKey);
  }
};

void type(KioskProcess& kiosk, std::string_view letters) {
  for (const char letter : letters) {
    kiosk.tap(std::string("key-") + static_cast<char>(letter - 'a' + 'A'));
  }
}

Feed::Predicate enables(const std::string& id) {
  return [id](const Scene& scene) {
    const Target* target = scene.find(id);
    return target != nullptr && target->enabled;
  };
}

}  // namespace

TEST_CASE("A locked disk asks for its key, says when it is wrong, and says when it opens",
          "[e2e]") {
  const LockedMachine machine;
  Display display({1280, 800});
  KioskProcess kiosk(display, machine.start());
  for (const std::string& text : kiosk.waitForScreen("locked").texts) {
    CHECK(platform::isPlain(text));
  }
  CHECK_FALSE(enables("open")(kiosk.scene()));
  std::string letters = kKey;
  std::erase(letters, '-');
  type(kiosk, "n");
  kiosk.tap("delete");
  type(kiosk, letters.substr(0, 63) + "u");
  kiosk.waitFor("a whole key", enables("open"));
  kiosk.tap("group-8");
  kiosk.waitFor("a group is empty", enables("key-H"));
  type(kiosk, letters.substr(56));
  kiosk.waitFor("a whole key", enables("open"));
  kiosk.tap("open");
  machine.answer(kiosk, "wrong\n");
  kiosk.waitFor("it is wrong", [](const Scene& scene) { return scene.mentions("DOES NOT OPEN"); });
  CHECK(kiosk.feed().everything().find("JKLNRTUV") == std::string::npos);
  kiosk.tap("open");
  machine.answer(kiosk, "opened\n");
  kiosk.waitFor("it opens", [](const Scene& scene) { return scene.mentions("STARTS ANEW"); });
  CHECK_FALSE(enables("open")(kiosk.scene()));
  CHECK_FALSE(std::filesystem::exists(machine.device.ledger()));
  kiosk.process().send(SIGTERM);
  CHECK(kiosk.process().waitFor(KioskProcess::kPatience) == 0);
}
