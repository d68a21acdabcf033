#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// A heading as it is compared: case, accents, spaces and punctuation do not count. "E-mail:" and
/// "email" are one.
[[nodiscard]] std::string headerKey(std::string_view cell);

/// Headings that mean the same thing, the plainest first.
class HeaderWords {
 public:
  HeaderWords(std::initializer_list<std::string_view> words);
  explicit HeaderWords(const std::vector<std::string>& words);

  /// Whether `key`, a headerKey, is one of them.
  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }

 private:
  std::vector<std::string> keys_;
};

}  // namespace hallpass
