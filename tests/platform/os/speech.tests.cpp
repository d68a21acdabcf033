#include "platform/os/speech.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/platform/os/voices.h"

using tests::DeafDispatcher;
using tests::Dispatcher;
using tests::ends;
using tests::lives;
using tests::Recorder;
using tests::StandIn;

TEST_CASE("espeak-ng says a text, and slower speech takes longer") {
  const auto length = [](int speed) {
    Recorder recorder;
    platform::Speech speech(recorder.espeak());
    speech.say({"Take your code.", "en", speed, 100});
    const auto sound = recorder.whole();
    REQUIRE_FALSE(sound.empty());
    CHECK(*std::max_element(sound.begin(), sound.end()) > 2000);
    return sound.size();
  };
  CHECK(length(-100) > 2 * length(100));
}

TEST_CASE("a text reaches the voice by its input alone, never as a word of a command") {
  StandIn standIn;
  platform::Speech speech(standIn.places());
  speech.say({"K7SE", "sv", 0, 50});
  (void)standIn.speaker(1);
  CHECK(standIn.heard() == "K7SE");
  CHECK(standIn.words() == "-v sv -s 175 -a 50 -b 1 --stdin\n");
}

TEST_CASE("a new text breaks off the one before, and the end of speech breaks off the last") {
  StandIn standIn;
  platform::Speech speech(standIn.places());
  speech.say({"one"});
  const pid_t first = standIn.speaker(1);
  CHECK(lives(first));
  speech.say({"two"});
  const pid_t second = standIn.speaker(2);
  CHECK(ends(first));
  CHECK(lives(second));
  speech.hush();
  CHECK(ends(second));
}

TEST_CASE("speech that goes out of scope leaves no voice behind") {
  StandIn standIn;
  pid_t speaker = -1;
  {
    platform::Speech speech(standIn.places());
    speech.say({"one"});
    speaker = standIn.speaker(1);
  }
  CHECK_FALSE(lives(speaker));
}

TEST_CASE("a machine without a voice stays silent, and says so once") {
  std::atomic<int> told = 0;
  {
    tests::Bell bell;
    Recorder recorder;  // Before the speech, whose thread reads the environment that this sets.
    platform::Speech speech({false, "no-such-voice", "default"}, [&] {
      ++told;
      bell.ring();
    });
    speech.say({"one"});
    REQUIRE(bell.waitFor(1));
    speech.say({"two"});
    // Tones keep their order with texts: the second text was tried when this one has sounded.
    speech.tone(440);
    (void)recorder.samples(1);
  }
  CHECK(told == 1);
}

TEST_CASE("speech-dispatcher says a text in its language, and writes it into no log") {
  Dispatcher dispatcher;
  platform::Speech speech({true, "no-such-voice", "default"});
  speech.say({"it's K7SE; $HOME `x`", "en"});
  CHECK(dispatcher.says("en|it's K7SE; $HOME `x`\n"));
  speech.say({"Nimm deinen Code", "de"});
  CHECK(dispatcher.says("de|Nimm deinen Code\n"));
  CHECK_FALSE(dispatcher.log().empty());
  CHECK(dispatcher.log().find("K7SE") == std::string::npos);
}

TEST_CASE("a dispatcher that never answers is given up, and espeak-ng speaks in its place") {
  const DeafDispatcher deaf;
  StandIn standIn;
  platform::Speech speech({true, standIn.places().espeak, "default"});
  speech.say({"one"});
  (void)standIn.speaker(1);
  CHECK(standIn.heard() == "one");
}

TEST_CASE("the end of speech does not wait for a dispatcher that never answers") {
  const DeafDispatcher deaf;
  StandIn standIn;
  auto speech = std::make_unique<platform::Speech>(
      platform::SpeechPlaces{true, standIn.places().espeak, "default"});
  speech->say({"one"});
  REQUIRE(deaf.isAsked());
  const auto begun = std::chrono::steady_clock::now();
  speech.reset();
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(4));
}

TEST_CASE("a dispatcher that stops answering is given up until the next visit") {
  Dispatcher dispatcher;
  StandIn standIn;
  platform::Speech speech({true, standIn.places().espeak, "default"});
  speech.say({"one"});
  REQUIRE(dispatcher.says("en|one\n"));
  CHECK(standIn.heard().empty());  // What answers is asked alone.
  dispatcher.stop();
  speech.say({"two"});
  const pid_t speaker = standIn.speaker(1);
  CHECK(standIn.heard() == "two");
  dispatcher.goOn();
  speech.hush();
  speech.say({"three"});
  CHECK(dispatcher.says("en|three\n"));
  CHECK(ends(speaker));
  CHECK(dispatcher.said().find("two") == std::string::npos);
}

TEST_CASE("what a visit was told cannot be asked of the dispatcher by the next one") {
  Dispatcher dispatcher;
  platform::Speech speech({true, "no-such-voice", "default"});
  speech.say({"K7SE", "en"});
  REQUIRE(dispatcher.says("en|K7SE\n"));
  const std::string ask =
      "HISTORY GET CLIENT_MESSAGES 1 0 9\r\nHISTORY GET LAST\r\nHISTORY SAY 1\r\nRESUME ALL\r\n"
      "SET 1 RATE 10\r\nQUIT\r\n";
  // Who is connected can be told so.
  const std::string during = dispatcher.answerTo(ask);
  CHECK(during.find("203 OK") != std::string::npos);
  speech.hush();
  speech.say({"next", "en"});
  REQUIRE(dispatcher.says("en|next\n"));
  const std::string after = dispatcher.answerTo(ask);
  CHECK(after.find("203 OK") == std::string::npos);
  CHECK(after.find("406 ERR ID DOESNT EXIST") != std::string::npos);
  CHECK((during + after).find("K7SE") == std::string::npos);
  CHECK(dispatcher.said() == "en|K7SE\nen|next\n");
}

TEST_CASE("each key is one short tone") {
  constexpr std::size_t kLength = 3840;
  Recorder recorder;
  platform::Speech speech({false, "no-such-voice", "default"});
  for (int key = 0; key < 3; ++key) speech.tone(880);
  const auto sound = recorder.samples(3 * kLength);
  CHECK(sound.size() == 3 * kLength);
  int rises = 0;
  for (std::size_t at = 1; at < kLength; ++at) {
    rises += sound[at - 1] <= 0 && sound[at] > 0 ? 1 : 0;
  }
  CHECK(std::abs(rises - 70) <= 2);
}
