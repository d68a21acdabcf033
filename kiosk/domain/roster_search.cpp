#include "kiosk/domain/roster_search.h"

#include <algorithm>

#include "kiosk/domain/shown_hints.h"
#include "platform/base/text.h"

namespace hallpass {
bool RosterSearch::isSame(const Student& student, const Prepared& before) {
  return student.id == before.id && student.entry.name == before.entry.name &&
         student.entry.number == before.entry.number && student.entry.email == before.entry.email;
}

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
  std::map<std::string, std::size_t> byShown;
  for (std::size_t place = 0; place < roster_.size(); ++place) {
    const Student& student = roster_[place];
    const std::string& name = student.entry.name;
    const auto [same, isNew] = byShown.try_emplace(firstNameAndInitial(name), namesakes_.size());
    if (isNew) namesakes_.push_back({same->first, {}});
    namesakes_[same->second].places.push_back(place);
    prepared_.push_back({student.id, student.entry, same->second});
    for (std::string& key : searchKeys(name)) keys_.emplace_back(std::move(key), place);
    byNumber_[platform::foldForSearch(student.entry.number)].push_back(place);
    byId_[student.id] = place;
  }
  std::sort(keys_.begin(), keys_.end());
  checked_ = true;
}

std::size_t RosterSearch::levelOf(Namesakes& same) const {
  if (!same.levelKnown) {
    std::vector<const Student*> others;
    for (const std::size_t place : same.places) others.push_back(&roster_[place]);
    same.level = hintLevel(others);
    same.levelKnown = true;
  }
  return same.level;
}

RosterSearch::Keys RosterSearch::startingWith(const std::string& start) const {
  // No text in UTF-8 holds this byte, so every key that begins with `start` stands before it.
  constexpr char kBehindAll = '\xFF';
  const auto at = [&](const std::string& text) {
    return std::lower_bound(keys_.begin(), keys_.end(), std::pair(text, std::size_t{0}));
  };
  return {at(start), at(start + kBehindAll)};
}

std::vector<StudentId> RosterSearch::find(std::string_view typed) {
  std::vector<StudentId> found;
  const NameQuery query(typed);
  if (query.letters() < kFewestSearchLetters) return found;
  prepare();
  Places candidates;
  for (const auto& starts : query.starts()) {
    Keys fewest(keys_);
    for (const std::string& start : starts) {
      if (const Keys keys = startingWith(start); keys.size() < fewest.size()) fewest = keys;
    }
    for (const auto& [key, place] : fewest) candidates.push_back(place);
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
    const Prepared& student = prepared_[byId_.at(id)];
    Namesakes& same = namesakes_[student.namesakes];
    const bool alone = same.places.size() == 1;
    names.push_back({same.shown, alone ? "" : hintFor(student.entry, levelOf(same))});
  }
  return names;
}

}  // namespace hallpass
