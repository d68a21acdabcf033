#include "platform/os/wishes.h"

#include <string>

#include "tests/support/catch.h"

using platform::Wishes;

namespace {

/// In the order in which they are heard: texts, tones and "silence".
std::string heard(Wishes& wishes) {
  std::string all;
  while (!wishes.empty()) {
    const Wishes::Wish wish = wishes.next();
    if (!all.empty()) all += ' ';
    all += wish.saying ? wish.saying->text
                       : (wish.hertz != 0 ? std::to_string(wish.hertz) : "silence");
  }
  return all;
}

}  // namespace

TEST_CASE("the newest text is said, after all tones") {
  Wishes wishes;
  wishes.say({"one"});
  wishes.tone(440);
  wishes.say({"two"});
  wishes.say({"three"});
  wishes.tone(880);
  wishes.say({"four"});
  CHECK(heard(wishes) == "440 880 four");
}

TEST_CASE("tones that come faster than they sound are no more than eight, and lose no text") {
  Wishes wishes;
  for (int key = 1; key <= 20; ++key) wishes.tone(key);
  wishes.say({"one"});
  CHECK(heard(wishes) == "1 2 3 4 5 6 7 8 one");
}

TEST_CASE("silence is never lost, and nothing from before it is heard") {
  Wishes wishes;
  wishes.say({"one"});
  for (int key = 1; key <= 20; ++key) wishes.tone(key);
  wishes.hush();
  CHECK(heard(wishes) == "silence");
  wishes.hush();
  wishes.say({"two"});
  for (int key = 1; key <= 20; ++key) wishes.tone(key);
  wishes.say({"three"});
  CHECK(heard(wishes) == "silence 1 2 3 4 5 6 7 8 three");
}
