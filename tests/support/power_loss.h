#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace tests {

/// Chance, the same for the same seed.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}
  bool of100(unsigned chance) { return random_() % 100U < chance; }
  std::size_t below(std::size_t end) { return random_() % end; }
  char byte() { return static_cast<char>(random_()); }

  /// Whether something that was not synced is there after a loss of power: one chance in two.
  bool survives();

 private:
  std::minstd_rand random_;
};

/// A write to a file, or a truncation of it to `at` bytes, that was not synced.
struct UnsyncedChange {
  std::size_t at = 0;
  std::string bytes;
  bool truncates = false;
};

/// Writes `bytes` to `content`, which grows where it has to.
void put(std::string& content, std::size_t at, const std::string& bytes);

/// What a loss of power leaves of a file (trust.md 1.2): of what was written since its last sync,
/// each sector of 512 bytes is there with one chance in two, and with two in a hundred it is
/// garbage or only its first bytes are new; a truncation is there with one chance in two; a file
/// that grew may end in the midst of its new sectors. Bytes beside a write stay as they were.
[[nodiscard]] std::string leftOf(const std::string& durable,
                                 const std::vector<UnsyncedChange>& unsynced, Dice& dice);

}  // namespace tests
