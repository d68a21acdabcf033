#include "kiosk/room/export_name.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using hallpass::exportName;

namespace {

const platform::UtcTime kMade = *platform::parseLocalTime("2026-11-21 09:30");

std::string titled(const std::string& title) { return exportName(title, kMade, "claims.csv"); }

}  // namespace

TEST_CASE("an export is named by its class, its day and what it is") {
  CHECK(titled("AZ-104") == "hallpass-AZ-104-2026-11-21-claims.csv");
  CHECK(titled("") == "hallpass-2026-11-21-claims.csv");
}

TEST_CASE("any title gives a name that every stick takes") {
  CHECK(titled("AZ-104: Azure / Monday*?") == "hallpass-AZ-104-Azure-Monday-2026-11-21-claims.csv");
  CHECK(titled("../../etc/passwd") == "hallpass-etc-passwd-2026-11-21-claims.csv");
  CHECK(titled("Verwaltung für Größe") == "hallpass-Verwaltung-fur-Grosse-2026-11-21-claims.csv");
  CHECK(titled("管理者") == "hallpass-2026-11-21-claims.csv");
  CHECK(titled("a\nb\"c<d>|") == "hallpass-a-b-c-d-2026-11-21-claims.csv");
  CHECK(titled(std::string(300, 'x')) ==
        "hallpass-" + std::string(40, 'x') + "-2026-11-21-claims.csv");
}

TEST_CASE("a name that is taken is counted on") {
  const tests::TemporaryFolder folder;
  const auto take = [&](const std::string& name) { std::ofstream(folder.path() / name) << "x"; };
  CHECK(hallpass::freeName(folder.path(), "a-claims.csv") == "a-claims.csv");
  take("a-claims.csv");
  CHECK(hallpass::freeName(folder.path(), "a-claims.csv") == "a-claims-2.csv");
  take("a-claims-2.csv");
  CHECK(hallpass::freeName(folder.path(), "a-claims.csv") == "a-claims-3.csv");
  CHECK(hallpass::freeName(folder.path(), "b.csv") == "b.csv");
}
