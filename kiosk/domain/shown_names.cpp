#include <algorithm>
#include <map>
#include <set>

#include "kiosk/domain/shown_hints.h"
#include "kiosk/domain/student.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

/// More characters than a number or an e-mail has: at this level all of them are shown.
constexpr std::size_t kMostLevels = 256;

std::string front(const std::u32string& points, std::size_t count) {
  return platform::toUtf8(points.substr(0, count));
}

std::string back(const std::u32string& points, std::size_t count) {
  return platform::toUtf8(points.substr(points.size() - std::min(points.size(), count)));
}

std::string numberHint(const std::string& number, std::size_t level) {
  const std::u32string points = platform::toCodePoints(number);
  const std::size_t first = std::clamp<std::size_t>(points.size() - 1, 1, 3);
  return filled(tr("number ends in {digits}"), {{"digits", back(points, first + level)}});
}

std::string emailHint(const std::string& email, std::size_t at, std::size_t level) {
  const std::u32string local = platform::toCodePoints(email.substr(0, at));
  const std::size_t begin = 1 + level;
  const std::size_t end = local.size() > 3 ? 2 + level : level;
  const bool whole = begin + end >= local.size() && level > 0;
  return filled(
      tr("e-mail {address}"),
      {{"address",
        whole ? email : front(local, begin) + "…" + back(local, end) + email.substr(at)}});
}

}  // namespace

std::string hintFor(const RosterEntry& entry, std::size_t level) {
  if (!entry.number.empty()) return numberHint(entry.number, level);
  const std::size_t at = entry.email.find('@');
  if (at != std::string::npos && at > 0) return emailHint(entry.email, at, level);
  return entry.name;
}

std::size_t hintLevel(const std::vector<const Student*>& namesakes) {
  for (std::size_t level = 0; level < kMostLevels; ++level) {
    std::set<std::string> hints;
    for (const Student* student : namesakes) hints.insert(hintFor(student->entry, level));
    if (hints.size() == namesakes.size()) return level;
  }
  return kMostLevels;
}

std::vector<ShownName> shownNames(std::span<const Student> roster,
                                  std::span<const StudentId> shown) {
  std::map<std::string, std::vector<const Student*>> namesakes;
  std::map<StudentId, const Student*> byId;
  for (const Student& student : roster) {
    namesakes[firstNameAndInitial(student.entry.name)].push_back(&student);
    byId[student.id] = &student;
  }
  std::map<std::string, std::size_t> levels;
  std::vector<ShownName> names;
  names.reserve(shown.size());
  for (const StudentId id : shown) {
    const RosterEntry& entry = byId.at(id)->entry;
    ShownName name{firstNameAndInitial(entry.name), ""};
    const auto& same = namesakes.at(name.name);
    if (same.size() > 1) {
      const auto level = levels.try_emplace(name.name, 0);
      if (level.second) level.first->second = hintLevel(same);
      name.hint = hintFor(entry, level.first->second);
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace hallpass
