#include "kiosk/desk/recovery_pages.h"

#include <utility>

#include "kiosk/desk/new_pin_page.h"
#include "kiosk/desk/places.h"
#include "platform/base/secret_hash.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::noted;
using platform::tr;

constexpr std::size_t kLongestTyped = 40;

/// "4:32"
std::string clockText(std::chrono::milliseconds wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

Role roleOf(Lock lock) { return lock == Lock::Staff ? Role::Staff : Role::Instructor; }

}  // namespace

RecoveryWordPage::RecoveryWordPage(DeskTools tools, std::function<Step()> done)
    : DeskPage(tools), done_(std::move(done)) {}

/// The word is made when the page comes on top, not before: one that nobody saw must not replace
/// one that somebody keeps.
void RecoveryWordPage::refresh() {
  if (!word_.empty() || job_) return;
  word_ = newRecoveryWord();
  const std::string key = recoveryKey(word_);
  job_ = tools_.worker.start(
      [this, key](platform::Worker::Job&) {
        const std::string hash = platform::hashSecret(key);
        return [this, hash] {
          job_.reset();
          const auto stored = tools_.locks.set(Lock::Recovery, hash, tools_.role);
          shown_ = stored.ok();
          if (!shown_) mistake_ = deskSentence(stored.error());
        };
      },
      platform::Worker::Lane::Quick);
}

ScreenView RecoveryWordPage::view() const {
  if (job_) return WorkingView{tr("Making a recovery word"), 0, 0, false};
  NoticeView view;
  view.screen = "recovery-word";
  view.sign = shown_ ? Sign::None : Sign::Bad;
  view.headline = shown_ ? tr("Write this word down") : tr("No recovery word was made");
  view.secret = shown_ ? word_ : "";
  view.detail = shown_ ? tr("It opens this device one time, when a PIN is forgotten. Keep it where "
                            "students cannot see it. It is not shown again.")
                       : tr(mistake_);
  view.main = DeskButton{"written-down", shown_ ? tr("I have written it down") : tr("Go on")};
  return view;
}

Step RecoveryWordPage::handle(const Intent& intent) {
  if (job_ || intent.act != Act::Main) return StayHere{};
  return done_();
}

RecoveryPage::RecoveryPage(DeskTools tools, Lock lock) : DeskPage(tools), lock_(lock) {}

void RecoveryPage::refresh() {
  if (const auto state = tools_.locks.state(Lock::Recovery)) state_ = *state;
}

ScreenView RecoveryPage::view() const {
  EditView view;
  view.title = tr("Recovery word");
  view.typed = typed_;
  view.keyboard = Keyboard::Code;
  view.secret = true;
  view.hint =
      tr("The word that was written down when this device was set up, such as K7QM-X2RD-...");
  view.mistake = tr(mistake_);
  if (job_) view.hint = tr("One moment.");
  if (!state_.set) {
    view.mistake =
        lock_ == Lock::Staff
            ? tr("No recovery word is set. The instructor can set this PIN anew behind their own.")
            : tr("No recovery word is set. Venue staff can set this PIN anew behind their own.");
  } else if (state_.stopped()) {
    view.mistake = tr("Too many wrong tries. Set the PIN at the command line: hallpass pin set");
  } else if (state_.wait.count() > 0) {
    if (!mistake_.empty()) view.mistake += " ";
    view.mistake += filled(tr("Next try in {time}."), {{"time", clockText(state_.wait)}});
  }
  return view;
}

Step RecoveryPage::handle(const Intent& intent) {
  if (job_) return StayHere{};
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Type && typed_.size() < kLongestTyped) typed_ += intent.text;
  if (intent.act == Act::Erase && !typed_.empty()) {
    std::u32string points = platform::toCodePoints(typed_);
    points.pop_back();
    typed_ = platform::toUtf8(points);
  }
  if (intent.act == Act::Main || intent.act == Act::Submit) compare();
  return StayHere{};
}

void RecoveryPage::compare() {
  if (typed_.empty() || !state_.mayTry()) return;
  const std::string key = recoveryKey(std::exchange(typed_, {}));
  const auto hash = tools_.locks.count(Lock::Recovery);
  if (!hash) {
    mistake_ = deskSentence(hash.error());
    return refresh();
  }
  job_ = tools_.worker.start(
      [this, hash = *hash, key](platform::Worker::Job&) {
        const bool right = platform::isSecret(hash, key);
        return [this, right] {
          job_.reset();
          right_ = right;
          if (!right_) mistake_ = noted("That is not the word.");
          refresh();
        };
      },
      platform::Worker::Lane::Quick);
}

Step RecoveryPage::next() {
  if (!job_) refresh();
  if (!std::exchange(right_, false)) return StayHere{};
  return onRight();
}

/// A new PIN, then a new word, then the desk. The word is used up when the PIN is set, not before:
/// whoever leaves halfway still has it.
Step RecoveryPage::onRight() {
  DeskTools tools = tools_;
  tools.role = roleOf(lock_);
  const auto opened = [role = tools.role] { return Step(Unlock{role}); };
  const auto newWord = [tools, opened] {
    (void)tools.locks.opened(Lock::Recovery);
    return Step(ReplacePage{std::make_unique<RecoveryWordPage>(tools, opened)});
  };
  return ReplacePage{std::make_unique<NewPinPage>(tools, lock_, newWord)};
}

std::unique_ptr<DeskPage> recoveryPage(const DeskTools& tools, Lock lock) {
  return std::make_unique<RecoveryPage>(tools, lock);
}

}  // namespace hallpass
