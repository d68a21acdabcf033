#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hallpass {

/// The titles of the pass types, read once.
class PassTitles {
 public:
  explicit PassTitles(const std::filesystem::path& assets);

  /// "Azure Pass"; the id itself where its file is gone or has a mistake.
  [[nodiscard]] std::string of(const std::string& id) const;

 private:
  std::map<std::string, std::string> titles_;
};

}  // namespace hallpass
