#include "kiosk/locked.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/plain_page.h"
#include "platform/display/plain_letters.h"
#include "platform/display/plain_screen.h"

namespace hallpass {
namespace {

using platform::PlainScreen;
using std::chrono::milliseconds;

constexpr std::string_view kAsked = "TYPE THE RECOVERY KEY";
constexpr std::array<std::string_view, 7> kLead{"KIRJOITA LAITTEEN PALAUTUSAVAIN.",
                                                "SKRIV ENHETENS ÅTERSTÄLLNINGSNYCKEL.",
                                                "GEBEN SIE DEN WIEDERHERSTELLUNGSSCHLÜSSEL EIN.",
                                                "SAISISSEZ LA CLÉ DE SECOURS DE CET APPAREIL.",
                                                "ESCRIBA LA CLAVE DE RECUPERACIÓN DEL EQUIPO.",
                                                "DIGITE A CHAVE DE RECUPERAÇÃO DO APARELHO.",
                                                "スタッフを よんで ください"};

constexpr std::size_t kLetters = kRecoveryGroups * kRecoveryGroup;
constexpr char kMissing = '.';
constexpr int kGroupWidth = 64;
constexpr int kKeyWidth = 22;
constexpr int kWide = 16;   ///< Keys in a row of a screen that is wider than high;
constexpr int kNarrow = 8;  ///< of another one.
constexpr int kGroupsInRow = 4;
constexpr int kActWidth = 90;

constexpr milliseconds kStill{1'000};
constexpr milliseconds kLook{200};
constexpr std::chrono::seconds kLongestTry{60};

/// The key as far as it is typed, and what came of it.
class TypedKey {
 public:
  enum class State : std::uint8_t { Typing, Asked, Wrong, Silent, Opened };

  explicit TypedKey(const Appliance& appliance) : appliance_(appliance) {}

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool mayType() const { return state_ != State::Asked && state_ != State::Opened; }
  [[nodiscard]] bool isWhole() const { return key_.find(kMissing) == std::string::npos; }
  [[nodiscard]] std::string group(std::size_t number) const {
    return key_.substr(number * kRecoveryGroup, kRecoveryGroup);
  }

  /// What a touched button stands for: "key-B", "group-3", "delete", "open".
  void take(std::string_view button, platform::BootTime now) {
    if (button == "open") return ask(now);
    state_ = State::Typing;
    if (button == "delete") return erase();
    const char last = button.back();
    if (button.starts_with("group-")) {
      key_.replace(static_cast<std::size_t>(last - '1') * kRecoveryGroup, kRecoveryGroup,
                   kRecoveryGroup, kMissing);
    } else if (const auto place = key_.find(kMissing); place != std::string::npos) {
      key_[place] = last;
    }
  }

  /// Whether an answer came, or too much time passed.
  bool look(platform::BootTime now) {
    if (state_ != State::Asked) return false;
    const auto answer = appliance_.answer();
    if (answer == Appliance::Answer::Opened) state_ = State::Opened;
    if (answer == Appliance::Answer::Wrong) state_ = State::Wrong;
    if (answer == Appliance::Answer::None && now - asked_ > kLongestTry) state_ = State::Silent;
    return state_ != State::Asked;
  }

 private:
  void ask(platform::BootTime now) {
    std::string typed;
    for (std::size_t number = 0; number < kRecoveryGroups; ++number) {
      typed += (number == 0 ? "" : "-") + group(number);
    }
    asked_ = now;
    state_ = appliance_.tryKey(typed) ? State::Asked : State::Silent;
  }

  /// The letter before the first that is missing.
  void erase() {
    const auto place = std::min(key_.find(kMissing), key_.size());
    if (place > 0) key_[place - 1] = kMissing;
  }

  const Appliance& appliance_;
  std::string key_ = std::string(kLetters, kMissing);
  State state_ = State::Typing;
  platform::BootTime asked_{};
};

std::string_view sentenceOf(TypedKey::State state) {
  switch (state) {
    case TypedKey::State::Asked:
      return "ONE MOMENT.";
    case TypedKey::State::Wrong:
      return "THIS KEY DOES NOT OPEN IT. COMPARE EACH GROUP: A TOUCH EMPTIES IT.";
    case TypedKey::State::Silent:
      return "NO ANSWER. TRY AGAIN, OR SWITCH THE DEVICE OFF AND ON.";
    case TypedKey::State::Opened:
      return "IT OPENS. THE DEVICE STARTS ANEW.";
    case TypedKey::State::Typing:
      break;
  }
  return "64 LETTERS, WRITTEN DOWN WHEN THE DEVICE WAS SET UP.";
}

int widthInDots(int keys) {
  int widest =
      std::max(PlainPage::widthOf(keys, kKeyWidth), PlainPage::widthOf(kGroupsInRow, kGroupWidth));
  for (const std::string_view text : kLead) widest = std::max(widest, platform::plainWidth(text));
  return std::max(widest, platform::plainWidth(sentenceOf(TypedKey::State::Wrong)));
}

int heightInDots(int keys) {
  const int rows = static_cast<int>(kRecoveryGroups) / kGroupsInRow +
                   static_cast<int>(kRecoveryLetters.size()) / keys + 1;
  const int lines = static_cast<int>(kLead.size()) + 1;
  return PlainPage::titleHeight() + lines * PlainPage::kLine + PlainPage::kMargin +
         rows * PlainPage::kRow;
}

void drawGroups(PlainPage& page, const TypedKey& typing) {
  std::vector<PlainPage::Button> row;
  for (std::size_t number = 0; number < kRecoveryGroups; ++number) {
    row.push_back({"group-" + std::to_string(number + 1), typing.group(number), kGroupWidth,
                   typing.mayType(), true});
    if (row.size() < kGroupsInRow) continue;
    page.row(row);
    row.clear();
  }
}

void drawKeys(PlainPage& page, const TypedKey& typing, int keys) {
  std::vector<PlainPage::Button> row;
  for (const char letter : kRecoveryLetters) {
    row.push_back({std::string("key-") + letter, std::string(1, letter), kKeyWidth,
                   typing.mayType() && !typing.isWhole()});
    if (row.size() < static_cast<std::size_t>(keys)) continue;
    page.row(row);
    row.clear();
  }
}

void draw(PlainPage& page, const TypedKey& typing, const platform::PixelSize& size) {
  const int keys = size.width > size.height ? kWide : kNarrow;
  page.begin("locked", widthInDots(keys), heightInDots(keys));
  page.title(kAsked);
  for (const std::string_view text : kLead) page.line(text);
  page.skip(PlainPage::kMargin);
  drawGroups(page, typing);
  drawKeys(page, typing, keys);
  page.row({{"delete", "DELETE", kActWidth, typing.mayType()},
            {"open", "OPEN", kActWidth, typing.mayType() && typing.isWhole()}});
  page.line(sentenceOf(typing.state()));
  page.show();
}

}  // namespace

bool showLocked(const Appliance& appliance, const PlainParts& parts) {
  const auto screen = PlainScreen::open();
  if (!screen) {
    std::fprintf(stderr, "%s\n", screen.error().c_str());
    return false;
  }
  PlainPage page(**screen);
  TypedKey typing(appliance);
  for (bool changed = true;;) {
    draw(page, typing, (*screen)->size());
    parts.heartbeat.presented([] { return true; });
    if (changed && parts.describe) page.describe(*parts.describe);
    const auto event = (*screen)->wait(parts.signals.descriptor(),
                                       typing.state() == TypedKey::State::Asked ? kLook : kStill);
    if (std::holds_alternative<PlainScreen::EndAsked>(event)) return true;
    changed = typing.look(parts.clock.sinceBoot());
    const auto* tap = std::get_if<PlainScreen::Tap>(&event);
    const std::string_view button = tap != nullptr ? page.hit(*tap) : "";
    if (button.empty()) continue;
    typing.take(button, parts.clock.sinceBoot());
    changed = true;
  }
}

}  // namespace hallpass
