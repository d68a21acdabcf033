#include "kiosk/domain/student.h"

#include <algorithm>
#include <map>

#include "platform/base/text.h"

namespace hallpass {
namespace {

/// Whether each of `typed` begins a word of `name` of its own. Both are short; the typed words are
/// tried longest first, so that a short one does not take the only word that a longer one begins.
bool beginWords(std::vector<std::string> typed, std::vector<std::string> name) {
  std::sort(typed.begin(), typed.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const std::string& start : typed) {
    const auto word = std::find_if(name.begin(), name.end(), [&](const std::string& candidate) {
      return candidate.starts_with(start);
    });
    if (word == name.end()) return false;
    name.erase(word);
  }
  return true;
}

/// The words of a name that a person would type: commas, quotes, hyphens and the like part words.
std::vector<std::string> searchWords(std::string_view text) {
  std::string folded = platform::foldForSearch(text);
  for (const std::string_view mark : {",", ".", "\"", "'", "’", "-", "(", ")"}) {
    for (std::size_t at = 0; (at = folded.find(mark, at)) != std::string::npos;) {
      folded.replace(at, mark.size(), " ");
    }
  }
  return platform::words(folded);
}

std::size_t letterCount(const std::vector<std::string>& words) {
  std::size_t count = 0;
  for (const std::string& word : words) count += platform::toCodePoints(word).size();
  return count;
}

std::string firstCharacters(std::string_view text, std::size_t count) {
  return platform::toUtf8(platform::toCodePoints(text).substr(0, count));
}

std::string lastCharacters(std::string_view text, std::size_t count) {
  const std::u32string points = platform::toCodePoints(text);
  return platform::toUtf8(points.substr(points.size() - std::min(points.size(), count)));
}

std::string firstNameAndInitial(std::string_view name) {
  const std::vector<std::string> parts = platform::words(inSpokenOrder(name));
  if (parts.size() < 2) return parts.empty() ? std::string() : parts.front();
  return parts.front() + " " + firstCharacters(parts.back(), 1) + ".";
}

/// What a person knows about themselves and a neighbour does not: never a whole number or address.
std::string hintFor(const RosterEntry& entry) {
  if (!entry.number.empty()) return "number ends in " + lastCharacters(entry.number, 3);
  const std::size_t at = entry.email.find('@');
  if (at != std::string::npos && at > 0) {
    const std::string local = entry.email.substr(0, at);
    return "e-mail " + firstCharacters(local, 1) + "…" + lastCharacters(local, 2) +
           entry.email.substr(at);
  }
  return inSpokenOrder(entry.name);
}

}  // namespace

std::vector<StudentId> search(std::span<const Student> roster, std::string_view typed) {
  std::vector<StudentId> found;
  const std::vector<std::string> wanted = searchWords(typed);
  if (letterCount(wanted) < kFewestSearchLetters) return found;
  for (const Student& student : roster) {
    if (beginWords(wanted, searchWords(student.entry.name))) found.push_back(student.id);
  }
  return found;
}

const Student* findByNumber(std::span<const Student> roster, std::string_view typed) {
  const std::string wanted = platform::foldForSearch(platform::trim(typed));
  if (wanted.empty()) return nullptr;
  const auto student = std::find_if(roster.begin(), roster.end(), [&](const Student& candidate) {
    return platform::foldForSearch(candidate.entry.number) == wanted;
  });
  return student == roster.end() ? nullptr : &*student;
}

platform::Result<StudentId, Refusal> findByKey(std::span<const Student> roster,
                                               std::string_view key) {
  if (const Student* student = findByNumber(roster, key)) return student->id;
  const std::string wanted = platform::foldForSearch(platform::trim(key));
  if (wanted.empty()) return Refusal::UnknownStudent;
  const auto collect = [&](auto&& matches) {
    std::vector<StudentId> found;
    for (const Student& student : roster) {
      if (matches(student.entry)) found.push_back(student.id);
    }
    return found;
  };
  auto found = collect(
      [&](const RosterEntry& entry) { return platform::foldForSearch(entry.email) == wanted; });
  if (found.empty()) {
    found = collect([&](const RosterEntry& entry) {
      return platform::foldForSearch(entry.name) == wanted ||
             platform::foldForSearch(inSpokenOrder(entry.name)) == wanted;
    });
  }
  if (found.empty()) return Refusal::UnknownStudent;
  if (found.size() > 1) return Refusal::AmbiguousStudent;
  return found.front();
}

std::vector<ShownName> shownNames(std::span<const Student> roster,
                                  std::span<const StudentId> shown) {
  std::map<std::string, int> howMany;
  std::map<StudentId, const Student*> byId;
  for (const Student& student : roster) {
    ++howMany[firstNameAndInitial(student.entry.name)];
    byId[student.id] = &student;
  }
  std::vector<ShownName> names;
  names.reserve(shown.size());
  for (const StudentId id : shown) {
    const RosterEntry& entry = byId.at(id)->entry;
    ShownName name{firstNameAndInitial(entry.name), ""};
    if (howMany[name.name] > 1) name.hint = hintFor(entry);
    names.push_back(std::move(name));
  }
  return names;
}

std::string inSpokenOrder(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == name.npos) return std::string(platform::trim(name));
  const std::string_view family = platform::trim(name.substr(0, comma));
  const std::string_view given = platform::trim(name.substr(comma + 1));
  if (family.empty() || given.empty()) return std::string(platform::trim(name));
  return std::string(given) + " " + std::string(family);
}

}  // namespace hallpass
