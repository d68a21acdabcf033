#include "platform/os/worker.h"

#include <string>

#include "tests/support/bell.h"
#include "tests/support/catch.h"

using platform::Worker;

namespace {

/// A worker whose finishes the test's thread runs when it waits.
class Desk {
 private:
  tests::Bell bell_;

 public:
  Worker worker{[this] { bell_.ring(); }};

  /// Collects until `ended`; false when that does not come.
  [[nodiscard]] bool collectUntil(const bool& ended) {
    return bell_.waitUntil([&] {
      worker.collect();
      return ended;
    });
  }
  [[nodiscard]] tests::Bell& bell() { return bell_; }
};

/// Work that waits until `go` rings, and says that it has begun.
struct Gate {
  tests::Bell begun;
  tests::Bell go;

  [[nodiscard]] bool wait() {
    begun.ring();
    return go.waitFor(1);
  }
};

}  // namespace

TEST_CASE("work runs on another thread, and its finish on the one that collects") {
  Desk desk;
  bool ended = false;
  std::thread::id worked;
  const auto job = desk.worker.start([&](Worker::Job&) -> Worker::Finish {
    const std::thread::id here = std::this_thread::get_id();
    return [&, here] {
      worked = here;
      ended = true;
    };
  });
  REQUIRE(desk.collectUntil(ended));
  CHECK(worked != std::this_thread::get_id());
  CHECK(worked != std::thread::id());
}

TEST_CASE("work runs piece by piece, and finishes in the order in which it was started") {
  Desk desk;
  std::string order;
  bool ended = false;
  std::vector<std::shared_ptr<Worker::Job>> jobs;
  for (const char letter : {'a', 'b', 'c', 'd'}) {
    jobs.push_back(desk.worker.start([&, letter](Worker::Job&) -> Worker::Finish {
      return [&, letter] {
        order += letter;
        ended = letter == 'd';
      };
    }));
  }
  REQUIRE(desk.collectUntil(ended));
  CHECK(order == "abcd");
}

TEST_CASE("quick work does not wait behind work that hangs") {
  Gate gate;  // The work that waits for it ends with the desk.
  Desk desk;
  const auto hangs = desk.worker.start([&](Worker::Job&) -> Worker::Finish {
    (void)gate.wait();
    return {};
  });
  REQUIRE(gate.begun.waitFor(1));
  bool ended = false;
  const auto quick = desk.worker.start(
      [&](Worker::Job&) -> Worker::Finish { return [&] { ended = true; }; }, Worker::Lane::Quick);
  CHECK(desk.collectUntil(ended));
  gate.go.ring();
}

TEST_CASE("a finish waits for collect(), and comes once") {
  Desk desk;
  int finished = 0;
  bool ended = false;
  const auto first =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { ++finished; }; });
  const auto second =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { ended = true; }; });
  REQUIRE(desk.bell().waitFor(2));
  CHECK(finished == 0);
  REQUIRE(desk.collectUntil(ended));
  desk.worker.collect();
  CHECK(finished == 1);
}

TEST_CASE("work without a finish is done when it is done") {
  Desk desk;
  bool ended = false;
  const auto quiet =
      desk.worker.start([](Worker::Job&) -> Worker::Finish { return Worker::Finish(); });
  const auto last =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { ended = true; }; });
  CHECK(desk.collectUntil(ended));
}

TEST_CASE("the finish of a job that was let go is dropped, and its work still runs to its end") {
  Gate gate;
  std::atomic<bool> cancelled = true;
  Desk desk;
  bool finished = false;
  bool ended = false;
  auto job = desk.worker.start([&](Worker::Job& running) -> Worker::Finish {
    if (!gate.wait()) return [] {};
    cancelled = running.cancelled();
    return [&] { finished = true; };
  });
  const auto after =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { ended = true; }; });
  REQUIRE(gate.begun.waitFor(1));
  job.reset();
  gate.go.ring();
  REQUIRE(desk.collectUntil(ended));
  CHECK_FALSE(finished);
  CHECK_FALSE(cancelled);
}

