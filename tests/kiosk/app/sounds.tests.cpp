#include "kiosk/sounds.h"

#include <filesystem>

#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace hallpass;

namespace {

View showing(ScreenView screen) {
  View view;
  view.screen = std::move(screen);
  return view;
}

View wordTried(bool wrong) { return showing(ClassWordView{"", wrong}); }

View tried(int left) {
  DigitsView digits;
  digits.triesLeft = left;
  return showing(std::move(digits));
}

View told(Sign sign) {
  NoticeView notice;
  notice.screen = "told";
  notice.sign = sign;
  return showing(std::move(notice));
}

CodeView codeView() { return {"Azure Pass", "", Code("SAMPLE"), {}, {}, {}, {}, false, {}, false}; }

}  // namespace

TEST_CASE("a touch that counts is heard, and a screen that comes by itself is not") {
  SoundCues cues;
  CHECK_FALSE(cues.look(showing(AttractView{}), false));
  CHECK(cues.look(showing(FindView{}), true) == Sound::Tap);
  CHECK(cues.look(showing(FindView{"z", false, {}}), true) == Sound::Tap);
  CHECK_FALSE(cues.look(showing(FindView{"z", false, {}}), false));
  CHECK_FALSE(cues.look(showing(AttractView{}), false));
}

TEST_CASE("a code that comes is heard once, whoever brought it") {
  SoundCues cues;
  CHECK_FALSE(cues.look(showing(AttractView{}), false));
  CHECK(cues.look(showing(codeView()), true) == Sound::Done);
  CHECK_FALSE(cues.look(showing(codeView()), false));
  CHECK(cues.look(showing(CodeHiddenView{}), true) == Sound::Tap);
  CHECK(cues.look(showing(codeView()), false) == Sound::Done);
}

TEST_CASE("what was not taken is heard once for each try") {
  SoundCues cues;
  CHECK_FALSE(cues.look(wordTried(false), false));
  CHECK(cues.look(wordTried(true), true) == Sound::Error);
  CHECK_FALSE(cues.look(wordTried(true), false));
  CHECK(cues.look(wordTried(false), true) == Sound::Tap);
  CHECK(cues.look(wordTried(true), false) == Sound::Error);
  CHECK(cues.look(tried(2), true) == Sound::Error);
  CHECK(cues.look(tried(1), true) == Sound::Error);
}

TEST_CASE("a notice sounds as it is meant: good, bad, or neither") {
  SoundCues cues;
  CHECK_FALSE(cues.look(told(Sign::Good), false));
  CHECK_FALSE(cues.look(showing(AttractView{}), false));
  CHECK(cues.look(told(Sign::Good), false) == Sound::Done);
  CHECK(cues.look(told(Sign::Bad), false) == Sound::Error);
  CHECK_FALSE(cues.look(told(Sign::Attention), false));
}

TEST_CASE("every key of a pad sounds the same") {
  SoundCues cues;
  for (std::size_t typed = 0; typed < kPinDigits; ++typed) {
    PinView pin;
    pin.typed = typed;
    CHECK(cues.look(showing(pin), true) == Sound::Tap);
  }
}

TEST_CASE(
    "a sound that is asked for while another is to be heard is left out, and the next is not") {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "played.raw";
  tests::Bell ended;
  Sounds sounds("file:'" + file.string() + "',raw", [&] { ended.ring(); });
  sounds.play(Sound::Error);
  sounds.play(Sound::Tap);
  REQUIRE(ended.waitFor(1));
  const auto error = std::filesystem::file_size(file);
  CHECK(error > 0);
  sounds.play(Sound::Tap);
  REQUIRE(ended.waitFor(2));
  CHECK(std::filesystem::file_size(file) < error / 4);
}

TEST_CASE("a machine without sound is silent, each time") {
  tests::Bell ended;
  Sounds sounds("hw:31", [&] { ended.ring(); });
  sounds.play(Sound::Tap);
  REQUIRE(ended.waitFor(1));
  sounds.play(Sound::Done);
  CHECK(ended.waitFor(2));
}
