// The kiosk's worker for its depot, with a PostgreSQL server that the test starts.
#include <filesystem>

#include "kiosk/app.h"
#include "tests/kiosk/app/depot_scene.h"
#include "tests/support/silent_server.h"

using namespace hallpass;
using tests::DepotScene;

namespace {

std::ptrdiff_t threads() {
  using std::filesystem::directory_iterator;
  return std::distance(directory_iterator("/proc/self/task"), directory_iterator());
}

}  // namespace

TEST_CASE("a kiosk takes what its class needs of the depot, and tells what it handed out",
          "[depot][postgres]") {
  DepotScene scene(30);
  scene.openClass(3);
  scene.start();
  REQUIRE(scene.synchronises());
  CHECK(scene.ledger->leases().figures()->inStock == 7);
  CHECK(scene.stock().leased == 7);
  scene.claim(0);
  REQUIRE(scene.synchronises());
  CHECK(scene.stock().claimed == 1);
  CHECK(scene.stock().loaded == 30);
}

TEST_CASE("a change is told without anybody asking for it", "[depot][postgres]") {
  DepotScene scene(30);
  scene.openClass(3);
  auto& worker = scene.start();
  REQUIRE(scene.synchronises());
  CHECK(worker.standing().left == 23);
  scene.claim(0);
  scene.claim(1);
  worker.tellSoon();
  REQUIRE(scene.comesTo([&](const auto&) { return scene.stock().claimed == 2; }));
}

TEST_CASE("a depot without codes is told as such, and what is asked for comes once it has some",
          "[depot][postgres]") {
  DepotScene scene;
  scene.openClass(3);
  auto& worker = scene.start();
  REQUIRE(scene.comesTo(DepotRefusal::Empty));
  CHECK(worker.standing().synced.has_value());
  CHECK(worker.standing().left == 0);
  REQUIRE(scene.venue.add(tests::newBatch(), tests::newCodes(0, 9)).ok());
  REQUIRE(scene.synchronises());
  CHECK(scene.ledger->leases().figures()->inStock == 7);
}

TEST_CASE("a kiosk that was declared lost learns it, and has none of the depot's codes any more",
          "[depot][postgres]") {
  DepotScene scene(30);
  scene.openClass(3);
  scene.start();
  REQUIRE(scene.synchronises());
  REQUIRE(scene.venue.declareLost(scene.kiosk, "Ann", "Ben").ok());
  REQUIRE(scene.comesTo(DepotRefusal::Lost));
  CHECK(scene.ledger->leases().figures()->inStock == 0);
}

TEST_CASE("a depot that says nothing keeps nobody: not a claim, not an erasure, not the end",
          "[depot][postgres]") {
  const std::ptrdiff_t before = [] {
    (void)DepotScene::server();
    return threads();
  }();
  DepotScene scene(30);
  scene.openClass(3);
  scene.start();
  REQUIRE(scene.synchronises());
  scene.stop();
  CHECK(threads() == before);
  tests::SilentServer silent;
  auto& worker = scene.start(silent.address());
  REQUIRE(silent.awaitCaller());
  scene.claim(0);
  worker.pause();
  CHECK(scene.ledger->erase({}, Role::Staff).ok());
  worker.resume();
  scene.stop();
  // Ended, and not left alone.
  CHECK(threads() == before);
}

TEST_CASE("only a kiosk with a depot has a thread for it, and a visit does not see it",
          "[depot][postgres]") {
  DepotScene scene(30);
  scene.openClass(3);
  const std::ptrdiff_t before = threads();
  AppPlaces places{scene.file(), assetsFolder()};
  {
    const App app(places, VisitTimes{}, scene.clock);
    CHECK(threads() == before + 2);  // The worker's two.
  }
  tests::Bell bell;
  places.depot = [&](std::function<void()> changed) {
    return std::make_unique<DepotWorker>(DepotPlaces{scene.address(), scene.file()}, scene.clock,
                                         std::move(changed), tests::promptPaces());
  };
  App app(places, VisitTimes{}, scene.clock, [&] { bell.ring(); });
  CHECK(threads() == before + 3);
  // The depot gives its codes before they are in stock here.
  REQUIRE(bell.waitUntil([&] {
    app.refresh();
    return app.reasons().empty();
  }));
  app.tick();
  CHECK(std::holds_alternative<AttractView>(app.view().screen));
  CHECK(scene.stock().leased == 7);
}

TEST_CASE("a kiosk that is enrolled while it runs begins when it is told so, and not before",
          "[depot][postgres]") {
  DepotScene scene(30);
  scene.openClass(3);
  const auto file = scene.file().parent_path() / "before" / "ledger.db";
  std::filesystem::create_directory(file.parent_path());
  std::filesystem::copy_file(scene.file().parent_path() / "depot.key",
                             file.parent_path() / "depot.key");
  auto ledger = tests::openLedger(file, scene.clock);
  tests::Bell bell;
  DepotWorker worker(
      {scene.address(), file}, scene.clock, [&] { bell.ring(); }, tests::promptPaces());
  const auto comesTo = [&](std::optional<DepotRefusal> trouble) {
    return bell.waitUntil([&] {
      const auto standing = worker.standing();
      return !standing.busy && standing.trouble == trouble && (trouble || standing.synced);
    });
  };
  REQUIRE(comesTo(DepotRefusal::NotSet));
  const auto since = worker.standing().since;
  CHECK(since.has_value());
  // The same again: it is the old trouble.
  const int rung = bell.count();
  worker.tellNow();
  REQUIRE(bell.waitFor(rung + 1));
  CHECK(worker.standing().since == since);
  REQUIRE(ledger->leases().join(scene.kiosk, Role::Operator).ok());
  worker.tellSoon();
  REQUIRE(comesTo(std::nullopt));
  CHECK_FALSE(worker.standing().since.has_value());
}

TEST_CASE("pauses grow with each failure, up to a longest one", "[depot]") {
  const DepotPaces paces;
  CHECK(pauseAfter(paces, 1) == std::chrono::minutes(1));
  CHECK(pauseAfter(paces, 2) == std::chrono::minutes(2));
  CHECK(pauseAfter(paces, 4) == std::chrono::minutes(8));
  CHECK(pauseAfter(paces, 5) == std::chrono::minutes(10));
  CHECK(pauseAfter(paces, 1'000'000) == std::chrono::minutes(10));
}
