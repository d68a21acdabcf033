#include "kiosk/room/journal_entry.h"

#include "kiosk/guide/guide.h"
#include "kiosk/ledger/events.h"
#include "kiosk/room/event_values.h"
#include "tests/support/catch.h"

using hallpass::assetsFolder;
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
  CHECK(eventSentence(entry, assetsFolder()) == "Class 3 was closed with (not given) claims.");
  CHECK(eventSentence(entry, assetsFolder()) == hallpass::describe(entry));
}

TEST_CASE("what an event stores as an id is told in words") {
  const auto told = [](const char* event, const char* fields) {
    JournalEntry entry;
    entry.event = event;
    entry.fields = fields;
    return eventSentence(entry, assetsFolder());
  };
  CHECK(told("outcome-reported", R"({"claim":"7","student":"3","outcome":"blank-page"})") ==
        "Claim 7: of the code of student 3 was said: Blank page.");
  CHECK(told("code-quarantined",
             R"({"code":"X","batch":"1","claim":"7","student":"3","cause":"expired"})") ==
        "Code X of batch 1, held by student 3 with claim 7, went to quarantine (Past its date).");
  CHECK(told("lock-opened", R"({"lock":"staff"})") == "The staff lock was opened.");
  CHECK(told("desk-locked", R"({"lock":"instructor","why":"idle"})") ==
        "What the instructor lock opens was locked again (nobody touched it).");
  CHECK(told("power-asked", R"({"deed":"switch the machine off"})") ==
        "It was asked for: Switch off.");
  CHECK(told("data-exported", R"({"what":"unused","lines":"3","with_codes":"no"})") ==
        "A list left the device (Unused codes): 3 lines; codes in it: no.");
  CHECK(told("codes-imported",
             R"({"batch":"1","pass_type":"azure-pass","added":"5","in_stock_already":"0"})") ==
        "Batch 1 brought 5 codes of Azure Pass into stock; 0 had come in before.");
  // What only a later version knows stays as it is.
  CHECK(told("lock-opened", R"({"lock":"cellar"})") == "The cellar lock was opened.");
  CHECK(told("outcome-reported", R"({"claim":"7","student":"3","outcome":"sold"})") ==
        "Claim 7: of the code of student 3 was said: sold.");
}

TEST_CASE("what changed of a class is told as its form says it, and times as the device's clock") {
  JournalEntry entry;
  entry.event = "class-changed";
  entry.fields =
      R"({"class":"3","changed":"until languages","title":"AZ-104","from":"",)"
      R"("until":"2026-11-23T08:35:00.000Z","walk_ins":"yes","word":"no","idle_seconds":"0",)"
      R"("languages":"en,fi","account":"tenant"})";
  const std::string told = eventSentence(entry, assetsFolder());
  INFO(told);
  CHECK(told.find("(Until, Languages)") != told.npos);
  CHECK(told.find("until 2026-11-23 08:35:00 UTC;") != told.npos);
  CHECK(told.find("languages: English, Suomi;") != told.npos);
  CHECK(told.find("account: tenant") == told.npos);
}

TEST_CASE("every reason for which a desk is locked has words") {
  for (const char* why : {"idle", "limit", "left", "visit-cleared", "restart", "handed-over"}) {
    const std::string words = hallpass::eventValue("why", why, assetsFolder());
    INFO(why);
    CHECK(words != why);
    CHECK(words.find('-') == words.npos);
  }
  // What only a later version knows stays as it is.
  CHECK(hallpass::eventValue("why", "eclipse", assetsFolder()) == "eclipse");
}

TEST_CASE("an event of a later version is told as it is stored") {
  JournalEntry entry;
  entry.event = "cake-eaten";
  entry.fields = R"({"cake":"1"})";
  CHECK(eventTitle(entry.event) == "Cake eaten");
  CHECK(eventSentence(entry, assetsFolder()) == R"(cake-eaten {"cake":"1"})");
}
