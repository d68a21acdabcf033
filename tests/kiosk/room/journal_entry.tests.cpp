#include "kiosk/room/journal_entry.h"

#include "kiosk/ledger/events.h"
#include "tests/support/catch.h"

using hallpass::eventSentence;
using hallpass::eventTitle;
using hallpass::JournalEntry;

TEST_CASE("every event of the journal has a title that translators meet") {
  const auto titles = hallpass::eventTitles();
  REQUIRE(titles.size() == hallpass::events().size());
  for (std::size_t at = 0; at < titles.size(); ++at) {
    CHECK(eventTitle(hallpass::events()[at].id) == titles[at]);
  }
}

TEST_CASE("an event is told as a sentence, and what was not given is said so") {
  JournalEntry entry;
  entry.event = "class-closed";
  entry.fields = R"({"class":"3","claims":""})";
  CHECK(eventSentence(entry) == "Class 3 was closed with (not given) claims.");
  CHECK(eventSentence(entry) == hallpass::describe(entry));
}

TEST_CASE("what an event stores as an id is told in words") {
  const auto told = [](const char* event, const char* fields) {
    JournalEntry entry;
    entry.event = event;
    entry.fields = fields;
    return eventSentence(entry);
  };
  CHECK(told("outcome-reported", R"({"claim":"7","student":"3","outcome":"blank-page"})") ==
        "Claim 7: of the code of student 3 was said: Blank page.");
  CHECK(told("code-quarantined",
             R"({"code":"X","batch":"1","claim":"7","student":"3","cause":"expired"})") ==
        "Code X of batch 1, held by student 3 with claim 7, went to quarantine (Past its date).");
  CHECK(told("lock-opened", R"({"lock":"staff"})") == "The staff lock was opened.");
  // What only a later version knows stays as it is.
  CHECK(told("lock-opened", R"({"lock":"cellar"})") == "The cellar lock was opened.");
  CHECK(told("outcome-reported", R"({"claim":"7","student":"3","outcome":"sold"})") ==
        "Claim 7: of the code of student 3 was said: sold.");
}

TEST_CASE("an event of a later version is told as it is stored") {
  JournalEntry entry;
  entry.event = "cake-eaten";
  entry.fields = R"({"cake":"1"})";
  CHECK(eventTitle(entry.event) == "Cake eaten");
  CHECK(eventSentence(entry) == R"(cake-eaten {"cake":"1"})");
}
