#include "kiosk/ledger/canonical_bytes.h"

namespace hallpass {

CanonicalBytes& CanonicalBytes::add(std::string_view piece) {
  const auto length = static_cast<std::uint64_t>(piece.size());
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    bytes_ += static_cast<char>(static_cast<unsigned char>(length >> (shift - 8)));
  }
  bytes_ += piece;
  return *this;
}

}  // namespace hallpass
