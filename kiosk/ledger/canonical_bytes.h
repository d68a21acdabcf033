#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hallpass {

/// Pieces joined so that no other list of pieces gives the same bytes: each as its length in 8
/// bytes, most significant first, and then its bytes; a number as its decimal text. What the
/// journal's hashes and the commitments to names are made over, so it never changes.
class CanonicalBytes {
 public:
  CanonicalBytes() { bytes_.reserve(kUsual); }
  CanonicalBytes& add(std::string_view piece);
  CanonicalBytes& add(std::int64_t number) { return add(std::string_view(std::to_string(number))); }

  [[nodiscard]] const std::string& bytes() const& { return bytes_; }
  [[nodiscard]] std::string bytes() && { return std::move(bytes_); }

 private:
  static constexpr std::size_t kUsual = 512;  ///< More than most entries of the journal take.
  std::string bytes_;
};

}  // namespace hallpass
