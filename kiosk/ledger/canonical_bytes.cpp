#include "kiosk/ledger/canonical_bytes.h"

#include <array>

namespace hallpass {

CanonicalBytes& CanonicalBytes::add(std::string_view piece) {
  auto length = static_cast<std::uint64_t>(piece.size());
  std::array<char, 8> digits{};
  for (std::size_t at = digits.size(); at > 0; --at, length >>= 8U) {
    digits[at - 1] = static_cast<char>(static_cast<unsigned char>(length & 0xFFU));
  }
  bytes_.append(digits.data(), digits.size());
  bytes_ += piece;
  return *this;
}

}  // namespace hallpass
