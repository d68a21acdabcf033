#include "platform/os/death_count.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace {

using platform::DeathCount;
using namespace std::chrono_literals;

struct Device {
  tests::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "deaths";
  tests::ManualClock clock;

  /// A run that ends without a word, and what it counted at its start.
  int die() { return DeathCount(file, clock).recent(); }
};

}  // namespace

TEST_CASE("A run that ended without a word is a death, and three of them are three") {
  Device device;
  CHECK(device.die() == 0);
  CHECK(device.die() == 1);
  device.clock.pass(10s);
  CHECK(device.die() == 2);
  CHECK(device.die() == 3);
}

TEST_CASE("A run that ended in order is no death") {
  Device device;
  DeathCount(device.file, device.clock).ended();
  CHECK(DeathCount(device.file, device.clock).recent() == 0);
}

TEST_CASE("A death is forgotten after a minute, and at once where it is asked for") {
  Device device;
  device.die();
  CHECK(device.die() == 1);
  device.clock.pass(61s);
  CHECK(device.die() == 1);  // The run before this one, which ended only now.
  device.clock.pass(1s);
  CHECK(device.die() == 2);
  DeathCount(device.file, device.clock).forget();
  CHECK(device.die() == 1);
}

TEST_CASE("Losing power is no death") {
  Device device;
  device.die();
  device.die();
  device.clock.bootName = "another start of the machine";
  CHECK(device.die() == 0);
}

TEST_CASE("A run beside another one counts nothing and changes nothing") {
  Device device;
  device.die();
  {
    const DeathCount first(device.file, device.clock);
    CHECK(first.recent() == 1);
    DeathCount second(device.file, device.clock);
    CHECK(second.recent() == 0);
    second.ended();
  }
  CHECK(device.die() == 2);
}

TEST_CASE("A file that cannot be made, or holds anything, counts no death") {
  Device device;
  CHECK(DeathCount(device.folder.path() / "none" / "deaths", device.clock).recent() == 0);
  std::ofstream(device.file) << std::string(1000, '\xFF') << " running running 12 x";
  CHECK(device.die() == 0);
  CHECK(device.die() == 1);
}

TEST_CASE("The count is written in place, and stays small") {
  Device device;
  for (int run = 0; run < 50; ++run) device.die();
  CHECK(std::filesystem::file_size(device.file) == 256);
  CHECK(device.die() <= 9);
}
