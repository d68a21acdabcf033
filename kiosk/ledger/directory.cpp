#include "kiosk/ledger/directory.h"

#include <string_view>

#include "platform/base/text.h"

namespace hallpass {
namespace {

std::string folded(std::string_view text) { return platform::foldForSearch(platform::trim(text)); }

bool isBare(const RosterEntry& entry) { return entry.number.empty() && entry.email.empty(); }

Directory::Indexes at(const std::map<std::string, Directory::Indexes>& index,
                      const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? Directory::Indexes() : found->second;
}

}  // namespace

void Directory::put(const RosterEntry& entry, std::size_t index) {
  if (!entry.number.empty()) byNumber_[folded(entry.number)].insert(index);
  if (!entry.email.empty()) byEmail_[folded(entry.email)].insert(index);
  if (isBare(entry)) byName_[nameKey(entry.name)].insert(index);
}

void Directory::drop(const RosterEntry& entry, std::size_t index) {
  byNumber_[folded(entry.number)].erase(index);
  byEmail_[folded(entry.email)].erase(index);
  byName_[nameKey(entry.name)].erase(index);
}

bool Directory::has(const RosterEntry& entry) const {
  return !ofNumber(entry).empty() || !ofEmail(entry).empty();
}

Directory::Indexes Directory::ofNumber(const RosterEntry& entry) const {
  return entry.number.empty() ? Indexes() : at(byNumber_, folded(entry.number));
}

Directory::Indexes Directory::ofEmail(const RosterEntry& entry) const {
  return entry.email.empty() ? Indexes() : at(byEmail_, folded(entry.email));
}

Directory::Indexes Directory::ofBareName(const RosterEntry& entry) const {
  return isBare(entry) ? at(byName_, nameKey(entry.name)) : Indexes();
}

}  // namespace hallpass
