#include "kiosk/ui/focus.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/focus_order.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

using Target = Description::Target;

constexpr std::array kMovingKeys{platform::kTabKey, platform::kBackTabKey, platform::kLeftKey,
                                 platform::kUpKey,  platform::kRightKey,   platform::kDownKey};

bool moves(char32_t key) {
  return std::find(kMovingKeys.begin(), kMovingKeys.end(), key) != kMovingKeys.end();
}

/// What the field is called that all keys are typed into: Enter takes what it holds.
constexpr std::string_view kTypedField = "field";

/// What stands around a screen, and the way back: no screen is there for it.
bool isAround(std::string_view id) {
  constexpr std::array<std::string_view, 6> kIds{"back", "help", "language", "door", "lock", "nav"};
  return std::find(kIds.begin(), kIds.end(), id) != kIds.end() || id.starts_with("nav-");
}

}  // namespace

Focus::Taken Focus::take(std::u32string_view keys, bool rests) {
  queue_ += keys;
  Taken taken;
  std::size_t used = 0;
  while (used < queue_.size() && acted_.empty()) {
    const char32_t key = queue_[used++];
    const Use use = this->use(key, rests);
    if (use == Use::Field) taken.typed += key;
    if (use == Use::Moved) taken.moved = true;
  }
  queue_.erase(0, used);
  return taken;
}

Focus::Use Focus::use(char32_t key, bool rests) {
  if (moves(key)) {
    if (!shown_) return show();
    move(key);
    return Use::Moved;
  }
  if (key == platform::kEnterKey || key == U' ') return accept(rests);
  if (key == platform::kEscapeKey) {
    const Target* back = find("back");
    if (back != nullptr && back->enabled && !rests) acted_ = back->id;
    return Use::Moved;
  }
  if (key == platform::kMenuKey) return Use::Field;
  hide();
  typed_ = true;
  return Use::Field;
}

Focus::Use Focus::accept(bool rests) {
  if (!shown_) return typed_ || has("key") || has("held") ? Use::Field : show();
  if (at_ == kTypedField) return Use::Field;
  const Target* target = find(at_);
  if (target != nullptr && target->enabled && target->role != "held" && !rests) acted_ = at_;
  return Use::Moved;
}

Focus::Use Focus::show() {
  shown_ = true;
  at_ = first();
  return Use::Moved;
}

void Focus::move(char32_t key) {
  const Target* from = find(at_);
  if (from == nullptr) return;
  const Target* to = nullptr;
  if (key == platform::kTabKey || key == platform::kBackTabKey) {
    const auto order = readingOrder(targets_);
    const auto at = std::find(order.begin(), order.end(), from);
    if (at == order.end()) return;
    const std::size_t step = key == platform::kTabKey ? 1 : order.size() - 1;
    to = order[(static_cast<std::size_t>(at - order.begin()) + step) % order.size()];
  } else if (key == platform::kLeftKey || key == platform::kRightKey) {
    const bool left = key == platform::kLeftKey;
    to = neighbour(targets_, *from, left ? Towards::Left : Towards::Right);
  } else {
    const bool up = key == platform::kUpKey;
    to = neighbour(targets_, *from, up ? Towards::Up : Towards::Down);
  }
  if (to != nullptr) at_ = to->id;
}

void Focus::setAcceptKey(bool down) {
  acceptKeyDown_ = down;
  acceptKeyWasUp_ = acceptKeyWasUp_ || !down;
}

void Focus::takeAside(Lies lies, std::string_view screen) {
  if (lies == Lies::Over) {
    if (!below_) below_ = Place{screen_, at_, rect_, typed_};
    return;
  }
  if (below_ && below_->screen == screen) {
    screen_ = below_->screen;
    at_ = below_->at;
    rect_ = below_->rect;
    typed_ = below_->typed;
    acceptKeyWasUp_ = false;  // It answered the question.
  }
  below_.reset();
}

void Focus::settle(std::string_view screen, const std::vector<Target>& targets, Lies lies) {
  acted_.clear();
  targets_ = targets;
  takeAside(lies, screen);
  if (screen != screen_) {
    screen_ = screen;
    typed_ = false;
    acceptKeyWasUp_ = false;
    at_ = first();
  }
  const Target* target = find(at_);
  if (target == nullptr || !target->enabled) target = find(at_ = nearest());
  if (target != nullptr) rect_ = target->rect;
}

void Focus::beginAnew() {
  typed_ = false;
  acceptKeyWasUp_ = false;
  at_ = first();
}

const Target* Focus::ring() const { return shown_ ? find(at_) : nullptr; }

bool Focus::has(std::string_view role) const {
  return std::any_of(targets_.begin(), targets_.end(),
                     [&](const Target& target) { return target.enabled && target.role == role; });
}

const Target* Focus::find(std::string_view id) const {
  const auto found = std::find_if(targets_.begin(), targets_.end(),
                                  [&](const Target& target) { return target.id == id; });
  return found == targets_.end() ? nullptr : &*found;
}

/// Where something is to be typed, the keys; then the main action; then what the screen is for. A
/// button that must be held never: what cannot be undone is gone to.
std::string Focus::first() const {
  const auto order = readingOrder(targets_);
  const auto firstThat = [&](const auto& fits) {
    const auto found = std::find_if(order.begin(), order.end(), fits);
    return found == order.end() ? std::string() : (*found)->id;
  };
  std::string id;
  if (!typed_) id = firstThat([](const Target* target) { return target->role == "key"; });
  if (id.empty()) id = firstThat([](const Target* target) { return target->primary; });
  if (id.empty()) {
    id = firstThat(
        [](const Target* target) { return target->role == "button" && !isAround(target->id); });
  }
  if (id.empty()) {
    id = firstThat(
        [](const Target* target) { return target->id != kTypedField && !isAround(target->id); });
  }
  return id.empty() ? firstThat([](const Target*) { return true; }) : id;
}

std::string Focus::nearest() const {
  const Target* best = nullptr;
  float shortest = 0;
  const ImVec2 from = rect_.centre();
  for (const Target& target : targets_) {
    const ImVec2 to = target.rect.centre();
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (!target.enabled || (best != nullptr && length >= shortest)) continue;
    best = &target;
    shortest = length;
  }
  return best == nullptr ? std::string() : best->id;
}

}  // namespace hallpass
