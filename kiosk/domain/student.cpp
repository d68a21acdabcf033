#include "kiosk/domain/student.h"

#include <algorithm>

#include "platform/base/text.h"

namespace hallpass {
namespace {

using Ids = std::vector<StudentId>;

/// Those of `roster` whose `read` text is `wanted`; where none is, those whose text folds to it.
template <class Read>
Ids sameText(std::span<const Student> roster, std::string_view wanted, Read read) {
  Ids exact;
  Ids alike;
  const std::string folded = platform::foldForSearch(wanted);
  if (folded.empty()) return alike;
  for (const Student& student : roster) {
    const std::string text = read(student.entry);
    if (text == wanted) exact.push_back(student.id);
    if (platform::foldForSearch(text) == folded) alike.push_back(student.id);
  }
  return exact.empty() ? alike : exact;
}

Ids ofNumber(std::span<const Student> roster, std::string_view wanted) {
  return sameText(roster, platform::trim(wanted),
                  [](const RosterEntry& entry) { return entry.number; });
}

}  // namespace

std::vector<StudentId> search(std::span<const Student> roster, std::string_view typed) {
  Ids found;
  const NameQuery query(typed);
  if (query.letters() < kFewestSearchLetters) return found;
  for (const Student& student : roster) {
    if (query.finds(student.entry.name)) found.push_back(student.id);
  }
  return found;
}

const Student* findByNumber(std::span<const Student> roster, std::string_view typed) {
  const Ids found = ofNumber(roster, typed);
  if (found.size() != 1) return nullptr;
  return &*std::find_if(roster.begin(), roster.end(),
                        [&](const Student& candidate) { return candidate.id == found.front(); });
}

platform::Result<StudentId, Refusal> findByKey(std::span<const Student> roster,
                                               std::string_view key) {
  Ids found = ofNumber(roster, key);
  if (found.empty()) {
    found =
        sameText(roster, platform::trim(key), [](const RosterEntry& entry) { return entry.email; });
  }
  if (found.empty()) {
    found = sameText(roster, wholeName(key),
                     [](const RosterEntry& entry) { return wholeName(entry.name); });
  }
  if (found.empty()) return Refusal::UnknownStudent;
  if (found.size() > 1) return Refusal::AmbiguousStudent;
  return found.front();
}

}  // namespace hallpass
