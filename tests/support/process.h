#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tests {

/// What to start, and with which descriptors; -1 = the ones of this program.
struct Launch {
  std::vector<std::string> command;  ///< The program, found by PATH, and its arguments.
  std::vector<std::pair<std::string, std::string>> environment{};  ///< Beside our own.
  int output = -1;
  int errors = -1;
  int inherited = -1;  ///< One more descriptor that the program keeps under its number.
};

/// A program that was started, and that ends with this object at the latest; also when this
/// program is killed.
class Process {
 public:
  /// Throws where it cannot be started.
  explicit Process(const Launch& launch);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t id() const { return id_; }

  /// A descriptor that becomes readable when the program ends.
  [[nodiscard]] int endDescriptor() const { return descriptor_; }

  [[nodiscard]] bool running() { return !waitFor(std::chrono::milliseconds(0)); }

  /// Sends `signal`; does nothing to a program that has ended.
  void send(int signal);

  /// SIGKILL, and waits for the end.
  void kill();

  /// Its exit status (128 + the signal that ended it), or nullopt when it still runs after `limit`.
  std::optional<int> waitFor(std::chrono::milliseconds limit);

 private:
  pid_t id_ = -1;
  int descriptor_ = -1;
  std::optional<int> status_;
};

/// What a program said until it ended.
struct ProcessEnd {
  int status = 0;
  std::string output;
  std::string errors;
};

/// Runs a program to its end. Throws where it cannot be started or takes longer than a minute.
[[nodiscard]] ProcessEnd runToEnd(Launch launch);

/// The same of a tool that must succeed; throws with what it said where it does not.
void runTool(std::vector<std::string> command);

/// Throws with `what` and the reason that errno gives, where a call of the system was not `done`.
void require(bool done, const std::string& what);

}  // namespace tests
