#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// A PostgreSQL server of the tests' own, on a free port of the loopback and in a temporary folder.
/// It ends with this object, or with the program. As root it runs as the user postgres, which is
/// what Debian's package brings; the server refuses root. Which server: that of pg_config, or of
/// the folder that HALLPASS_POSTGRES names.
class Postgres {
 public:
  /// Settings such as "synchronous_standby_names=*". Begins with an empty cluster. `port` 0 = a
  /// free one of the loopback.
  explicit Postgres(const std::vector<std::string>& settings = {}, int port = 0);

  /// A standby of `primary`, which it follows under `name`.
  Postgres(const Postgres& primary, const std::string& name,
           const std::vector<std::string>& settings = {}, int port = 0);
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

  /// From now on a commit waits for `standby`, which follows by now.
  void waitFor(const std::string& standby);

  /// Who may connect: the lines of pg_hba.conf, in force at once. The loopback's superuser needs
  /// one.
  void admit(const std::string& lines);

  /// A database in which the depot's tables and functions are. Its name.
  std::string makeDepot(const std::string& name);

  /// A folder that the server may read, and what is in it its own, as its keys must be.
  static void own(const std::filesystem::path& folder);

  [[nodiscard]] static std::string bin(const std::string& program);

 private:
  static void run(const std::vector<std::string>& command);
  static void makeCluster(const std::filesystem::path& data);
  void makeAnother();

  TemporaryFolder folder_;
  std::string data_;
  int port_ = 0;
  std::unique_ptr<Process> server_;
  std::thread log_;
};

}  // namespace tests
