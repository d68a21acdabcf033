#include "platform/os/time_setting.h"

#include "tests/support/catch.h"
#include "tests/support/mock_machine.h"

using platform::MachineRefusal;
using Texts = std::vector<std::string>;

TEST_CASE("the machine says how it keeps its time") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.answer("NTP", "1");
  const auto setting = platform::timeSetting(bus.address());
  REQUIRE(setting.ok());
  CHECK(setting->zone == "Europe/Helsinki");
  CHECK(setting->byNetwork);
  CHECK(setting->byNetworkAllowed);
}

TEST_CASE("the zones that the machine knows come sorted") {
  const tests::PrivateBus bus;
  const tests::MockMachine machine(bus.address());
  const auto zones = platform::timeZones(bus.address());
  REQUIRE(zones.ok());
  CHECK(*zones == Texts{"America/Argentina/Buenos_Aires", "Asia/Tokyo", "Europe/Berlin",
                        "Europe/Helsinki", "UTC"});
}

TEST_CASE("a zone is set, and read back") {
  const tests::PrivateBus bus;
  const tests::MockMachine machine(bus.address());
  REQUIRE(platform::setTimeZone(bus.address(), "Asia/Tokyo").ok());
  CHECK(machine.deeds() == Texts{"SetTimezone(Asia/Tokyo, 0)"});
  CHECK(platform::timeSetting(bus.address()).value().zone == "Asia/Tokyo");
}

TEST_CASE("the time is set in microseconds, and by hand from then on") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  const auto time = platform::parseIsoTime("2026-11-21T09:30").value();
  REQUIRE(platform::setTime(bus.address(), time).ok());
  CHECK(machine.deeds() == Texts{"SetTime(1795253400000000, 0, 0)"});
  REQUIRE(platform::keepTimeByNetwork(bus.address(), true).ok());
  REQUIRE(platform::setTime(bus.address(), time).ok());
  CHECK(machine.deeds() == Texts{"SetTime(1795253400000000, 0, 0)", "SetNTP(1, 0)", "SetNTP(0, 0)",
                                 "SetTime(1795253400000000, 0, 0)"});
  CHECK_FALSE(platform::timeSetting(bus.address()).value().byNetwork);
}

TEST_CASE("the time is set as soon as the time source has stopped") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.answer("NTP", "1");
  machine.refuse("SetTime", "org.freedesktop.timedate1.AutomaticTimeSyncEnabled", 2);
  REQUIRE(platform::setTime(bus.address(), {1000}).ok());
  CHECK(machine.deeds() == Texts{"SetNTP(0, 0)", "SetTime(1000000, 0, 0)"});
}

TEST_CASE("a time that cannot be set leaves the clock to the network") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.answer("NTP", "1");
  machine.refuse("SetTime", "org.freedesktop.DBus.Error.IOError");
  const auto failed = platform::setTime(bus.address(), {1000});
  REQUIRE_FALSE(failed.ok());
  CHECK(failed.error() == MachineRefusal::Failed);
  CHECK(machine.deeds() == Texts{"SetNTP(0, 0)", "SetNTP(1, 0)"});
  CHECK(platform::timeSetting(bus.address()).value().byNetwork);
}

TEST_CASE("a clock that the program may not set is told apart from one that is not there") {
  const tests::PrivateBus bus;
  const auto absent = platform::timeSetting(bus.address());
  REQUIRE_FALSE(absent.ok());
  CHECK(absent.error() == MachineRefusal::Absent);
  tests::MockMachine machine(bus.address());
  machine.refuse("SetTime", "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired");
  const auto forbidden = platform::setTime(bus.address(), {0});
  REQUIRE_FALSE(forbidden.ok());
  CHECK(forbidden.error() == MachineRefusal::NotAllowed);
}
