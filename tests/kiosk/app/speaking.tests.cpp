#include "kiosk/speaking.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "platform/display/window.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

using namespace hallpass;
using namespace std::chrono_literals;

namespace {

View viewOf(ScreenView screen) {
  View view;
  view.screen = std::move(screen);
  return view;
}

const View kAtRest = viewOf(AttractView{});
const View kFinding = viewOf(FindView{});

/// A kiosk that speaks, as far as its ears and its mouth go.
struct Listener {
  tests::ManualClock clock;
  std::vector<platform::Saying> said;
  std::vector<int> tones;
  int hushed = 0;
  Speaking speaking{{[this](platform::Saying saying) { said.push_back(std::move(saying)); },
                     [this](int hertz) { tones.push_back(hertz); }, [this] { ++hushed; }},
                    clock,
                    60s};

  void holdF1(const View& view, bool atDesk = false) {
    CHECK(speaking.take({&platform::kF1Key, 1}).empty());
    clock.pass(Speaking::kHold);
    speaking.look(view, atDesk);
    CHECK(speaking.take({&platform::kF1UpKey, 1}).empty());
  }
  void press(char32_t key) { CHECK(speaking.take({&key, 1}).empty()); }

  /// What is said of a pad on which the keys point at `id`.
  std::string pointAt(const std::string& id) {
    Description now(Description::Secrets::Hidden);
    now.begin("pin", 1280, 800);
    now.addText("Type your PIN", {}, true);
    now.addTarget({id, id.substr(id.find('-') + 1), "key", {}, true, false});
    now.setFocus(id);
    const std::size_t before = said.size();
    speaking.stands(now);
    return said.size() == before ? std::string() : said.back().text;
  }

