#include "platform/os/wishes.h"

#include <algorithm>
#include <utility>

namespace platform {

void Wishes::say(Saying saying) {
  dropSaying();
  wishes_.push_back({std::move(saying)});
}

void Wishes::tone(int hertz) {
  dropSaying();
  const auto tones = std::count_if(wishes_.begin(), wishes_.end(),
                                   [](const Wish& wish) { return wish.hertz != 0; });
  if (static_cast<std::size_t>(tones) < kMostTones) wishes_.push_back({std::nullopt, hertz});
}

void Wishes::hush() {
  wishes_.clear();
  wishes_.emplace_back();
}

Wishes::Wish Wishes::next() {
  Wish first = std::move(wishes_.front());
  wishes_.pop_front();
  return first;
}

void Wishes::dropSaying() {
  std::erase_if(wishes_, [](const Wish& wish) { return wish.saying.has_value(); });
}

}  // namespace platform
