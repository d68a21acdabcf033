#include "kiosk/speaking.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "platform/base/translation.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

using platform::tr;

constexpr int kSpeedStep = 20;
constexpr int kLoudnessStep = 10;
constexpr int kFirstLoudness = 70;
constexpr int kLeastLoudness = 20;

// One pitch for every digit: it tells that a key counted, or that the ring moved, not which.
constexpr int kDigitHertz = 660;
constexpr int kEraseHertz = 330;
constexpr int kMoveHertz = 440;

bool isOfSpeech(char32_t key) {
  return (key >= platform::kF1Key && key <= platform::kF6Key) || key == platform::kF1UpKey;
}

/// Nobody's visit stands on these.
bool isVisit(const ScreenView& screen) {
  return !std::holds_alternative<AttractView>(screen) &&
         !std::holds_alternative<SleepView>(screen) &&
         !std::holds_alternative<OutOfServiceView>(screen);
}

bool isMasked(const ScreenView& screen) {
  const auto* edit = std::get_if<EditView>(&screen);
  if (edit != nullptr) return edit->secret;
  return std::holds_alternative<PinView>(screen) || std::holds_alternative<DigitsView>(screen);
}

}  // namespace

Speaking::Speaking(Mouth mouth, const platform::Clock& clock, std::chrono::milliseconds idle)
    : mouth_(std::move(mouth)), clock_(clock), idle_(idle), loudness_(kFirstLoudness) {}

std::u32string Speaking::without(std::u32string_view keys) {
  std::u32string others;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(others),
               [](char32_t key) { return !isOfSpeech(key); });
  return others;
}

std::u32string Speaking::take(std::u32string_view keys) {
  for (const char32_t key : keys) {
    if (isOfSpeech(key)) press(key);
  }
  if (on_ && !keys.empty()) touched();
  return without(keys);
}

void Speaking::press(char32_t key) {
  if (key == platform::kF1Key) {
    heldSince_ = clock_.sinceBoot();
  } else if (key == platform::kF1UpKey) {
    again_ = again_ || (on_ && heldSince_);
    heldSince_.reset();
  } else if (on_) {
    set(key);
  }
}

void Speaking::set(char32_t key) {
  switch (key) {
    case platform::kF2Key:
      speed_ = std::max(speed_ - kSpeedStep, -100);
      notice_ = tr("Slower");
      break;
    case platform::kF3Key:
      speed_ = std::min(speed_ + kSpeedStep, 100);
      notice_ = tr("Faster");
      break;
    case platform::kF4Key:
      loudness_ = std::max(loudness_ - kLoudnessStep, kLeastLoudness);
      notice_ = tr("Quieter");
      break;
    case platform::kF5Key:
      loudness_ = std::min(loudness_ + kLoudnessStep, 100);
      notice_ = tr("Louder");
      break;
    default:
      turnDark(!dark_);
  }
}

void Speaking::turnDark(bool dark) {
  dark_ = dark;
  notice_ = dark_ ? tr("The screen is dark.") : tr("The screen is lit again.");
}

void Speaking::light() {
  touched();
  if (dark_) turnDark(false);
}

void Speaking::plug(std::optional<bool> plugged) {
  if (plugged_ == plugged) return;
  const bool takenOut = plugged_.value_or(false);
  // What is in the socket from the start on is nobody's own, and may be a loudspeaker.
  ownPlug_ = plugged_.has_value() && plugged.value_or(false);
  plugged_ = plugged;
  if (ownPlug_ && !on_) begin();
  // What was meant for one pair of ears is not to come out of the loudspeaker.
  if (takenOut && on_) end();
}

void Speaking::typed(const Intent& intent, const View& view) {
  if (!on_) return;
  touched();
  if (!isMasked(view.screen)) return;
  if (intent.act == Intent::Act::Type) mouth_.tone(kDigitHertz);
  if (intent.act == Intent::Act::Erase) mouth_.tone(kEraseHertz);
}

void Speaking::look(const View& view, bool atDesk) {
  // Whoever opens the desk, or leaves it, is somebody else.
  if (std::exchange(atDesk_, atDesk) != atDesk && on_) end();
  const platform::BootTime now = clock_.sinceBoot();
  if (heldSince_ && now - *heldSince_ >= kHold) {
    heldSince_.reset();
    on_ ? end() : begin();
  }
  const bool ends = std::exchange(inVisit_, isVisit(view.screen)) && !inVisit_;
  if (std::holds_alternative<CallView>(view.screen)) dark_ = false;  // The room is to see it.
  if (!on_) return;
  if (ends && ownPlug_) {
    reset();
    mouth_.hush();  // The voice keeps nothing of it.
  }
  if ((ends && !ownPlug_) || (!inVisit_ && now - touchedAt_ >= idle_)) end();
}

void Speaking::stands(const Description& now) {
  if (!on_) return;
  const auto codes = ownPlug_ ? Spoken::Codes::Spelt : Spoken::Codes::Kept;
  if (codes == Spoken::Codes::Kept) noteDigit(now);
  std::string news = spoken_.news(now, codes);
  if (std::exchange(again_, false)) news = Spoken::whole(now, codes);
  std::string said = std::exchange(notice_, {});
  if (!said.empty() && !news.empty()) said += "\n";
  said += news;
  if (!said.empty()) say(std::move(said));
}

void Speaking::noteDigit(const Description& now) {
  const std::string digit = now.focusesSecret() ? now.focus() : std::string();
  if (std::exchange(digit_, digit) != digit && !digit.empty()) mouth_.tone(kMoveHertz);
}

std::optional<platform::BootTime> Speaking::deadline() const {
  if (heldSince_) return *heldSince_ + kHold;
  if (on_ && !inVisit_) return touchedAt_ + idle_;
  return std::nullopt;
}

void Speaking::begin() {
  on_ = true;
  touched();
  reset();
  spoken_.forget();
  notice_ =
      tr("Speech is on. The arrow keys move, Enter chooses. F1 says the screen again. F2 and F3 "
         "make the voice slower and faster, F4 and F5 quieter and louder. F6 darkens the screen. "
         "Hold F1 to end it.");
}

void Speaking::end() {
  on_ = false;
  reset();
  spoken_.forget();
  mouth_.hush();
}

void Speaking::reset() {
  speed_ = 0;
  loudness_ = kFirstLoudness;
  dark_ = false;
  again_ = false;
  digit_.clear();
  notice_.clear();
}

void Speaking::say(std::string text) {
  mouth_.say({std::move(text), std::string(platform::language()), speed_, loudness_});
}

}  // namespace hallpass
