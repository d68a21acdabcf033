#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

struct sd_bus;
struct sd_bus_message;

namespace tests {

/// A bus of its own, with nobody on it.
class PrivateBus {
 public:
  /// Starts dbus-daemon. Throws where it does not come up.
  PrivateBus();
  ~PrivateBus();
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  TemporaryFolder folder_;
  std::string address_;
  int quiet_;
  Process daemon_;
};

/// Stands in for logind and timedated on a bus: says what it is told to say, and keeps what it was
/// asked to do, as "Reboot(0)" or "SetTimezone(Europe/Helsinki, 0)".
class MockMachine {
 public:
  explicit MockMachine(const std::string& address);
  ~MockMachine();
  MockMachine(const MockMachine&) = delete;
  MockMachine& operator=(const MockMachine&) = delete;

  /// What the method or the property `name` answers from now on: "yes", "Europe/Helsinki"; of a
  /// flag "1" or "0".
  void answer(const std::string& name, const std::string& value);
  /// `method` is refused with the D-Bus error `error` from now on, or only the next `times` times.
  void refuse(const std::string& method, const std::string& error, int times = kAlways);

  /// `method` is answered, or refused, so much later from now on.
  void delay(const std::string& method, std::chrono::milliseconds by);

  [[nodiscard]] std::vector<std::string> deeds() const;

 private:
  static constexpr int kAlways = -1;
  struct Refusal {
    std::string error;
    int times;
  };

  void serve();
  bool refused(sd_bus_message* message, const std::string& method);
  int reply(sd_bus_message* message);
  int replyProperty(sd_bus_message* message);
  int doDeed(sd_bus_message* message, const std::string& method);

  sd_bus* bus_ = nullptr;
  int stop_ = -1;
  mutable std::mutex mutex_;  ///< Guards what follows, up to the thread.
  std::map<std::string, std::string> answers_;
  std::map<std::string, Refusal> refusals_;
  std::map<std::string, std::chrono::milliseconds> delays_;
  std::vector<std::string> deeds_;
  std::thread thread_;
};

}  // namespace tests
