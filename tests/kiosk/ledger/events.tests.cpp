#include "kiosk/ledger/events.h"

#include <fstream>
#include <set>
#include <sstream>

#include "platform/base/text.h"
#include "tests/support/catch.h"

using hallpass::EventInfo;

TEST_CASE("the manual page of the journal is the one that the list of events makes",
          "[ledger][events]") {
  std::ifstream in(LEDGER_EVENTS_MANUAL, std::ios::binary);
  REQUIRE(in);
  std::ostringstream page;
  page << in.rdbuf();
  const bool same = page.str() == hallpass::eventsManual();
  INFO("make it anew: hallpass journal events > kiosk/ledger/EVENTS.md");
  CHECK(same);
}

TEST_CASE("every event has an id of its own, and its enumerator finds it", "[ledger][events]") {
  std::set<std::string_view> ids;
  for (const EventInfo& event : hallpass::events()) {
    CHECK(ids.insert(event.id).second);
    CHECK(hallpass::info(event.event).id == event.id);
  }
}

TEST_CASE("a sentence speaks only of fields that the event has", "[ledger][events]") {
  for (const EventInfo& event : hallpass::events()) {
    std::vector<std::pair<std::string, std::string>> values;
    for (const std::string& field : platform::words(event.fields)) values.emplace_back(field, "x");
    INFO(event.id);
    CHECK(platform::fillIn(event.sentence, values).find('{') == std::string::npos);
  }
}
