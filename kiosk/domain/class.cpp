#include "kiosk/domain/class.h"

#include "platform/base/text.h"

namespace hallpass {

std::string_view name(ClassState state) {
  switch (state) {
    case ClassState::Open:
      return "open";
    case ClassState::Paused:
      return "paused";
    case ClassState::Closed:
      break;
  }
  return "closed";
}

bool isClassWord(std::string_view typed, std::string_view word) {
  return platform::foldForSearch(platform::trim(typed)) ==
         platform::foldForSearch(platform::trim(word));
}

std::optional<Refusal> Class::refusesAt(platform::UtcTime now) const {
  if (state == ClassState::Closed) return Refusal::ClassClosed;
  if (state == ClassState::Paused) return Refusal::ClassPaused;
  if (facts.from && now < *facts.from) return Refusal::ClassNotYetOpen;
  if (facts.until && now > *facts.until) return Refusal::ClassOver;
  return std::nullopt;
}

}  // namespace hallpass
