// Codes that a kiosk adds to the depot, for all rooms.
#include <thread>

#include "tests/kiosk/app/depot_scene.h"

using namespace hallpass;
using tests::DepotScene;

namespace {

DepotBatch batchOf(int first, int count) {
  return {freshUuid(), tests::newBatch(), tests::newCodes(first, count)};
}

const platform::Interruption kNever;

}  // namespace

TEST_CASE("a list that a kiosk sends is in the depot once, however often it is sent",
          "[depot][postgres]") {
  DepotScene scene;
  auto& worker = scene.start();
  const DepotBatch batch = batchOf(0, 5);
  CHECK(worker.add(batch, kNever).value() == 5);
  CHECK(worker.add(batch, kNever).value() == 0);
  CHECK(worker.add(batchOf(0, 7), kNever).value() == 2);
  CHECK(worker.add(batchOf(0, 7), kNever).value() == 0);
  CHECK(scene.stock().free == 7);
  CHECK(scene.owner.call("SELECT count(*) FROM depot.batch")->integer(0, 0) == 2);
  CHECK(scene.owner.call("SELECT count(*) FROM depot.decision WHERE what LIKE 'codes added%'")
            ->integer(0, 0) == 2);
  // Staff's own list of the same codes finds them by the same mark.
  CHECK(scene.venue.add(tests::newBatch(), tests::newCodes(0, 7)).value() == 0);
}

TEST_CASE("a list of ten thousand codes is sent in one piece", "[depot][postgres]") {
  DepotScene scene;
  CHECK(scene.start().add(batchOf(0, 10'000), kNever).value() == 10'000);
  CHECK(scene.stock().free == 10'000);
}

TEST_CASE("sending that is cut in the middle is told, and made good by sending again",
          "[depot][postgres]") {
  DepotScene scene;
  auto& worker = scene.start();
  const DepotBatch batch = batchOf(0, 5);
  // The depot takes the call and cannot go on: somebody holds what it must look at.
  hallpass::Connection holder(
      DepotScene::server().address(scene.owner.call("SELECT current_database()")->text(0, 0)));
  REQUIRE(holder.call("BEGIN").ok());
  REQUIRE(holder.call("SELECT 1 FROM depot.world FOR UPDATE").ok());
  platform::Interruption cut;
  std::thread cuts([&] {
    const auto blocked = [&] {
      return scene.owner
                 .call("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                 ->integer(0, 0) > 0;
    };
    for (int tries = 0; tries < 100'000 && !blocked(); ++tries) {
    }
    cut.ask();
  });
  CHECK(worker.add(batch, cut).error() == DepotRefusal::Unreachable);
  cuts.join();
  REQUIRE(holder.call("COMMIT").ok());
  const auto again = worker.add(batch, kNever);
  REQUIRE(again.ok());
  CHECK(scene.stock().free == 5);
  CHECK(scene.venue.wrong()->empty());
}

TEST_CASE("a kiosk's login adds codes and can do nothing more with them", "[depot][postgres]") {
  DepotScene scene;
  auto& worker = scene.start();
  REQUIRE(worker.add(batchOf(0, 5), kNever).value() == 5);
  Connection room(scene.address());
  CHECK(room.call("SELECT * FROM depot.code").error() == DepotRefusal::NotAllowed);
  CHECK(room.call("SELECT * FROM depot.batch").error() == DepotRefusal::NotAllowed);
  Venue asKiosk(room);
  CHECK(asKiosk.add(tests::newBatch(), tests::newCodes(5, 1)).error() == DepotRefusal::NotAllowed);
  const DepotKey stranger(platform::randomKey());
  PgDepot forged(room, stranger, scene.kiosk, {});
  CHECK(forged.add(batchOf(5, 1)).error() == DepotRefusal::Unknown);
  CHECK(scene.stock().loaded == 5);
}

TEST_CASE("a depot that has forgotten takes no codes, nor does it take them of who is frozen",
          "[depot][postgres]") {
  DepotScene scene;
  auto& worker = scene.start();
  REQUIRE(scene.venue.restored("tests").ok());
  CHECK(worker.add(batchOf(0, 5), kNever).error() == DepotRefusal::Rebuilding);
  REQUIRE(scene.synchronises());
  REQUIRE(scene.venue.resume("tests").value() == 0);
  REQUIRE(scene.venue.declareLost(scene.kiosk, "Ann", "Ben").ok());
  CHECK(worker.add(batchOf(0, 5), kNever).error() == DepotRefusal::Lost);
  CHECK(scene.stock().loaded == 0);
}
