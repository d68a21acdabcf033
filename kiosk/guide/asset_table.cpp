#include "kiosk/guide/asset_table.h"

#include <algorithm>

#include "platform/base/text.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostAssetBytes = std::size_t{64} * 1024;

std::string inQuotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string count(std::size_t number) { return std::to_string(number); }

std::string counted(std::size_t number, const std::string& noun) {
  return count(number) + " " + noun + (number == 1 ? "" : "s");
}

bool hasControls(std::string text, Lines lines) {
  if (lines == Lines::Many) std::erase(text, '\n');
  return platform::hasControls(text);
}

/// Why `text` cannot be shown in at most `longest` characters, or "".
std::string textMistake(const std::string& text, std::size_t longest, Lines lines) {
  if (platform::trim(text).empty()) return "is empty. Write a text between the quotes.";
  if (lines == Lines::Many && hasControls(text, lines)) {
    return "holds a tab or another control character. Remove it.";
  }
  if (hasControls(text, lines)) {
    return "holds a line break, a tab or another control character. Write it on one line.";
  }
  if (platform::trim(text).size() != text.size()) {
    return "begins or ends with a space. Remove it.";
  }
  const std::size_t length = platform::toCodePoints(text).size();
  if (length > longest) {
    return "has " + count(length) + " characters; the screen has room for " + count(longest) +
           ". Make it shorter.";
  }
  return "";
}

std::string knownIds(const std::filesystem::path& assets, const std::string& folder) {
  std::string list;
  for (const std::string& id : assetIds(assets, folder)) list += (list.empty() ? "" : ", ") + id;
  return list.empty() ? "There are none in " + (assets / folder).string() + "."
                      : "Use one of: " + list + ".";
}

}  // namespace

void Mistakes::add(unsigned line, const std::string& what) {
  const std::string at = line == 0 ? "" : ", line " + std::to_string(line);
  add(AssetProblem{file_ + at + ": " + what, file_, line});
}

const toml::node* AssetTable::find(std::string_view key, Presence presence,
                                   std::string_view example) {
  asked_.emplace_back(key);
  const toml::node* node = table_.get(key);
  if (node == nullptr && presence == Presence::Required) {
    mistake(key, "is missing. Add: " + std::string(example));
  }
  return node;
}

std::string AssetTable::checkedText(const toml::node& node, std::string_view key,
                                    std::size_t longest, Lines lines) {
  const unsigned line = static_cast<unsigned>(node.source().begin.line);
  const toml::value<std::string>* value = node.as_string();
  if (value == nullptr) {
    mistakes_.add(line, inQuotes(key) + " must be a text. Write it between quotes.");
    return "";
  }
  const std::string why = textMistake(value->get(), longest, lines);
  if (why.empty()) return value->get();
  mistakes_.add(line, inQuotes(key) + " " + why);
  return "";
}

std::string AssetTable::text(std::string_view key, std::size_t longest, Presence presence,
                             Lines lines) {
  const toml::node* node = find(key, presence, std::string(key) + " = \"...\"");
  return node == nullptr ? std::string() : checkedText(*node, key, longest, lines);
}

std::vector<std::string> AssetTable::texts(std::string_view key, std::size_t fewest,
                                           std::size_t most, std::size_t longest,
                                           Presence presence) {
  const toml::node* node = find(key, presence, std::string(key) + " = [\"...\"]");
  if (node == nullptr) return {};
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    mistake(key, "must be a list. Write: " + std::string(key) + " = [\"...\", \"...\"]");
    return {};
  }
  if (list->size() < fewest || list->size() > most) {
    const std::string wanted = fewest == most ? count(most) : count(fewest) + " to " + count(most);
    mistake(key, "has " + counted(list->size(), "text") + "; write " + wanted + ".");
    return {};
  }
  std::vector<std::string> found;
  for (const toml::node& item : *list) {
    found.push_back(checkedText(item, key, longest, Lines::One));
  }
  return found;
}

