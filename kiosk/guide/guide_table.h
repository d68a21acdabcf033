#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/guide/asset_table.h"
#include "kiosk/guide/guide.h"

namespace hallpass {

/// What the files of one set of assets may name.
struct Known {
  std::filesystem::path assets;
  std::vector<std::string> guides;  ///< Ids.
  /// nullopt = their file could not be read; then no mistake is made of what may stand in it.
  std::optional<std::vector<Address>> addresses;
  /// The ids of all answers and the guides of each; nullopt = some file of them could not be read.
  std::optional<std::map<std::string, std::vector<std::string>>> answers;
};

/// A table of a file that students read from: an AssetTable whose texts may hold {ADDRESS}, and
/// whose keys may name other files. A name that is not known is noted as a mistake and left out.
class GuideTable {
 public:
  GuideTable(const AssetTable& table, const Known& known) : table_(table), known_(&known) {}

  /// A text in which every {ID} is an address; "" where it is Optional and left out.
  [[nodiscard]] std::string words(std::string_view key, std::size_t longest,
                                  Presence presence = Presence::Required, Lines lines = Lines::One);
  [[nodiscard]] std::vector<std::string> wordsList(std::string_view key, std::size_t fewest,
                                                   std::size_t most, std::size_t longest,
                                                   Presence presence = Presence::Required);

  /// Its own id, which none of `earlier` may have; it is added to them.
  [[nodiscard]] std::string id(std::vector<std::string>& earlier);

  /// The name of a drawing that exists; "" = none.
  [[nodiscard]] std::string picture();
  /// Notes a mistake of `key` where there is no drawing of that name.
  void checkPicture(std::string_view key, const std::string& picture);
  [[nodiscard]] std::vector<std::string> facts();
  [[nodiscard]] std::vector<AccountKind> accounts(Presence presence = Presence::Optional);
  [[nodiscard]] std::vector<std::string> guides(Presence presence);
  [[nodiscard]] std::vector<std::string> answers();
  /// The id of an address; "" = none.
  [[nodiscard]] std::string address();

  [[nodiscard]] std::vector<GuideTable> tables(std::string_view key);

  /// What an AssetTable does beside these: plain texts, numbers, mistakes.
  [[nodiscard]] AssetTable& plain() { return table_; }
  [[nodiscard]] const Known& known() const { return *known_; }

 private:
  void checkMarks(std::string_view key, std::string_view text);
  std::vector<std::string> knownNames(std::string_view key, Presence presence,
                                      const std::vector<std::string>& all);

  AssetTable table_;
  const Known* known_;
};

/// "\"portall\". Use one of: balance, portal."
[[nodiscard]] std::string notOneOf(std::string_view word, const std::vector<std::string>& all);

[[nodiscard]] std::vector<std::string> idsOf(const std::vector<Address>& addresses);

}  // namespace hallpass
