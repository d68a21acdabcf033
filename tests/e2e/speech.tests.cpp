// A visit that is heard, by real touches and keys, with a stand-in for the voice.
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <sstream>

#include "platform/os/file_watch.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/keysyms.h"
#include "tests/support/mock_mixer.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace tests;
using namespace tests::keysym;

/// The first letter of each word.
std::string initials(const std::string& said) {
  std::istringstream words(said);
  std::string all;
  for (std::string word; words >> word;) all += word.front();
  return all;
}

/// A program that the kiosk takes for espeak-ng: it writes down what it is to say. No
/// speech-dispatcher is found.
class Voice {
 public:
  Voice() : path_(std::getenv("PATH")) {
    const auto program = folder_.path() / "espeak-ng";
    std::ofstream(program) << "#!/bin/sh\ncat >>" << heardFile().string() << "\necho >>"
                           << heardFile().string() << "\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    ::setenv("PATH", (folder_.path().string() + ":" + path_).c_str(), 1);
    ::setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere", 1);
  }
  ~Voice() {
    ::setenv("PATH", path_.c_str(), 1);
    ::unsetenv("SPEECHD_ADDRESS");
  }
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;

  [[nodiscard]] std::string heard() const {
    std::ifstream stream(heardFile());
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  [[nodiscard]] bool says(const std::string& words) const {
    return heard().find(words) != std::string::npos;
  }
  /// Whether `code` was said letter by letter.
  [[nodiscard]] bool spells(const std::string& code) const {
    std::string letters;
    for (const char c : code) letters += c == '-' ? 'h' : c;  // "hyphen"
    return initials(heard()).find(letters) != std::string::npos;
  }
  /// Whether it comes to say that.
  [[nodiscard]] bool comesToSay(const std::string& words) const {
    return comesTo([&] { return says(words); });
  }
  [[nodiscard]] bool comesToSpell(const std::string& code) const {
    return comesTo([&] { return spells(code); });
  }

 private:
  [[nodiscard]] bool comesTo(const std::function<bool()>& what) const {
    Bell bell;
    const platform::FileWatch watch(folder_.path(), [&] { bell.ring(); });
    return bell.waitUntil(what);
  }
  [[nodiscard]] std::filesystem::path heardFile() const { return folder_.path() / "heard"; }

  TemporaryFolder folder_;
  std::string path_;
};

/// A kiosk at its invitation, its voice, and its socket for headphones.
struct HeardKiosk {
  Voice voice;
  MockMixer mixer{32, true};
  Device device{places()};
  Display display{{1280, 800}};
  std::optional<Stage> stage;

  HeardKiosk() {
    device.openSampleClass();
    stage.emplace(device, display);
    waitForInvitation(kiosk());
  }

  KioskProcess& kiosk() { return stage->kiosk; }
};

void beginByKey(HeardKiosk& heard) {
  heard.display.holdKey(kF1);
  CHECK(heard.voice.comesToSay("Speech is on."));
  heard.display.releaseKey(kF1);
}

}  // namespace

TEST_CASE("A visit is heard, its code when it is asked for, and nothing of it afterwards",
          "[e2e]") {
  HeardKiosk heard;
  const Voice& voice = heard.voice;
  Stage& stage = *heard.stage;
  CHECK(voice.heard().empty());
  beginByKey(heard);
  walkToLastCard(stage, "S70113");
  stage.kiosk.tapTo("agree-3", "digits");
  CHECK(voice.comesToSay("Choose four digits."));
  typeDigits(stage.kiosk);  // A touch ends what is being said.
  stage.kiosk.tapTo("take", "code");
  CHECK(voice.comesToSay("Press F1 to hear your code"));
  const std::string code = heard.device.claim("S70113").at("code");
  CHECK_FALSE(voice.spells(code));
  heard.display.pressKey(kF1);
  CHECK(voice.comesToSpell(code));
  CHECK_FALSE(voice.says(std::string(kDigits)));
  leave(stage.kiosk);
  wake(stage.kiosk);
  const std::string all = voice.heard();
  scanBadge(stage, "S70126");
  CHECK((voice.heard() == all));
  CHECK((stage.kiosk.log().find(code) == std::string::npos));
}

TEST_CASE("A headset spells the code by itself, darkens the screen on wish, and ends with its plug",
          "[e2e]") {
  HeardKiosk heard;
  const Voice& voice = heard.voice;
  Stage& stage = *heard.stage;
  heard.mixer.plug(true);
  CHECK(voice.comesToSay("Speech is on."));
  takeCode(stage, "S70113");
  CHECK(voice.comesToSpell(heard.device.claim("S70113").at("code")));
  heard.display.pressKey(kF6);
  CHECK(voice.comesToSay("The screen is dark."));
  const Image dark = heard.display.screenshot();
  CHECK(dark.countOther({0, 0, 1280, 700}, kBlack) == 0);
  heard.display.tap(stage.kiosk.scene().find("hide")->rect.centre());
  CHECK(voice.comesToSay("The screen is lit again."));
  CHECK(stage.kiosk.scene().screen == "code");
  CHECK(heard.display.screenshot().countOther({0, 0, 1280, 700}, kBlack) > 1000);
  heard.mixer.plug(false);
  leave(stage.kiosk);
  const std::string all = voice.heard();
  wake(stage.kiosk);
  CHECK((voice.heard() == all));
}
