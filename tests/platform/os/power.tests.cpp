#include "platform/os/power.h"

#include "tests/support/catch.h"
#include "tests/support/mock_machine.h"

using platform::MachineRefusal;
using platform::PowerDeed;
using Deeds = std::vector<std::string>;

TEST_CASE("logind is asked to restart the machine and to switch it off") {
  const tests::PrivateBus bus;
  const tests::MockMachine machine(bus.address());
  CHECK(platform::power(bus.address(), PowerDeed::Restart).ok());
  CHECK(platform::power(bus.address(), PowerDeed::PowerOff).ok());
  CHECK(machine.deeds() == Deeds{"Reboot(0)", "PowerOff(0)"});
}

TEST_CASE("a restart waits for what has to be started before the machine can answer") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.delay("CanReboot", std::chrono::seconds(3));
  CHECK(platform::power(bus.address(), PowerDeed::Restart).ok());
  CHECK(machine.deeds() == Deeds{"Reboot(0)"});
}

TEST_CASE("asking whether the machine may be switched off switches nothing off") {
  const tests::PrivateBus bus;
  const tests::MockMachine machine(bus.address());
  CHECK(platform::mayPower(bus.address(), PowerDeed::PowerOff).ok());
  CHECK(machine.deeds().empty());
}

TEST_CASE("a machine that wants a password for it, or cannot do it, is not asked to do it") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.answer("CanReboot", "challenge");
  machine.answer("CanPowerOff", "na");
  const auto restarted = platform::power(bus.address(), PowerDeed::Restart);
  REQUIRE_FALSE(restarted.ok());
  CHECK(restarted.error() == MachineRefusal::NotAllowed);
  const auto off = platform::power(bus.address(), PowerDeed::PowerOff);
  REQUIRE_FALSE(off.ok());
  CHECK(off.error() == MachineRefusal::Absent);
  CHECK(machine.deeds().empty());
}

TEST_CASE("a refusal of logind is told as what it is") {
  const tests::PrivateBus bus;
  tests::MockMachine machine(bus.address());
  machine.refuse("Reboot", "org.freedesktop.DBus.Error.AccessDenied");
  const auto forbidden = platform::power(bus.address(), PowerDeed::Restart);
  REQUIRE_FALSE(forbidden.ok());
  CHECK(forbidden.error() == MachineRefusal::NotAllowed);
  for (const char* error :
       {"org.freedesktop.login1.OperationInProgress", "org.freedesktop.DBus.Error.Failed"}) {
    machine.refuse("Reboot", error);
    const auto failed = platform::power(bus.address(), PowerDeed::Restart);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error() == MachineRefusal::Failed);
  }
}

TEST_CASE("without a bus, or without logind on it, the machine has nothing that switches it") {
  const auto noBus = platform::power("unix:path=/nowhere/bus", PowerDeed::Restart);
  REQUIRE_FALSE(noBus.ok());
  CHECK(noBus.error() == MachineRefusal::Absent);
  const tests::PrivateBus bus;
  const auto noLogind = platform::power(bus.address(), PowerDeed::Restart);
  REQUIRE_FALSE(noLogind.ok());
  CHECK(noLogind.error() == MachineRefusal::Absent);
  CHECK_FALSE(sentence(platform::MachinePart::Power, noLogind.error()).empty());
}
