#include "kiosk/domain/outcome.h"

#include <algorithm>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

template <class Kind>
struct Entry {
  Kind kind;
  std::string_view name;
  const char* title;
};

constexpr std::array kOutcomeEntries{
    Entry<Outcome>{Outcome::Worked, "worked", noted("It worked")},
    Entry<Outcome>{Outcome::AlreadyUsed, "already-used", noted("Already used")},
    Entry<Outcome>{Outcome::BlankPage, "blank-page", noted("Blank page")},
    Entry<Outcome>{Outcome::CardAsked, "card-asked", noted("Asked for a card")},
    Entry<Outcome>{Outcome::WrongAccount, "wrong-account", noted("Wrong account")},
    Entry<Outcome>{Outcome::Other, "other", noted("Something else")},
};
static_assert(kOutcomeEntries.size() == kOutcomes.size());

constexpr std::array kCauseEntries{
    Entry<Cause>{Cause::Used, "used", noted("Already used")},
    Entry<Cause>{Cause::Invalid, "invalid", noted("Not accepted as a code")},
    Entry<Cause>{Cause::Expired, "expired", noted("Past its date")},
    Entry<Cause>{Cause::WrongAccount, "wrong-account", noted("Used with the wrong account")},
    Entry<Cause>{Cause::BlankActivation, "blank-activation", noted("Blank page at the activation")},
    Entry<Cause>{Cause::Other, "other", noted("Something else")},
};
static_assert(kCauseEntries.size() == kCauses.size());

template <class Kind, std::size_t size>
const Entry<Kind>& entryOf(const std::array<Entry<Kind>, size>& entries, Kind kind) {
  return *std::find_if(entries.begin(), entries.end(),
                       [&](const Entry<Kind>& entry) { return entry.kind == kind; });
}

template <class Kind, std::size_t size>
std::optional<Kind> kindNamed(const std::array<Entry<Kind>, size>& entries, std::string_view name) {
  const auto* const found = std::find_if(
      entries.begin(), entries.end(), [&](const Entry<Kind>& entry) { return entry.name == name; });
  if (found == entries.end()) return std::nullopt;
  return found->kind;
}

}  // namespace

std::string_view name(Outcome outcome) { return entryOf(kOutcomeEntries, outcome).name; }

std::optional<Outcome> outcomeNamed(std::string_view name) {
  return kindNamed(kOutcomeEntries, name);
}

const char* plainTitle(Outcome outcome) { return entryOf(kOutcomeEntries, outcome).title; }

std::string_view title(Outcome outcome) { return tr(plainTitle(outcome)); }

std::string_view name(Cause cause) { return entryOf(kCauseEntries, cause).name; }

std::optional<Cause> causeNamed(std::string_view name) { return kindNamed(kCauseEntries, name); }

const char* plainTitle(Cause cause) { return entryOf(kCauseEntries, cause).title; }

std::string_view title(Cause cause) { return tr(plainTitle(cause)); }

}  // namespace hallpass
