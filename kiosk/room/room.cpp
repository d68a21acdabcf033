#include "kiosk/room/room.h"

namespace hallpass {
namespace {

/// Puts the pass type and its guide into `room`; answers why they cannot be shown, "" = they can.
std::string readAssets(Room& room, const std::filesystem::path& assets) {
  auto passType = loadPassType(assets, room.heldClass->facts.passType);
  if (!passType) return passType.error().sentence;
  room.passType = *std::move(passType);
  auto guide = loadGuide(assets, room.passType->guide);
  if (!guide) return guide.error().sentence;
  room.guide = *std::move(guide);
  return "";
}

}  // namespace

platform::Result<Room, Refusal> readRoom(Ledger& ledger, const std::filesystem::path& assets,
                                         platform::UtcTime now) {
  Room room;
  ReadinessFacts facts;
  facts.now = now;
  auto current = ledger.classes().current();
  if (!current) return current.error();
  const auto lastEvent = ledger.journal().lastEventAt();
  if (!lastEvent) return lastEvent.error();
  facts.lastEvent = *lastEvent;
  room.heldClass = *std::move(current);
  if (room.heldClass) {
    const auto stock = ledger.stock().count(room.heldClass->facts.passType);
    if (!stock) return stock.error();
    room.inStock = stock->inStock;
    facts.guideProblem = readAssets(room, assets);
  }
  facts.openClass = room.heldClass;
  facts.inStock = room.inStock;
  facts.diskLow = ledger.diskIsLow();
  room.reasons = readiness(facts);
  return room;
}

}  // namespace hallpass
