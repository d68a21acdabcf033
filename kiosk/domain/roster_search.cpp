#include "kiosk/domain/roster_search.h"

#include <algorithm>

#include "kiosk/domain/shown_hints.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

bool isSame(const Student& student, const std::pair<StudentId, RosterEntry>& before) {
  return student.id == before.first && student.entry.name == before.second.name &&
         student.entry.number == before.second.number && student.entry.email == before.second.email;
}

}  // namespace

void RosterSearch::lookIn(std::span<const Student> roster) {
  roster_ = roster;
  checked_ = std::equal(roster.begin(), roster.end(), prepared_.begin(), prepared_.end(), isSame);
}

void RosterSearch::prepare() {
  if (checked_) return;
  prepared_.clear();
  keys_.clear();
  byNumber_.clear();
  byId_.clear();
  namesakes_.clear();
  for (std::size_t place = 0; place < roster_.size(); ++place) {
    const auto& [id, entry, claimed, outcome] = roster_[place];
    prepared_.emplace_back(id, entry);
    for (std::string& key : searchKeys(entry.name)) keys_.emplace_back(std::move(key), place);
    byNumber_[platform::foldForSearch(entry.number)].push_back(place);
    byId_[id] = place;
    namesakes_[firstNameAndInitial(entry.name)].places.push_back(place);
  }
  std::sort(keys_.begin(), keys_.end());
  checked_ = true;
}

/// Those of whom a key begins with `start`, each once, in roster order.
RosterSearch::Places RosterSearch::startingWith(const std::string& start) const {
  Places places;
  const auto first = std::lower_bound(keys_.begin(), keys_.end(), std::pair(start, std::size_t{0}));
  for (auto key = first; key != keys_.end() && key->first.starts_with(start); ++key) {
    places.push_back(key->second);
  }
  return places;
}

std::vector<StudentId> RosterSearch::find(std::string_view typed) {
  std::vector<StudentId> found;
  const NameQuery query(typed);
  if (query.letters() < kFewestSearchLetters) return found;
  prepare();
  Places candidates;
  for (const std::string& start : query.starts()) {
    const Places more = startingWith(start);
    candidates.insert(candidates.end(), more.begin(), more.end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const std::size_t place : candidates) {
    if (query.isOneWord() || query.finds(roster_[place].entry.name)) {
      found.push_back(roster_[place].id);
    }
  }
  return found;
}

const Student* RosterSearch::findByNumber(std::string_view typed) {
  const std::string_view wanted = platform::trim(typed);
  const std::string folded = platform::foldForSearch(wanted);
  if (folded.empty()) return nullptr;
  prepare();
  const auto alike = byNumber_.find(folded);
  if (alike == byNumber_.end()) return nullptr;
  Places exact;
  for (const std::size_t place : alike->second) {
    if (roster_[place].entry.number == wanted) exact.push_back(place);
  }
  const Places& found = exact.empty() ? alike->second : exact;
  return found.size() == 1 ? &roster_[found.front()] : nullptr;
}

std::vector<ShownName> RosterSearch::shown(std::span<const StudentId> students) {
  if (students.empty()) return {};
  prepare();
  std::vector<ShownName> names;
  names.reserve(students.size());
  for (const StudentId id : students) {
    const RosterEntry& entry = roster_[byId_.at(id)].entry;
    ShownName name{firstNameAndInitial(entry.name), ""};
    Namesakes& same = namesakes_.at(name.name);
    if (same.places.size() > 1 && !same.levelKnown) {
      std::vector<const Student*> others;
      for (const std::size_t place : same.places) others.push_back(&roster_[place]);
      same.level = hintLevel(others);
      same.levelKnown = true;
    }
    if (same.places.size() > 1) name.hint = hintFor(entry, same.level);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace hallpass