  /// What is said of a screen with that name, text and code; "" = nothing.
  std::string hear(const std::string& screen, const std::string& text,
                   const std::string& code = "") {
    Description now(Description::Secrets::Hidden);
    now.begin(screen, 1280, 800);
    now.addText(text, {});
    if (!code.empty()) now.addSecretText(code, {});
    const std::size_t before = said.size();
    speaking.stands(now);
    return said.size() == before ? std::string() : said.back().text;
  }
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("F1 that is held for a second begins speech, and ends it") {
  Listener listener;
  CHECK(listener.hear("attract", "Welcome").empty());
  listener.press(platform::kF1Key);
  CHECK(listener.speaking.deadline() == listener.clock.boot + Speaking::kHold);
  listener.clock.pass(Speaking::kHold - 1ms);
  listener.speaking.look(kAtRest, false);
  CHECK_FALSE(listener.speaking.on());
  listener.clock.pass(1ms);
  listener.speaking.look(kAtRest, false);
  REQUIRE(listener.speaking.on());
  listener.press(platform::kF1UpKey);
  const std::string first = listener.hear("attract", "Welcome");
  CHECK(has(first, "Speech is on."));
  CHECK(has(first, "Welcome."));
  listener.holdF1(kAtRest);
  CHECK_FALSE(listener.speaking.on());
  CHECK(listener.hushed == 1);
  CHECK_FALSE(listener.speaking.deadline());
}

TEST_CASE("F1 that is pressed for a moment begins nothing, and says the screen again") {
  Listener listener;
  const auto tapF1 = [&] {
    listener.press(platform::kF1Key);
    listener.clock.pass(200ms);
    listener.press(platform::kF1UpKey);
    listener.clock.pass(2s);
    listener.speaking.look(kFinding, false);
  };
  tapF1();
  CHECK_FALSE(listener.speaking.on());
  listener.holdF1(kFinding);
  (void)listener.hear("find", "Who are you?");
  CHECK(listener.hear("find", "Who are you?").empty());
  tapF1();
  CHECK(listener.hear("find", "Who are you?") == "Who are you?");
}

TEST_CASE("other keys go on to the screen") {
  Listener listener;
  const std::u32string typed{U'a', platform::kF3Key, platform::kEnterKey, platform::kMenuKey};
  CHECK(listener.speaking.take(typed) ==
        std::u32string{U'a', platform::kEnterKey, platform::kMenuKey});
}

TEST_CASE("a headset begins speech with its plug, and ends it at once when it is taken out") {
  Listener listener;
  listener.speaking.plug(false);
  listener.speaking.plug(true);
  CHECK(listener.speaking.on());
  CHECK(has(listener.hear("code", "Azure Pass", "K7"), "Kilo, 7."));
  listener.speaking.plug(false);
  CHECK_FALSE(listener.speaking.on());
  CHECK(listener.hushed == 1);
}

TEST_CASE("what is plugged in from the start begins nothing, and no code is spelt into it") {
  Listener listener;
  listener.speaking.plug(true);
  CHECK_FALSE(listener.speaking.on());
  listener.holdF1(kFinding);
  CHECK_FALSE(has(listener.hear("code", "Azure Pass", "K7"), "Kilo"));
}

TEST_CASE(
    "what is plugged in when the sound card comes is as if it had been there from the start") {
  Listener listener;
  listener.speaking.plug(std::nullopt);
  listener.holdF1(kFinding);
  listener.speaking.plug(GENERATE(false, true));
  CHECK(listener.speaking.on());
  CHECK_FALSE(has(listener.hear("code", "Azure Pass", "K7"), "Kilo"));
  listener.speaking.plug(false);
  listener.speaking.plug(true);
  CHECK(has(listener.hear("other", "Azure Pass", "K7"), "Kilo"));
  // The card is gone, and what was plugged into it.
  listener.speaking.plug(std::nullopt);
  CHECK_FALSE(listener.speaking.on());
}

TEST_CASE("speech that a student began ends at the door of the desk, and the call is seen") {
  Listener listener;
  listener.holdF1(kFinding);
  listener.press(platform::kF6Key);
  CHECK(listener.speaking.dark());
  View calling;
  calling.screen = CallView{};
  listener.speaking.look(calling, false);
  CHECK_FALSE(listener.speaking.dark());
  CHECK(listener.speaking.on());
  View door;
  door.screen = PinView{};
  listener.speaking.look(door, true);
  CHECK_FALSE(listener.speaking.on());
}

TEST_CASE(
    "speech that was begun at the desk goes on from page to page, also where one stands alone") {
  Listener listener;
  View notice;
  notice.screen = NoticeView{};
  listener.speaking.look(viewOf(PinView{}), true);
  listener.holdF1(notice, true);
  REQUIRE(listener.speaking.on());
  listener.speaking.look(viewOf(PinView{}), true);
  listener.speaking.look(notice, true);
  CHECK(listener.speaking.on());
  listener.speaking.look(kAtRest, false);
  CHECK_FALSE(listener.speaking.on());
}

TEST_CASE("without a headset a code is said when it is asked for, and not before") {
  Listener listener;
  listener.holdF1(kFinding);
  CHECK_FALSE(has(listener.hear("code", "Azure Pass", "K7"), "Kilo"));
  listener.press(platform::kF1Key);
  listener.press(platform::kF1UpKey);
  CHECK(has(listener.hear("code", "Azure Pass", "K7"), "Kilo, 7."));
}

TEST_CASE("speed and loudness are set by keys as far as they go, and said") {
  Listener listener;
  listener.press(platform::kF3Key);
  listener.holdF1(kFinding);
  (void)listener.hear("find", "Who are you?");
  CHECK(listener.said.back().speed == 0);
  for (int i = 0; i < 9; ++i) listener.press(platform::kF3Key);
  CHECK(listener.hear("find", "Who are you?") == "Faster");
  CHECK(listener.said.back().speed == 100);
  for (int i = 0; i < 19; ++i) listener.press(platform::kF4Key);
  CHECK(listener.hear("find", "Who are you?") == "Quieter");
  CHECK(listener.said.back().loudness == 20);
}

TEST_CASE("a visit's end resets all of it, and ends speech where no headset is plugged in") {
  const bool plugged = GENERATE(false, true);
  Listener listener;
  listener.speaking.plug(false);
  if (plugged) listener.speaking.plug(true);
  if (!plugged) listener.holdF1(kAtRest);
  listener.speaking.look(kFinding, false);
  listener.press(platform::kF2Key);
  listener.press(platform::kF6Key);
  CHECK(listener.speaking.dark());
  (void)listener.hear("find", "Who are you?");
  CHECK(listener.said.back().speed < 0);
  listener.speaking.look(kAtRest, false);
  CHECK_FALSE(listener.speaking.dark());
  CHECK(listener.speaking.on() == plugged);
  CHECK(listener.hushed == 1);  // The voice keeps nothing of it.
  if (!plugged) return;
  (void)listener.hear("attract", "Welcome");
  CHECK(listener.said.back().speed == 0);
}

TEST_CASE("speech that nobody uses ends on the attract screen, not in a visit") {
  Listener listener;
  listener.speaking.plug(false);
  listener.speaking.plug(true);
  listener.speaking.look(kFinding, false);
  listener.clock.pass(10min);
  listener.speaking.look(kFinding, false);
  CHECK(listener.speaking.on());
  (void)listener.speaking.take(U"a");
  listener.speaking.look(kAtRest, false);
  REQUIRE(listener.speaking.on());
  CHECK(listener.speaking.deadline() == listener.clock.boot + 60s);
  listener.clock.pass(60s);
  listener.speaking.look(kAtRest, false);
  CHECK_FALSE(listener.speaking.on());
}

TEST_CASE("a digit of a PIN or of a student's own is a tone, the same for each, and no word") {
  const View view = GENERATE(viewOf(PinView{}), viewOf(DigitsView{}));
  Listener listener;
  listener.speaking.typed({Intent::Act::Type, "7"}, view);
  CHECK(listener.tones.empty());
  listener.holdF1(view);
  for (const char* digit : {"7", "1"}) listener.speaking.typed({Intent::Act::Type, digit}, view);
  listener.speaking.typed({Intent::Act::Erase, {}}, view);
  REQUIRE(listener.tones.size() == 3);
  CHECK(listener.tones[0] == listener.tones[1]);
  CHECK(listener.tones[2] != listener.tones[0]);
  listener.speaking.typed({Intent::Act::Type, "a"}, kFinding);
  CHECK(listener.tones.size() == 3);
}

TEST_CASE("a digit that the keys point at is a tone, the same for each, unless a headset is in") {
  const bool plugged = GENERATE(false, true);
  Listener listener;
  listener.speaking.plug(false);
  if (plugged) listener.speaking.plug(true);
  if (!plugged) listener.holdF1(kFinding);
  CHECK(has(listener.pointAt("pin-7"), "7") == plugged);
  CHECK(has(listener.pointAt("pin-1"), "1") == plugged);
  (void)listener.pointAt("pin-1");
  CHECK(listener.tones.size() == (plugged ? 0U : 2U));
  CHECK(std::set<int>(listener.tones.begin(), listener.tones.end()).size() <= 1);
  CHECK(has(listener.pointAt("pin-erase"), "erase"));
  listener.press(platform::kF1Key);
  listener.press(platform::kF1UpKey);
  CHECK(has(listener.pointAt("pin-7"), "7") == plugged);
}

TEST_CASE("a touch lights the screen that was darkened, and says so") {
  Listener listener;
  listener.holdF1(kFinding);
  (void)listener.hear("find", "Who are you?");
  listener.speaking.light();
  CHECK(listener.hear("find", "Who are you?").empty());
  listener.press(platform::kF6Key);
  CHECK(listener.hear("find", "Who are you?") == "The screen is dark.");
  CHECK(listener.speaking.dark());
  listener.speaking.light();
  CHECK_FALSE(listener.speaking.dark());
  CHECK(listener.hear("find", "Who are you?") == "The screen is lit again.");
}
