// A file as a list of codes: text, CSV, or whatever its first bytes say.
#include "tests/fuzz/code_target.h"
#include "tests/fuzz/lists.h"

void tests::fuzzOne(std::string_view bytes) {
  const auto table = hallpass::readTable(bytes);
  if (!table) return checkProblem(table.error());
  checkTable(*table);
  checkCodes(*table);
}
