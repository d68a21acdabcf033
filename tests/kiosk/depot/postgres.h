#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// A PostgreSQL server of the tests' own, on a free port of the loopback and in a temporary folder.
/// It ends with this object, or with the program. As root it runs as the user postgres, which is
/// what Debian's package brings; the server refuses root.
class Postgres {
 public:
  /// Settings such as "synchronous_standby_names=*". Begins with an empty cluster.
  explicit Postgres(const std::vector<std::string>& settings = {});

  /// A standby of `primary`, which it follows under `name`.
  Postgres(const Postgres& primary, const std::string& name);
  ~Postgres();
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;

  /// A connection string for the superuser, or for `user`, and `database`.
  [[nodiscard]] std::string address(const std::string& database = "postgres",
                                    const std::string& user = "postgres") const;
  [[nodiscard]] int port() const { return port_; }

  void start(const std::vector<std::string>& settings);
  /// SIGKILL to the server and all of its processes.
  void kill();
  /// Makes a standby a primary, and waits until it is.
  void promote();

  /// A database in which the depot's tables and functions are. Its name.
  std::string makeDepot(const std::string& name);

  [[nodiscard]] static std::string bin(const std::string& program);

 private:
  void own();
  void run(std::vector<std::string> command) const;

  TemporaryFolder folder_;
  std::string data_;
  int port_ = 0;
  std::unique_ptr<Process> server_;
  std::thread log_;
  int logEnd_ = -1;
};

}  // namespace tests
