#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hallpass {

/// Pieces joined so that no other list of pieces gives the same bytes: each as its length in 8
/// bytes, most significant first, and then its bytes; a number as its decimal text. What the
/// journal's hashes and the commitments to names are made over, so it never changes.
class CanonicalBytes {
 public:
  CanonicalBytes& add(std::string_view piece);
  CanonicalBytes& add(std::int64_t number) { return add(std::string_view(std::to_string(number))); }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace hallpass
