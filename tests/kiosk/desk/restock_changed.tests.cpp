// A list that Hallpass wrote, and that came back with other bytes.
#include "kiosk/exchange/proven_name.h"
#include "tests/kiosk/desk/restocking.h"

namespace {

const std::string kOurs = "Code\nWK0SKTEST000000001\nWK0SKTEST000000002\n";
const std::string kOurName =
    hallpass::provenName("hallpass-2026-10-14-unused-codes.csv", platform::sha256(kOurs));

}  // namespace

TEST_CASE("a list of ours that was changed on the way says so before it is taken") {
  tests::Restocking desk;
  std::string changed = kOurs;
  changed.at(changed.find("02\n")) = '4';
  desk.choose(kOurName, changed);
  CHECK(desk.pages.desk().lead.starts_with("This list was changed since Hallpass wrote it."));
  desk.take();  // Whoever changed it knows.
  CHECK(desk.count().loaded == 2);
}

TEST_CASE("control: the same list as it was written is taken without a word of it") {
  tests::Restocking desk;
  desk.choose(kOurName, kOurs);
  CHECK(desk.pages.desk().lead.find("changed") == std::string::npos);
}
