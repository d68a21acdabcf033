#include "kiosk/domain/lock.h"

#include <algorithm>

#include "platform/base/secret_hash.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

using std::chrono::milliseconds;
using namespace std::chrono_literals;

/// Without 0 O, 1 I, 2 Z, 5 S and 8 B at the same time: of each pair at most one is there.
constexpr std::string_view kRecoveryAlphabet = "23456789ACDEFGHJKLMNPQRTUVWXY";
constexpr std::size_t kRecoveryGroup = 4;
constexpr std::size_t kRecoveryGroups = 4;

/// The first of them follows the fifth wrong try.
constexpr std::array<milliseconds, 4> kWaits{30s, 1min, 5min, 15min};
constexpr milliseconds kLongestWait = 1h;
constexpr int kFreeOfWait = 4;

/// What people choose who avoid repeats and runs: paths over the pad, pairs, mirrors, round numbers
/// and numbers from school.
constexpr std::array<std::string_view, 44> kCommonPins{
    "159753", "159357", "147258", "147369", "147852", "258369", "258456", "369258", "369147",
    "741852", "852456", "963852", "951753", "753951", "789456", "456123", "123654", "321654",
    "321456", "789123", "112233", "223344", "332211", "445566", "556677", "778899", "998877",
    "111222", "123321", "456654", "789987", "102030", "142536", "135790", "135246", "246810",
    "192837", "100000", "100200", "314159", "271828", "141421", "007700", "911911"};

bool isSixDigits(std::string_view pin) {
  return pin.size() == kPinDigits &&
         std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool repeatsEvery(std::string_view pin, std::size_t group) {
  return pin.substr(group) == pin.substr(0, pin.size() - group);
}

/// Whether each digit is `step` above the one before; 0 comes after 9.
bool runsBy(std::string_view pin, int step) {
  for (std::size_t i = 1; i < pin.size(); ++i) {
    if ((pin[i] - pin[i - 1] + 10) % 10 != (step + 10) % 10) return false;
  }
  return true;
}

}  // namespace

std::string_view name(Lock lock) {
  switch (lock) {
    case Lock::Instructor:
      return "instructor";
    case Lock::Staff:
      return "staff";
    case Lock::Recovery:
      break;
  }
  return "recovery";
}

std::string pinMistake(std::string_view pin) {
  if (!isSixDigits(pin)) return tr("A PIN has 6 digits, and nothing else. Type 6 digits.");
  if (repeatsEvery(pin, 1)) return tr("All digits are the same. Choose a PIN of different digits.");
  if (repeatsEvery(pin, 2) || repeatsEvery(pin, 3)) {
    return tr("The digits repeat themselves. Choose a PIN without a pattern.");
  }
  if (runsBy(pin, 1) || runsBy(pin, -1)) {
    return tr("The digits run up or down. Choose a PIN without a pattern.");
  }
  if (std::find(kCommonPins.begin(), kCommonPins.end(), pin) != kCommonPins.end()) {
    return tr("Many people choose this PIN, so it is guessed first. Choose another one.");
  }
  return "";
}

std::string newRecoveryWord() {
  std::string word;
  for (std::size_t group = 0; group < kRecoveryGroups; ++group) {
    if (group > 0) word += '-';
    word += platform::randomText(kRecoveryAlphabet, kRecoveryGroup);
  }
  return word;
}

std::string recoveryKey(std::string_view typed) {
  std::string key;
  for (const char c : typed) {
    if (c == '-' || c == ' ' || (c >= '\t' && c <= '\r')) continue;
    key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return key;
}

std::chrono::milliseconds waitAfter(int failures) {
  if (failures <= kFreeOfWait) return 0ms;
  const auto step = static_cast<std::size_t>(failures - kFreeOfWait - 1);
  return step < kWaits.size() ? kWaits.at(step) : kLongestWait;
}

}  // namespace hallpass
