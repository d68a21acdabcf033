#include "kiosk/domain/lock.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "platform/base/text.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

using namespace std::chrono_literals;

std::string running(char first, int step) {
  std::string pin;
  for (std::size_t i = 0; i < kPinDigits; ++i) {
    pin += static_cast<char>('0' + (first - '0' + static_cast<int>(i) * step + 60) % 10);
  }
  return pin;
}

std::string numbered(int number) {
  const std::string digits = std::to_string(number);
  return std::string(kPinDigits - digits.size(), '0') + digits;
}

}  // namespace

TEST_CASE("each lock has the name that the ledger stores") {
  std::set<std::string_view> names;
  for (const Lock lock : kLocks) names.insert(name(lock));
  CHECK(names == std::set<std::string_view>{"instructor", "staff", "recovery"});
}

TEST_CASE("a PIN without a pattern is taken") {
  for (const std::string_view pin : {"480273", "905114", "038561", "770219"}) {
    INFO(pin);
    CHECK(pinMistake(pin).empty());
  }
}

TEST_CASE("a PIN has six digits and nothing else") {
  for (const std::string_view pin :
       {"", "48027", "4802731", "48027a", "48 273", "48027-", "+48027", "４８０２７３", "۴۸۰۲۷۳"}) {
    INFO(pin);
    CHECK(pinMistake(pin).find("6 digits") != std::string::npos);
  }
}

TEST_CASE("a PIN of one digit or of a repeated group is weak") {
  for (char digit = '0'; digit <= '9'; ++digit) {
    CHECK_FALSE(pinMistake(std::string(kPinDigits, digit)).empty());
  }
  for (const std::string_view pin : {"121212", "909090", "123123", "480480"}) {
    INFO(pin);
    CHECK_FALSE(pinMistake(pin).empty());
  }
}

TEST_CASE("a PIN that runs up or down is weak, wherever it begins") {
  for (char first = '0'; first <= '9'; ++first) {
    INFO(first);
    CHECK_FALSE(pinMistake(running(first, 1)).empty());
    CHECK_FALSE(pinMistake(running(first, -1)).empty());
  }
  CHECK(pinMistake("135791").empty());
}

TEST_CASE("the most common PINs are weak") {
  for (const std::string_view pin :
       {"159753", "147258", "112233", "789456", "123321", "456123", "246810",
        "142536", "102030", "741852", "963852", "123654", "998877", "159357",
        "135790", "314159", "456654", "778899", "192837", "332211"}) {
    INFO(pin);
    CHECK_FALSE(pinMistake(pin).empty());
  }
}

TEST_CASE("what is wrong with a PIN is a whole sentence, says what to do, and never names it") {
  for (const std::string_view pin : {"1234567", "111111", "121212", "123456", "159753"}) {
    const std::string mistake = pinMistake(pin);
    CHECK(mistake.back() == '.');
    CHECK(mistake.find(". ") != std::string::npos);
    CHECK(mistake.find(pin) == std::string::npos);
  }
}

TEST_CASE("few of all PINs are refused, and all tries together hardly ever guess a random one") {
  int refused = 0;
  for (int number = 0; number < 1'000'000; ++number) {
    if (!pinMistake(numbered(number)).empty()) ++refused;
  }
  // 10 of one digit, 90 of two, 990 of three; 20 runs; the list.
  CHECK(refused >= 10 + 90 + 990 + 20 + 20);
  CHECK(refused < 1'200);
  const double chance = static_cast<double>(kMostTries) / (1'000'000 - refused);
  std::printf("a random PIN: %d of a million are refused; all %d tries guess it with %.3g\n",
              refused, kMostTries, chance);
  CHECK(chance < 5.05e-5);
}

TEST_CASE("a recovery word has four groups of four characters that are not taken for others") {
  for (int i = 0; i < 200; ++i) {
    const std::string word = newRecoveryWord();
    REQUIRE(word.size() == 19);
    for (std::size_t place = 0; place < word.size(); ++place) {
      if (place % 5 == 4) {
        CHECK(word[place] == '-');
      } else {
        CHECK(std::string_view("01BIOSZ-").find(word[place]) == std::string_view::npos);
      }
    }
  }
}

TEST_CASE("no two recovery words are the same") {
  std::set<std::string> words;
  for (int i = 0; i < 1'000; ++i) words.insert(newRecoveryWord());
  CHECK(words.size() == 1'000);
}

TEST_CASE("a recovery word is the same however it is typed") {
  const std::string key = recoveryKey("K7QM-X2RD-94HT-WPEC");
  CHECK(key == "K7QMX2RD94HTWPEC");
  CHECK(recoveryKey("k7qmx2rd94htwpec") == key);
  CHECK(recoveryKey(" k7qm x2rd\t94ht - wpec\n") == key);
  CHECK(recoveryKey("K7QM-X2RD-94HT-WPEX") != key);
}

TEST_CASE("five tries are free, then the waits grow to an hour and stay there") {
  for (int failures = -1; failures <= 4; ++failures) CHECK(waitAfter(failures) == 0ms);
  CHECK(waitAfter(5) == 30s);
  CHECK(waitAfter(6) == 1min);
  CHECK(waitAfter(7) == 5min);
  CHECK(waitAfter(8) == 15min);
  for (int failures = 9; failures <= 1'000; ++failures) CHECK(waitAfter(failures) == 1h);
}

TEST_CASE("whoever guesses all day has a handful of tries") {
  int failures = 0;
  std::chrono::milliseconds spent{0};
  while (spent <= 8h) spent += waitAfter(++failures);
  CHECK(failures <= 16);
}

TEST_CASE("a lock takes a try when it has a secret, is not stopped and nothing is to be waited") {
  LockState state;
  CHECK_FALSE(state.mayTry());
  state.set = true;
  CHECK(state.mayTry());
  state.wait = 1ms;
  CHECK_FALSE(state.mayTry());
  state.wait = 0ms;
  state.failures = kMostTries - 1;
  CHECK(state.mayTry());
  state.failures = kMostTries;
  CHECK(state.stopped());
  CHECK_FALSE(state.mayTry());
}

}  // namespace hallpass
