#include "platform/os/backlight.h"

#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/mock_machine.h"
#include "tests/support/temporary_folder.h"

using platform::MachineRefusal;

namespace {

/// A folder as the kernel shows it.
class Lights {
 public:
  void add(const std::string& name, int now, int most) {
    std::filesystem::create_directories(folder_.path() / name);
    std::ofstream(folder_.path() / name / "max_brightness") << most << '\n';
    std::ofstream(folder_.path() / name / "brightness") << now << '\n';
  }
  [[nodiscard]] int now(const std::string& name) const {
    int number = -1;
    std::ifstream(folder_.path() / name / "brightness") >> number;
    return number;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  [[nodiscard]] platform::MachinePlaces places(const std::string& bus = "unix:path=/no/bus") const {
    return {bus, folder_.path()};
  }

 private:
  tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("brightness is read in per cent of what the light can do") {
  Lights lights;
  lights.add("intel_backlight", 48, 96);
  CHECK(platform::brightness(lights.path()).value() == 50);
}

TEST_CASE("every light is set, and one per cent is never off") {
  Lights lights;
  lights.add("a", 5, 10);
  lights.add("b", 500, 1000);
  REQUIRE(platform::setBrightness(lights.places(), 70).ok());
  CHECK(lights.now("a") == 7);
  CHECK(lights.now("b") == 700);
  REQUIRE(platform::setBrightness(lights.places(), 1).ok());
  CHECK(lights.now("a") == 1);
  REQUIRE(platform::setBrightness(lights.places(), 0).ok());
  CHECK(lights.now("a") == 0);
  REQUIRE(platform::setBrightness(lights.places(), 250).ok());
  CHECK(lights.now("b") == 1000);
}

TEST_CASE("a machine without a light of its own says so") {
  const Lights lights;
  const auto read = platform::brightness(lights.path());
  REQUIRE_FALSE(read.ok());
  CHECK(read.error() == MachineRefusal::Absent);
  const auto set = platform::setBrightness({"", "/nowhere/backlight"}, 50);
  REQUIRE_FALSE(set.ok());
  CHECK(set.error() == MachineRefusal::Absent);
}

TEST_CASE("a light that says nothing sensible is none") {
  Lights lights;
  lights.add("broken", 3, 0);
  CHECK(platform::brightness(lights.path()).error() == MachineRefusal::Absent);
  CHECK(platform::setBrightness(lights.places(), 50).error() == MachineRefusal::Absent);
}

TEST_CASE("where the kernel's file is closed to the program, logind sets the light") {
  Lights lights;
  lights.add("intel_backlight", 48, 96);
  // Nobody, root neither, writes to a medium that is mounted to be read only.
  REQUIRE(::mount(lights.path().c_str(), lights.path().c_str(), nullptr, MS_BIND, nullptr) == 0);
  REQUIRE(::mount(nullptr, lights.path().c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY,
                  nullptr) == 0);
  const tests::PrivateBus bus;
  {
    const tests::MockMachine machine(bus.address());
    CHECK(platform::setBrightness(lights.places(bus.address()), 25).ok());
    CHECK(machine.deeds() ==
          std::vector<std::string>{"SetBrightness(backlight, intel_backlight, 24)"});
  }
  const auto nobody = platform::setBrightness(lights.places(bus.address()), 25);
  ::umount(lights.path().c_str());
  REQUIRE_FALSE(nobody.ok());
  CHECK(nobody.error() == MachineRefusal::NotAllowed);
}
