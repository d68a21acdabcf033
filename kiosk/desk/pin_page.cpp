#include "kiosk/desk/pin_page.h"

#include <utility>

#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "platform/base/secret_hash.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::noted;
using platform::tr;

enum class Button : std::uint8_t { OtherRole, Forgotten };

const char* titleOf(Lock lock) {
  return lock == Lock::Staff ? noted("Venue staff: your PIN") : noted("Instructor: your PIN");
}

/// What stands under the title after a wrong try.
const char* wrongSentence(const LockState& state) {
  if (state.stopped()) return noted("Too many wrong tries. Only the recovery word opens it now.");
  if (state.wait.count() > 0) return noted("That was not the PIN.");
  return noted("That was not the PIN. Type it again.");
}

NoticeView noPin() {
  NoticeView view;
  view.screen = "no-pin";
  view.sign = Sign::Attention;
  view.headline = tr("No PIN has been set");
  view.detail = tr(
      "A class was opened before this device had its PINs. Whoever looks after it sets the first "
      "one with: hallpass pin set instructor");
  view.main = DeskButton{"understood", tr("Back")};
  return view;
}

}  // namespace

PinPage::PinPage(DeskTools tools, Lock lock)
    : DeskPage(tools),
      lock_(lock),
      title_(titleOf(lock)),
      lead_(noted("Students can go on meanwhile.")) {}

PinPage::PinPage(DeskTools tools, std::string title, std::function<Step()> right)
    : DeskPage(tools),
      lock_(tools.role == Role::Staff ? Lock::Staff : Lock::Instructor),
      title_(std::move(title)),
      right_(std::move(right)),
      lead_(noted("Type your PIN once more.")) {}

void PinPage::refresh() {
  if (const auto state = tools_.locks.state(lock_)) state_ = *state;
}

ScreenView PinPage::view() const {
  PinView view;
  view.title = tr(title_);
  view.lead = tr(lead_);
  view.leadSign = state_.failures > 0 && typed_.empty() && !job_ ? Sign::Attention : Sign::None;
  view.typed = typed_.size();
  view.checking = job_ != nullptr;
  view.waitSeconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(state_.wait).count());
  view.stopped = state_.stopped();
  if (!right_) {
    const bool staff = lock_ == Lock::Staff;
    view.buttons = {
        {"other-role", staff ? tr("I am the instructor") : tr("I am venue staff"), true},
        {"forgotten", tr("PIN forgotten"), true}};
  }
  return view;
}

Step PinPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (job_) return StayHere{};
  if (intent.act == Act::Press && !right_) {
    if (intent.index == static_cast<std::size_t>(Button::OtherRole)) {
      const Lock other = lock_ == Lock::Staff ? Lock::Instructor : Lock::Staff;
      return ReplacePage{std::make_unique<PinPage>(tools_, other)};
    }
    return OpenPage{recoveryPage(tools_, lock_)};
  }
  refresh();
  if (!state_.mayTry()) return StayHere{};
  if (intent.act == Act::Erase && !typed_.empty()) typed_.pop_back();
  const bool digit = intent.text.size() == 1 && intent.text[0] >= '0' && intent.text[0] <= '9';
  if (intent.act == Act::Type && digit && typed_.size() < kPinDigits) typed_ += intent.text;
  if (typed_.size() == kPinDigits) compare();
  return StayHere{};
}

void PinPage::compare() {
  const std::string typed = std::exchange(typed_, {});
  const auto hash = tools_.locks.count(lock_);
  if (!hash) {
    lead_ = deskSentence(hash.error());
    return refresh();
  }
  lead_ = noted("One moment.");
  job_ = tools_.worker.start(
      [this, hash = *hash, typed](platform::Worker::Job&) {
        const bool right = platform::isSecret(hash, typed);
        // Only while the page lives: with it goes the job, and with the job what it would finish.
        return [this, right] {
          job_.reset();
          opened_ = right && tools_.locks.opened(lock_).ok();
          refresh();
          if (!opened_) lead_ = wrongSentence(state_);
        };
      },
      platform::Worker::Lane::Quick);
}

/// A door that waits shows its seconds; one that was opened leads on.
Step PinPage::next() {
  if (!job_) refresh();
  if (!std::exchange(opened_, false)) return StayHere{};
  if (right_) return right_();
  return Unlock{lock_ == Lock::Staff ? Role::Staff : Role::Instructor};
}

std::unique_ptr<DeskPage> doorPage(const DeskTools& tools) {
  const auto state = tools.locks.state(Lock::Instructor);
  if (!state || state->set) return std::make_unique<PinPage>(tools);
  return std::make_unique<NoticePage>(tools, noPin);
}

bool needsFirstStart(Ledger& ledger) {
  const auto current = ledger.classes().current();
  if (!current || *current) return false;
  for (const Lock lock : {Lock::Instructor, Lock::Staff}) {
    const auto state = ledger.locks().state(lock);
    if (state && !state->set) return true;
  }
  return false;
}

}  // namespace hallpass
