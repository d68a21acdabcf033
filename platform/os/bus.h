#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/os/machine.h"

struct sd_bus;

namespace platform {

/// A thing on the bus that can be spoken to.
struct BusObject {
  const char* service;
  const char* path;
  const char* interface;
};

/// A connection to the bus that the machine's services answer on. A call waits for its answer, and
/// never asks a person for a password.
class Bus {
 public:
  /// `address` "" = the system's bus; `longest` is how long a call waits. Absent where none answers
  /// there.
  [[nodiscard]] static Result<Bus, MachineRefusal> open(
      const std::string& address, std::chrono::seconds longest = std::chrono::seconds(2));

  /// The text that a method without arguments answers.
  [[nodiscard]] Result<std::string, MachineRefusal> ask(const BusObject& object,
                                                        const char* method) const;
  /// The same of one that answers a list of texts.
  [[nodiscard]] Result<std::vector<std::string>, MachineRefusal> askList(const BusObject& object,
                                                                         const char* method) const;
  [[nodiscard]] Result<std::string, MachineRefusal> text(const BusObject& object,
                                                         const char* property) const;
  [[nodiscard]] Result<bool, MachineRefusal> flag(const BusObject& object,
                                                  const char* property) const;

  /// Calls `method`; `signature` says what the arguments are, as sd_bus_message_append(3) wants
  /// them. What it answers is not looked at.
  // NOLINTNEXTLINE(cert-dcl50-cpp): what it calls takes them so.
  [[nodiscard]] Result<Done, MachineRefusal> tell(const BusObject& object, const char* method,
                                                  const char* signature, ...) const;
  /// The D-Bus name of the error that the last tell() came back with; "" where it succeeded.
  [[nodiscard]] const std::string& lastError() const { return lastError_; }

 private:
  struct Closer {
    void operator()(sd_bus* bus) const;
  };
  explicit Bus(sd_bus* bus) : bus_(bus) {}

  std::unique_ptr<sd_bus, Closer> bus_;
  mutable std::string lastError_;
};

}  // namespace platform
