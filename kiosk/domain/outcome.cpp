#include "kiosk/domain/outcome.h"

#include <algorithm>

namespace hallpass {
namespace {

template <class Kind>
struct Entry {
  Kind kind;
  std::string_view name;
  std::string_view title;
};

constexpr std::array kOutcomeEntries{
    Entry<Outcome>{Outcome::Worked, "worked", "It worked"},
    Entry<Outcome>{Outcome::AlreadyUsed, "already-used", "Already used"},
    Entry<Outcome>{Outcome::BlankPage, "blank-page", "Blank page"},
    Entry<Outcome>{Outcome::CardAsked, "card-asked", "Asked for a card"},
    Entry<Outcome>{Outcome::WrongAccount, "wrong-account", "Wrong account"},
    Entry<Outcome>{Outcome::Other, "other", "Something else"},
};
static_assert(kOutcomeEntries.size() == kOutcomes.size());

constexpr std::array kCauseEntries{
    Entry<Cause>{Cause::Used, "used", "Already used"},
    Entry<Cause>{Cause::Invalid, "invalid", "Not accepted as a code"},
    Entry<Cause>{Cause::Expired, "expired", "Past its date"},
    Entry<Cause>{Cause::WrongAccount, "wrong-account", "Used with the wrong account"},
    Entry<Cause>{Cause::BlankActivation, "blank-activation", "Blank page at the activation"},
    Entry<Cause>{Cause::Other, "other", "Something else"},
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

std::string_view title(Outcome outcome) { return entryOf(kOutcomeEntries, outcome).title; }

std::string_view name(Cause cause) { return entryOf(kCauseEntries, cause).name; }

std::optional<Cause> causeNamed(std::string_view name) { return kindNamed(kCauseEntries, name); }

std::string_view title(Cause cause) { return entryOf(kCauseEntries, cause).title; }

}  // namespace hallpass
