#include "kiosk/desk/new_pin_page.h"

#include <utility>

#include "platform/base/secret_hash.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::noted;
using platform::tr;

}  // namespace

NewPinPage::NewPinPage(DeskTools tools, Lock lock, std::function<Step()> done)
    : DeskPage(tools), lock_(lock), done_(std::move(done)) {}

ScreenView NewPinPage::view() const {
  PinView view;
  view.title = lock_ == Lock::Staff ? tr("A PIN for venue staff") : tr("A PIN for the instructor");
  view.lead =
      first_.empty() ? tr("Choose six digits that nobody guesses.") : tr("The same once more.");
  if (!mistake_.empty()) {
    view.lead = tr(mistake_);
    view.leadSign = Sign::Attention;
  }
  view.typed = typed_.size();
  view.checking = job_ != nullptr;
  // The first start begins with this page: there is nothing before it.
  view.back = tools_.role != Role::System || !first_.empty();
  return view;
}

Step NewPinPage::handle(const Intent& intent) {
  if (job_) return StayHere{};
  if (intent.act == Act::Back) {
    if (first_.empty()) return tools_.role == Role::System ? Step(StayHere{}) : Step(GoBack{});
    startAnew("");
  }
  if (intent.act == Act::Erase && !typed_.empty()) typed_.pop_back();
  const bool digit = intent.text.size() == 1 && intent.text[0] >= '0' && intent.text[0] <= '9';
  if (intent.act == Act::Type && digit && typed_.size() < kPinDigits) {
    mistake_.clear();
    typed_ += intent.text;
  }
  if (typed_.size() == kPinDigits) take();
  return StayHere{};
}

void NewPinPage::take() {
  const std::string pin = std::exchange(typed_, {});
  if (first_.empty()) {
    mistake_ = pinMistake(pin);
    if (mistake_.empty()) first_ = pin;
  } else if (pin == first_) {
    store(pin);
  } else {
    startAnew(noted("The two were not the same. Choose six digits again."));
  }
}

void NewPinPage::startAnew(const std::string& why) {
  first_.clear();
  typed_.clear();
  mistake_ = why;
}

void NewPinPage::store(const std::string& pin) {
  job_ = tools_.worker.start(
      [this, pin](platform::Worker::Job&) {
        const std::string hash = platform::hashSecret(pin);
        return [this, hash] {
          job_.reset();
          const auto stored = tools_.locks.set(lock_, hash, tools_.role);
          set_ = stored.ok();
          if (!set_) startAnew(std::string(deskSentence(stored.error())));
        };
      },
      platform::Worker::Lane::Quick);
}

Step NewPinPage::next() {
  if (!std::exchange(set_, false)) return StayHere{};
  return done_();
}

}  // namespace hallpass