std::optional<int> AssetTable::number(std::string_view key, int least, int most) {
  const toml::node* node = find(key, Presence::Optional, "");
  if (node == nullptr) return std::nullopt;
  const toml::value<std::int64_t>* value = node->as_integer();
  if (value != nullptr && value->get() >= least && value->get() <= most) {
    return static_cast<int>(value->get());
  }
  mistake(key, "must be a whole number from " + std::to_string(least) + " to " +
                   std::to_string(most) + ", without quotes.");
  return std::nullopt;
}

bool AssetTable::flag(std::string_view key, bool otherwise) {
  const toml::node* node = find(key, Presence::Optional, "");
  if (node == nullptr) return otherwise;
  const toml::value<bool>* value = node->as_boolean();
  if (value != nullptr) return value->get();
  mistake(key, "must be true or false, without quotes.");
  return otherwise;
}

std::vector<AssetTable> AssetTable::tables(std::string_view key) {
  const std::string header = "[[" + std::string(key) + "]]";
  const toml::node* node = find(key, Presence::Required, "tables " + header);
  if (node == nullptr) return {};
  const toml::array* list = node->as_array();
  const bool allTables =
      list != nullptr && !list->empty() &&
      std::all_of(list->begin(), list->end(), [](auto& item) { return item.is_table(); });
  if (!allTables) {
    mistake(key, "must be tables. Begin each with a line " + header);
    return {};
  }
  std::vector<AssetTable> found;
  for (const toml::node& item : *list) found.emplace_back(*item.as_table(), mistakes_);
  return found;
}

unsigned AssetTable::lineOf(std::string_view key) const {
  const toml::node* node = table_.get(key);
  const auto& source = node == nullptr ? table_.source() : node->source();
  return static_cast<unsigned>(source.begin.line);
}

void AssetTable::mistake(std::string_view key, const std::string& what) {
  mistakes_.add(lineOf(key), inQuotes(key) + " " + what);
}

void AssetTable::refuseOtherKeys() {
  for (const auto& [key, node] : table_) {
    if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
    std::string known;
    for (const std::string& name : asked_) known += (known.empty() ? "" : ", ") + name;
    mistakes_.add(
        static_cast<unsigned>(node.source().begin.line),
        inQuotes(key.str()) + " is not known here. Remove it, or use one of: " + known + ".");
  }
}

platform::Result<toml::table, AssetProblem> readAssetFile(const std::filesystem::path& assets,
                                                          const std::string& file) {
  const auto content = platform::readFile(assets / file, kMostAssetBytes);
  if (!content && content.error() == platform::FileRefusal::NotFound) {
    return AssetProblem{file + ": is missing. Copy it from the program's own assets.", file};
  }
  if (!content) return AssetProblem{platform::sentence(content.error(), assets / file), file};
  try {
    return toml::parse(*content, file);
  } catch (const toml::parse_error& error) {
    Mistakes mistakes(file);
    mistakes.add(static_cast<unsigned>(error.source().begin.line),
                 "this is not TOML. " + std::string(error.description()) +
                     ". Mend the line; kiosk/guide/README.md shows the format.");
    return mistakes.all().front();
  }
}

platform::Result<toml::table, AssetProblem> readAsset(const std::filesystem::path& assets,
                                                      const std::string& folder,
                                                      const std::string& id,
                                                      const std::string& what) {
  const std::string file = folder + "/" + id + ".toml";
  if (!isAssetId(id)) {
    return AssetProblem{inQuotes(id) + " cannot name a " + what +
                            ": use 1 to 40 lower-case letters, digits and dashes. " +
                            knownIds(assets, folder),
                        file};
  }
  std::error_code error;
  if (!std::filesystem::exists(assets / file, error) && !error) {
    return AssetProblem{
        "There is no " + what + " " + inQuotes(id) + ". " + knownIds(assets, folder), file};
  }
  return readAssetFile(assets, file);
}

bool isAssetId(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::vector<std::string> assetIds(const std::filesystem::path& assets, const std::string& folder) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(assets / folder, error)) {
    if (entry.path().extension() == ".toml") ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace hallpass
