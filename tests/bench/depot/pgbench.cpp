#include "tests/bench/depot/pgbench.h"

#include <fstream>
#include <stdexcept>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {

double pgbenchSeconds(const Postgres& server, const PgbenchRun& run) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "script.sql").string();
  std::ofstream(file) << run.script << "\n\\set n :n + 1\n";
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
                                  std::to_string(run.connections),
                                  "-j",
                                  "2",
                                  "-t",
                                  std::to_string(run.times),
                                  "-D",
                                  "n=" + std::to_string(run.first),
                                  "-f",
                                  file,
                                  run.database}});
  const auto at = outcome.output.find(word);
  if (outcome.status != 0 || at == std::string::npos) {
    throw std::runtime_error("pgbench: " + outcome.errors);
  }
  return run.connections * run.times / std::stod(outcome.output.substr(at + word.size()));
}

}  // namespace tests
