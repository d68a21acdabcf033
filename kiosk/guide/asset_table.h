#pragma once

#include <toml++/toml.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/guide/guide.h"
#include "platform/base/result.h"

namespace hallpass {

/// Whether a key may be left out.
enum class Presence : std::uint8_t { Required, Optional };

/// How a text may be written.
enum class Lines : std::uint8_t { One, Many };

/// The mistakes of one file, all of them.
class Mistakes {
 public:
  /// `file` as a person knows it: "pass-types/azure-pass.toml".
  explicit Mistakes(std::string file) : file_(std::move(file)) {}

  /// Notes that `what` is wrong at `line`; line 0 names the file alone.
  void add(unsigned line, const std::string& what);
  void add(AssetProblem problem) { all_.push_back(std::move(problem)); }

  /// In the order in which they were noted.
  [[nodiscard]] const std::vector<AssetProblem>& all() const { return all_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  std::vector<AssetProblem> all_;
};

/// One table of an asset file, read key by key. A value that is wrong is noted in the file's
/// Mistakes and read as empty, so that a reader asks for all its keys and looks at the mistakes
/// once.
class AssetTable {
 public:
  AssetTable(const toml::table& table, Mistakes& mistakes) : table_(table), mistakes_(mistakes) {}

  /// A text of 1 to `longest` characters; "" where it is Optional and left out.
  [[nodiscard]] std::string text(std::string_view key, std::size_t longest,
                                 Presence presence = Presence::Required, Lines lines = Lines::One);

  /// A list of `fewest` to `most` texts; empty where it is Optional and left out.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key, std::size_t fewest,
                                               std::size_t most, std::size_t longest,
                                               Presence presence = Presence::Required);

  /// A whole number from `least` to `most`; nullopt where it is left out or wrong.
  [[nodiscard]] std::optional<int> number(std::string_view key, int least, int most);

  /// true or false; `otherwise` where it is left out or wrong.
  [[nodiscard]] bool flag(std::string_view key, bool otherwise);

  /// The tables [[key]], of which there must be one at least.
  [[nodiscard]] std::vector<AssetTable> tables(std::string_view key);

  /// The line where `key` stands, from 1; the table's own where it is left out.
  [[nodiscard]] unsigned lineOf(std::string_view key) const;

  void mistake(std::string_view key, const std::string& what);

  /// Notes every key that nobody asked for: it is misspelt, or in the wrong table.
  void refuseOtherKeys();

 private:
  const toml::node* find(std::string_view key, Presence presence, std::string_view example);
  std::string checkedText(const toml::node& node, std::string_view key, std::size_t longest,
                          Lines lines);

  const toml::table& table_;
  Mistakes& mistakes_;
  std::vector<std::string> asked_;
};

/// Reads `file` of `assets` (at most 64 KiB), such as "browsers.toml". One that is not there, that
/// cannot be read or that is no TOML is a problem.
[[nodiscard]] platform::Result<toml::table, AssetProblem> readAssetFile(
    const std::filesystem::path& assets, const std::string& file);

/// Reads `folder`/`id`.toml of `assets` in the same way. `what` names such a file in a sentence:
/// "pass type". An id that is no id is a problem, too.
[[nodiscard]] platform::Result<toml::table, AssetProblem> readAsset(
    const std::filesystem::path& assets, const std::string& folder, const std::string& id,
    const std::string& what);

/// Whether `text` may name a file of assets/: 1 to 40 lower-case letters, digits and dashes.
[[nodiscard]] bool isAssetId(std::string_view text);

/// The names without ".toml" of the files in `folder` of `assets`, sorted.
[[nodiscard]] std::vector<std::string> assetIds(const std::filesystem::path& assets,
                                                const std::string& folder);

}  // namespace hallpass
