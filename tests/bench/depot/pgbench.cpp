#include "tests/bench/depot/pgbench.h"

#include <fstream>
#include <stdexcept>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {

double pgbenchPerSecond(const Postgres& server, const std::string& database,
                        const std::string& script, int connections, int times) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "script.sql").string();
  std::ofstream(file) << script << "\n\\set n :n + 1\n";
  const std::string word = "tps = ";
  const auto outcome = runToEnd({{Postgres::bin("pgbench"),
                                  "-n",
                                  "-M",
                                  "extended",
                                  "-h",
                                  "127.0.0.1",
                                  "-p",
                                  std::to_string(server.port()),
                                  "-U",
                                  "postgres",
                                  "-c",
                                  std::to_string(connections),
                                  "-j",
                                  "2",
                                  "-t",
                                  std::to_string(times),
                                  "-D",
                                  "n=0",
                                  "-f",
                                  file,
                                  database}});
  const auto at = outcome.output.find(word);
  if (outcome.status != 0 || at == std::string::npos) {
    throw std::runtime_error("pgbench: " + outcome.errors);
  }
  return std::stod(outcome.output.substr(at + word.size()));
}

}  // namespace tests
