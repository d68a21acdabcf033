#include "kiosk/exchange/proven_name.h"

#include "tests/support/catch.h"

using hallpass::NameProof;
using hallpass::proofOf;
using hallpass::provenName;

namespace {

const platform::Hash kContent = platform::sha256("Code\nAAAA\n");
const platform::Hash kOther = platform::sha256("Code\nAAAB\n");
const std::string kName = provenName("hallpass-AZ-104-2026-11-22-unused-codes.csv", kContent);

}  // namespace

TEST_CASE("a name tells its content, and no other") {
  CHECK(kName == "hallpass-AZ-104-2026-11-22-unused-codes-" +
                     platform::toHex(kContent).substr(0, 12) + ".csv");
  CHECK(proofOf(kName, kContent) == NameProof::Fits);
  CHECK(proofOf(kName, kOther) == NameProof::Differs);
}

TEST_CASE("what a browser or a second copy adds to a name does not matter") {
  const std::string stem = kName.substr(0, kName.size() - 4);
  for (const char* ending : {"-2.csv", " (1).csv", "(12).csv"}) {
    INFO(ending);
    CHECK(proofOf(stem + ending, kContent) == NameProof::Fits);
    CHECK(proofOf(stem + ending, kOther) == NameProof::Differs);
  }
}

TEST_CASE("a name that Hallpass did not give tells nothing") {
  for (const char* name :
       {"codes-202611221530.csv", "hallpass-2026-11-22-claims.csv",
        "hallpass-2026-11-22-claims-2.csv", "my hallpass-2026-11-22-claims-0123456789ab.csv",
        "hallpass-claims-0123456789ab", "", "hallpass-2026-11-22-claims-0123456789ab-new.csv"}) {
    INFO(name);
    CHECK(proofOf(name, kContent) == NameProof::None);
  }
}
