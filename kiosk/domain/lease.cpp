#include "kiosk/domain/lease.h"

#include <array>

namespace hallpass {
namespace {

constexpr std::array kFates{Fate::Stock, Fate::Claimed, Fate::Quarantined, Fate::Returned};

}  // namespace

std::string_view name(Fate fate) {
  switch (fate) {
    case Fate::Stock:
      return "stock";
    case Fate::Claimed:
      return "claimed";
    case Fate::Quarantined:
      return "quarantined";
    case Fate::Returned:
      break;
  }
  return "returned";
}

std::optional<Fate> fateNamed(std::string_view text) {
  for (const Fate fate : kFates) {
    if (name(fate) == text) return fate;
  }
  return std::nullopt;
}

}  // namespace hallpass
