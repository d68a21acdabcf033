#include "tests/support/power_loss.h"

#include <algorithm>

namespace tests {
namespace {

constexpr std::size_t kSector = 512;
constexpr unsigned kSurvives = 50;   ///< Of a hundred unsynced sectors.
constexpr unsigned kGarbled = 2;     ///< Of a hundred.
constexpr unsigned kEndsEarly = 10;  ///< Of a hundred files that grew.

/// Where a write's first sector after `from` begins, as the disk counts them.
std::size_t sectorEnd(std::size_t from) { return (from / kSector + 1) * kSector; }

void garble(std::string& bytes, Dice& dice) {
  if (dice.of100(50)) {
    bytes.resize(dice.below(bytes.size()));
    return;
  }
  for (char& byte : bytes) byte = dice.byte();
}

/// Writes to `content` what is left of `bytes`.
void putSome(std::string& content, std::size_t at, const std::string& bytes, Dice& dice) {
  for (std::size_t from = at; from < at + bytes.size();) {
    const std::size_t end = std::min(sectorEnd(from), at + bytes.size());
    std::string sector = bytes.substr(from - at, end - from);
    const bool garbled = dice.of100(kGarbled);
    if (garbled) garble(sector, dice);
    if (garbled || dice.survives()) put(content, from, sector);
    from = end;
  }
}

}  // namespace

bool Dice::survives() { return of100(kSurvives); }

void put(std::string& content, std::size_t at, const std::string& bytes) {
  content.resize(std::max(content.size(), at + bytes.size()));
  content.replace(at, bytes.size(), bytes);
}

std::string leftOf(const std::string& durable, const std::vector<UnsyncedChange>& unsynced,
                   Dice& dice) {
  std::string content = durable;
  for (const UnsyncedChange& change : unsynced) {
    if (!change.truncates) {
      putSome(content, change.at, change.bytes, dice);
    } else if (dice.survives()) {
      content.resize(change.at);
    }
  }
  if (content.size() > durable.size() && dice.of100(kEndsEarly)) {
    const std::size_t grown = (content.size() - durable.size()) / kSector;
    content.resize(durable.size() + kSector * dice.below(grown + 1));
  }
  return content;
}

}  // namespace tests