TEST_CASE("a job that is let go after its work ended, before collect(), drops its finish, too") {
  Desk desk;
  bool finished = false;
  auto job =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { finished = true; }; });
  REQUIRE(desk.bell().waitFor(1));
  job.reset();
  desk.worker.collect();
  CHECK_FALSE(finished);
}

TEST_CASE("a finish may let go of the next job, which then drops its finish") {
  Desk desk;
  bool second = false;
  bool third = false;
  std::shared_ptr<Worker::Job> next;
  const auto job =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { next.reset(); }; });
  next = desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { second = true; }; });
  const auto last =
      desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { third = true; }; });
  REQUIRE(desk.bell().waitFor(3));
  REQUIRE(desk.collectUntil(third));
  CHECK_FALSE(second);
}

TEST_CASE("a finish may start more work") {
  Desk desk;
  bool ended = false;
  std::shared_ptr<Worker::Job> next;
  const auto job = desk.worker.start([&](Worker::Job&) -> Worker::Finish {
    return [&] {
      next =
          desk.worker.start([&](Worker::Job&) -> Worker::Finish { return [&] { ended = true; }; });
    };
  });
  CHECK(desk.collectUntil(ended));
}

TEST_CASE("cancelling asks the work to stop, and its finish still comes") {
  Gate gate;
  Desk desk;
  bool ended = false;
  bool went = true;
  const auto job = desk.worker.start([&](Worker::Job& running) -> Worker::Finish {
    const bool before = running.progress(1, 10);
    const bool waited = gate.wait();
    const bool after = running.progress(2, 10);
    return [&, before, waited, after] {
      went = !(before && waited) || after;
      ended = true;
    };
  });
  REQUIRE(gate.begun.waitFor(1));
  job->cancel();
  gate.go.ring();
  REQUIRE(desk.collectUntil(ended));
  CHECK_FALSE(went);
  CHECK(job->cancelled());
}

TEST_CASE("the owner sees how far the work is") {
  Gate gate;
  Desk desk;
  const auto job = desk.worker.start([&](Worker::Job& running) -> Worker::Finish {
    running.progress(30, 120);
    static_cast<void>(gate.wait());
    return {};
  });
  CHECK(job->total() >= 0);
  REQUIRE(gate.begun.waitFor(1));
  CHECK(job->done() == 30);
  CHECK(job->total() == 120);
  CHECK(desk.bell().count() == 1);
  gate.go.ring();
}

TEST_CASE("the owner is woken once for each hundredth, however often it is told") {
  Desk desk;
  const auto job = desk.worker.start([&](Worker::Job& running) -> Worker::Finish {
    for (int line = 0; line <= 100'000; ++line) running.progress(line, 100'000);
    return {};
  });
  REQUIRE(desk.bell().waitFor(101));
  CHECK(desk.bell().count() == 101);  // and once for the end
}

TEST_CASE("the end of a worker cancels what runs and drops what has not begun") {
  Gate gate;
  bool finished = false;
  std::atomic<bool> cancelled = false;
  std::atomic<bool> second = false;
  {
    Worker worker([] {});
    const auto job = worker.start([&](Worker::Job& running) -> Worker::Finish {
      gate.begun.ring();
      while (!running.cancelled()) std::this_thread::yield();
      cancelled = true;
      return [&] { finished = true; };
    });
    const auto queued = worker.start([&](Worker::Job&) -> Worker::Finish {
      second = true;
      return {};
    });
    REQUIRE(gate.begun.waitFor(1));
  }
  CHECK(cancelled);
  CHECK_FALSE(second);
  CHECK_FALSE(finished);
}

TEST_CASE("a worker that never worked ends at once") {
  const Worker worker([] {});
  SUCCEED();
}
