#include "kiosk/guide/guide_table.h"

#include <algorithm>

namespace hallpass {
namespace {

constexpr std::size_t kMostNames = 32;
constexpr std::size_t kLongestFact = 4;

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// "B6", "T38": a letter of the checklist and a number.
bool isFact(std::string_view text) {
  const std::string_view digits = text.substr(std::min<std::size_t>(1, text.size()));
  return !digits.empty() && text.front() >= 'A' && text.front() <= 'Z' &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string notOneOf(std::string_view word, const std::vector<std::string>& all) {
  std::string list;
  for (const std::string& one : all) list += (list.empty() ? "" : ", ") + one;
  return "\"" + std::string(word) + "\". Use one of: " + list + ".";
}

std::vector<std::string> idsOf(const std::vector<Address>& addresses) {
  std::vector<std::string> ids;
  ids.reserve(addresses.size());
  for (const Address& address : addresses) ids.push_back(address.id);
  return ids;
}

void GuideTable::checkMarks(std::string_view key, std::string_view text) {
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == text.npos) {
      table_.mistake(key, "has a { without its }. An address is written as {ID}.");
      return;
    }
    const std::string_view id = text.substr(open + 1, close - open - 1);
    if (!known_->addresses || contains(idsOf(*known_->addresses), id)) continue;
    table_.mistake(key, "names {" + std::string(id) + "}, which is no address of addresses.toml: " +
                            notOneOf(id, idsOf(*known_->addresses)));
  }
}

std::string GuideTable::words(std::string_view key, std::size_t longest, Presence presence,
                              Lines lines) {
  std::string text = table_.text(key, longest, presence, lines);
  checkMarks(key, text);
  return text;
}

std::vector<std::string> GuideTable::wordsList(std::string_view key, std::size_t fewest,
                                               std::size_t most, std::size_t longest,
                                               Presence presence) {
  std::vector<std::string> all = table_.texts(key, fewest, most, longest, presence);
  for (const std::string& text : all) checkMarks(key, text);
  return all;
}

std::string GuideTable::id(std::vector<std::string>& earlier) {
  std::string id = table_.text("id", kLongestTitle);
  if (id.empty()) return id;
  if (!isAssetId(id)) {
    table_.mistake("id", "is \"" + id + "\". Use lower-case letters, digits and dashes.");
  } else if (contains(earlier, id)) {
    table_.mistake("id", "is \"" + id + "\" a second time. Give each a name of its own.");
  }
  earlier.push_back(id);
  return id;
}

std::string GuideTable::picture() {
  std::string name = table_.text("picture", kLongestTitle, Presence::Optional);
  if (!name.empty()) checkPicture("picture", name);
  return name;
}

void GuideTable::checkPicture(std::string_view key, const std::string& picture) {
  if (!isAssetId(picture)) {
    table_.mistake(key,
                   "must be the name of a file in illustrations/, without .svg: lower-case "
                   "letters, digits and dashes.");
    return;
  }
  std::error_code error;
  const auto file = known_->assets / "illustrations" / (picture + ".svg");
  if (std::filesystem::is_regular_file(file, error)) return;
  table_.mistake(key, "needs a drawing that is not there: illustrations/" + picture +
                          ".svg. Add it, or name another.");
}

std::vector<std::string> GuideTable::facts() {
  std::vector<std::string> facts =
      table_.texts("facts", 1, kMostNames, kLongestFact, Presence::Optional);
  for (const std::string& fact : facts) {
    if (fact.empty() || isFact(fact)) continue;
    table_.mistake("facts", "holds \"" + fact + "\". Write a letter and a number, such as \"B6\".");
  }
  return facts;
}

std::vector<std::string> GuideTable::knownNames(std::string_view key, Presence presence,
                                                const std::vector<std::string>& all) {
  std::vector<std::string> names = table_.texts(key, 1, kMostNames, kLongestTitle, presence);
  std::vector<std::string> kept;
  for (std::string& name : names) {
    if (name.empty()) continue;
    if (contains(kept, name)) {
      table_.mistake(key, "holds \"" + name + "\" twice. Keep one.");
    } else if (!contains(all, name)) {
      table_.mistake(key, "holds " + notOneOf(name, all));
    } else {
      kept.push_back(std::move(name));
    }
  }
  return kept;
}

std::vector<AccountKind> GuideTable::accounts(Presence presence) {
  std::vector<std::string> all;
  all.reserve(kAccountKinds.size());
  for (const AccountKind kind : kAccountKinds) all.emplace_back(name(kind));
  std::vector<AccountKind> kinds;
  for (const std::string& word : knownNames("accounts", presence, all)) {
    if (const auto kind = accountKindNamed(word)) kinds.push_back(*kind);
  }
  return kinds;
}

std::vector<std::string> GuideTable::guides(Presence presence) {
  return knownNames("guides", presence, known_->guides);
}

std::vector<std::string> GuideTable::answers() {
  if (!known_->answers) {
    return table_.texts("answers", 1, kMostNames, kLongestTitle, Presence::Optional);
  }
  std::vector<std::string> all;
  for (const auto& [id, guides] : *known_->answers) all.push_back(id);
  return knownNames("answers", Presence::Optional, all);
}

std::string GuideTable::address() {
  std::string id = table_.text("address", kLongestTitle, Presence::Optional);
  if (id.empty() || !known_->addresses || contains(idsOf(*known_->addresses), id)) return id;
  table_.mistake("address", "is " + notOneOf(id, idsOf(*known_->addresses)));
  return "";
}

std::vector<GuideTable> GuideTable::tables(std::string_view key) {
  std::vector<GuideTable> all;
  for (const AssetTable& table : table_.tables(key)) all.emplace_back(table, *known_);
  return all;
}

}  // namespace hallpass
