// What becomes of a kiosk that does not come back, and of its codes.
#include "kiosk/depot/recovery.h"

#include "tests/kiosk/depot/spoilt_ledger.h"
#include "tests/kiosk/depot/venue_scene.h"

using hallpass::DepotRefusal;
using hallpass::Role;
using tests::VenueRoom;
using tests::VenueScene;

namespace {

/// A room with four codes, of which it handed one out that the depot knows of, and one that it
/// does not.
struct LostRoom : VenueScene {
  VenueRoom& room = open();
  std::string told;
  std::string untold;

  LostRoom() : VenueScene(6) {
    room.ask(4);
    REQUIRE(room.sync().ok());
    told = room.handOut();
    REQUIRE(room.sync().ok());
    untold = room.handOut();
  }
  void declareLost() { REQUIRE(venue.declareLost(room.kiosk, "Ann", "Ben").value() == 3); }
  auto recover() { return hallpass::recoverKiosk(owner, *room.ledger, "Ann"); }
  auto unused(const std::string& first = "Ann", const std::string& second = "Ben") {
    return hallpass::declareUnused(owner, room.kiosk, first, second);
  }
  /// The ledger as it is now, as somebody would copy it.
  void copyTo(tests::TempFolder& copied) {
    room.ledger.reset();
    std::filesystem::copy(room.folder.path(), copied.path(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    room.reopen();
  }
};

}  // namespace

TEST_CASE("what a lost kiosk handed out last comes out of its ledger, and the rest is freed by two",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  CHECK(scene.unused().error() == DepotRefusal::Gap);  // Not before its ledger was seen.
  const auto done = scene.recover();
  INFO(scene.owner.problem());
  REQUIRE(done.ok());
  CHECK(done->whole);
  CHECK(done->claimed == 2);
  CHECK(done->unused == 2);
  CHECK(done->links > 0);
  CHECK(scene.stock().claimed == 2);
  CHECK(scene.stock().quarantined == 2);
  CHECK(scene.recover()->unused == 2);  // Again: the same.
  CHECK(scene.unused("Ann", " ANN").error() == DepotRefusal::Broken);
  CHECK(scene.unused().value() == 2);
  CHECK(scene.stock().free == 4);
  CHECK(scene.venue.wrong()->empty());
  // The found ledger hands out none of them any more; another room does.
  CHECK(scene.room.claim(scene.room.student("Late")).error() == hallpass::Refusal::OutOfStock);
  VenueRoom& other = scene.open();
  other.ask(4);
  REQUIRE(other.sync()->codesLeased == 4);
  for (int student = 0; student < 4; ++student) {
    const std::string code = other.handOut();
    CHECK(code != scene.told);
    CHECK(code != scene.untold);
  }
}

TEST_CASE("a kiosk that takes part is not recovered, nor one that the depot does not know",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  CHECK(scene.recover().error() == DepotRefusal::NotAllowed);
  CHECK(scene.room.ledger->leases().figures()->inStock == 2);
  tests::Room stranger;
  CHECK(hallpass::recoverKiosk(scene.owner, *stranger.ledger, "Ann").error() ==
        DepotRefusal::NotSet);
  REQUIRE(stranger.ledger->leases().join(hallpass::freshUuid(), Role::Operator).ok());
  CHECK(hallpass::recoverKiosk(scene.owner, *stranger.ledger, "Ann").error() ==
        DepotRefusal::Unknown);
  CHECK(hallpass::declareUnused(scene.owner, hallpass::freshUuid(), "Ann", "Ben").error() ==
        DepotRefusal::Unknown);
  CHECK(scene.unused().error() == DepotRefusal::Gap);
}

TEST_CASE("a kiosk that came back after it was declared lost is recovered as well",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  CHECK(scene.room.sync().error() == DepotRefusal::Lost);
  CHECK(scene.room.ledger->leases().figures()->inStock == 0);
  CHECK(scene.recover()->unused == 2);
  CHECK(scene.unused().value() == 2);
}

TEST_CASE("of two ledgers of one kiosk the claims are taken, and nothing counts as unused",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  tests::TempFolder copied;
  scene.copyTo(copied);
  auto clone = tests::openLedger(copied.file(), scene.room.clock);
  (void)scene.room.handOut();
  scene.room.clock.time.ms += 1'000;
  const auto somebody = clone->roster().addWalkIn("Somebody", Role::Student).value();
  REQUIRE(clone->claims().make(somebody, Role::Student).ok());
  REQUIRE(scene.room.sync().ok());
  CHECK(hallpass::synchronise(clone->leases(), scene.room.depot).error() == DepotRefusal::Frozen);
  REQUIRE(scene.venue.declareLost(scene.room.kiosk, "Ann", "Ben").ok());
  const auto done = hallpass::recoverKiosk(scene.owner, *clone, "Ann");
  REQUIRE(done.ok());
  CHECK_FALSE(done->whole);
  CHECK(done->unused == 0);
  CHECK(scene.stock().claimed == 3);
  CHECK(scene.recover()->unused == 0);
  CHECK(scene.unused().error() == DepotRefusal::Gap);
}

TEST_CASE("an older copy of a lost kiosk's ledger says nothing of what is unused",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  tests::TempFolder copied;
  scene.copyTo(copied);
  (void)scene.room.handOut();
  REQUIRE(scene.room.sync().ok());
  REQUIRE(scene.venue.declareLost(scene.room.kiosk, "Ann", "Ben").ok());
  auto old = tests::openLedger(copied.file(), scene.room.clock);
  const auto done = hallpass::recoverKiosk(scene.owner, *old, "Ann");
  REQUIRE(done.ok());
  CHECK_FALSE(done->whole);
  CHECK(scene.unused().error() == DepotRefusal::Gap);
  CHECK(scene.stock().claimed == 3);
}

TEST_CASE("codes that the issuer voided are void, and the stock adds up",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  CHECK(scene.venue.declareVoid(scene.room.kiosk, "Ann", "ann").error() == DepotRefusal::Broken);
  CHECK(scene.venue.declareVoid(hallpass::freshUuid(), "Ann", "Ben").error() ==
        DepotRefusal::Unknown);
  CHECK(scene.venue.declareVoid(scene.room.kiosk, "Ann", "Ben").value() == 3);
  const auto stock = scene.stock();
  CHECK(stock.voided == 3);
  CHECK(stock.imported == 6);
  CHECK(stock.loaded ==
        stock.free + stock.leased + stock.claimed + stock.quarantined + stock.voided);
  CHECK(scene.venue.wrong()->empty());
}

TEST_CASE("what is at stake is said by pass type and value, and is what a loss quarantines",
          "[depot][postgres][recovery]") {
  VenueScene scene(0);
  auto batch = tests::newBatch();
  batch.value = "$100, 30 days";
  REQUIRE(scene.venue.add(batch, tests::newCodes(0, 5)).ok());
  VenueRoom& room = scene.open();
  room.ask(3);
  REQUIRE(room.sync().ok());
  const auto stakes = scene.venue.atStake(room.kiosk);
  REQUIRE(stakes->size() == 1);
  CHECK(stakes->front().codes == 3);
  CHECK(stakes->front().value == "$100, 30 days");
  REQUIRE(scene.venue.restored("tests").ok());
  CHECK(scene.venue.atStake(room.kiosk)->front().codes == 5);
  CHECK(scene.venue.declareLost(room.kiosk, "Ann", "Ben").value() == 5);
}

TEST_CASE(
    "whatever of a found ledger cannot be read, nothing is called unused that it does not show",
    "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  scene.room.ledger.reset();
  const tests::SpoiltLedgers spoilt(scene.room.folder.path());
  int told = 0;
  spoilt.each([&](const std::string& name, const tests::TempFolder& copy) {
    INFO(name);
    auto opened = hallpass::Ledger::open(copy.file(), scene.room.clock);
    if (!opened) return;
    const auto done = hallpass::recoverKiosk(scene.owner, **opened, "Ann");
    if (done) {
      CHECK(done->unused == 2);
      return;
    }
    CHECK(done.error() == DepotRefusal::Ledger);
    // Nor does it say what any of its codes is.
    CHECK_FALSE(hallpass::codesOf(**opened)(hallpass::freshUuid()).has_value());
    ++told;
  });
  CHECK(told > 5);
  scene.room.reopen();
  CHECK(scene.recover()->unused == 2);
  CHECK(scene.stock().quarantined == 2);
}

TEST_CASE("a recovering that the depot breaks off is told, and made good by doing it again",
          "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  // With a kiosk's login nobody recovers anything.
  CHECK(hallpass::recoverKiosk(scene.room.connection, *scene.room.ledger, "Ann").error() ==
        DepotRefusal::NotAllowed);
  CHECK(scene.room.ledger->leases().figures()->inStock == 2);
  const auto rename = [&](const std::string& from, const std::string& to) {
    REQUIRE(scene.owner.call("ALTER FUNCTION depot." + from + " RENAME TO " + to).ok());
  };
  for (const char* step : {"recover_links", "recover_codes"}) {
    rename(step, "gone");
    CHECK(scene.recover().error() == DepotRefusal::Broken);
    CHECK(scene.unused().error() == DepotRefusal::Gap);
    rename("gone", step);
  }
  // Between the two the kiosk takes part again.
  rename("recover_codes", "gone");
  REQUIRE(scene.owner
              .call("CREATE FUNCTION depot.recover_codes(VARIADIC text[], OUT state text, OUT "
                    "whole boolean, OUT unused bigint) LANGUAGE sql AS $$ SELECT 'active', false, "
                    "0::bigint $$")
              .ok());
  CHECK(scene.recover().error() == DepotRefusal::Broken);
  REQUIRE(scene.owner.call("DROP FUNCTION depot.recover_codes").ok());
  rename("gone", "recover_codes");
  CHECK(scene.recover()->unused == 2);
  CHECK(scene.unused().value() == 2);
}

TEST_CASE("while the depot rebuilds, nothing is freed", "[depot][postgres][recovery]") {
  LostRoom scene;
  scene.declareLost();
  REQUIRE(scene.recover()->unused == 2);
  REQUIRE(scene.venue.restored("tests").ok());
  CHECK(scene.unused().error() == DepotRefusal::Rebuilding);
  CHECK(scene.venue.resume("tests").value() == 0);
  CHECK(scene.unused().value() == 2);
}

TEST_CASE("control: a code that somebody took out of the depot by hand is found missing",
          "[depot][postgres][recovery]") {
  VenueScene scene(3);
  CHECK(scene.venue.wrong()->empty());
  REQUIRE(scene.owner.call("DELETE FROM depot.code WHERE position = 1").ok());
  CHECK(scene.venue.wrong()->size() == 2);  // Its list, and its pass type.
}
