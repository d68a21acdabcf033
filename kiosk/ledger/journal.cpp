#include "kiosk/ledger/journal.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal_row.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// How often a long check tells how far it is.
constexpr std::int64_t kProgressEvery = 1'000;

Statement oldestFirst(Database& database) {
  return database.prepare("SELECT " + std::string(kJournalColumns) +
                          " FROM journal ORDER BY sequence");
}

std::string inListOrder(const EventInfo& event, const Fields& fields) {
  const std::vector<std::string> names = platform::words(event.fields);
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const std::string& name : names) {
    const auto given = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& field) { return field.first == name; });
    if (given == fields.end()) throw std::logic_error("an event lacks its field " + name);
    object[name] = given->second;
  }
  if (fields.size() != names.size()) {
    throw std::logic_error("fields that are not in the list of " + std::string(event.id));
  }
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// The newest entry's sequence, hash and wall time; all zero where there is none.
JournalEntry newestEntry(Database& database) {
  JournalEntry newest;
  Statement row =
      database.prepare("SELECT sequence, hash, wall FROM journal ORDER BY sequence DESC LIMIT 1");
  if (!row.step()) return newest;
  newest.sequence = row.integer(0);
  newest.hash = row.hash(1);
  newest.wall = {row.integer(2)};
  return newest;
}

std::string qualityAt(const platform::Clock& clock, platform::UtcTime now,
                      platform::UtcTime newest) {
  if (now < newest) return "behind";
  return clock.quality() == platform::ClockQuality::Synchronised ? "synchronised"
                                                                 : "unsynchronised";
}

const EventInfo* eventNamed(std::string_view id) {
  static const auto byId = [] {
    std::unordered_map<std::string_view, const EventInfo*> all;
    for (const EventInfo& entry : events()) all.emplace(entry.id, &entry);
    return all;
  }();
  const auto found = byId.find(id);
  return found == byId.end() ? nullptr : found->second;
}

bool follows(const JournalEntry& entry, std::int64_t sequence, const platform::Hash& previous) {
  return entry.sequence == sequence && entry.previous == previous &&
         eventNamed(entry.event) != nullptr && hashOf(entry) == entry.hash;
}

}  // namespace

Journal::Journal(Database& database, const platform::Clock& clock)
    : database_(database), clock_(clock) {}

void Journal::append(Event event, Role role, const Fields& fields) {
  const JournalEntry newest = newestEntry(database_);
  JournalEntry entry;
  entry.sequence = newest.sequence + 1;
  entry.bootId = clock_.bootId();
  entry.sinceBoot = clock_.sinceBoot();
  entry.wall = clock_.now();
  entry.wallQuality = qualityAt(clock_, entry.wall, newest.wall);
  entry.role = name(role);
  entry.event = info(event).id;
  entry.fields = inListOrder(info(event), fields);
  entry.previous = newest.hash;
  entry.hash = hashOf(entry);
  database_.prepare("INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
      .bind(entry.sequence, entry.bootId, entry.sinceBoot.ms, entry.wall, entry.wallQuality,
            entry.role, entry.event, entry.fields, entry.previous, entry.hash)
      .run();
  database_.noteHead({entry.sequence, entry.hash});
}

platform::Result<platform::Done, Refusal> Journal::read(
    const std::function<bool(const JournalEntry&)>& each) {
  return database_.query([&]() -> platform::Result<platform::Done, Refusal> {
    Statement row = oldestFirst(database_);
    while (row.step() && each(journalEntryAt(row))) {
    }
    return platform::Done{};
  });
}

platform::Result<Journal::Verdict, Refusal> Journal::verify(
    const std::optional<platform::Hash>& knownHead, const Progress& progress) {
  return database_.query([&]() -> platform::Result<Verdict, Refusal> {
    Verdict verdict;
    verdict.headFound = !knownHead;
    const std::int64_t total = database_.integer("SELECT count(*) FROM journal");
    Statement row = oldestFirst(database_);
    while (row.step()) {
      const JournalEntry entry = journalEntryAt(row);
      ++verdict.events;
      if (!verdict.firstBad && !follows(entry, verdict.events, verdict.head)) {
        verdict.firstBad = entry.sequence;
      }
      verdict.head = entry.hash;
      verdict.headFound = verdict.headFound || entry.hash == *knownHead;
      const bool tell = progress && verdict.events % kProgressEvery == 0;
      if (tell && !progress(verdict.events, total)) return Refusal::Cancelled;
    }
    // A journal without entries has a head too, and only such a one has it.
    if (verdict.events == 0 && knownHead == platform::Hash{}) verdict.headFound = true;
    return verdict;
  });
}

platform::Result<platform::Done, Refusal> Journal::record(Event event, Role role,
                                                          const Fields& fields) {
  return database_.change(Mode::Keep, [&]() -> platform::Result<platform::Done, Refusal> {
    append(event, role, fields);
    return platform::Done{};
  });
}

platform::Result<platform::Done, Refusal> Journal::recordExport(std::string_view what,
                                                                std::int64_t lines, bool withCodes,
                                                                Role role) {
  return record(Event::DataExported, role,
                {{"what", std::string(what)},
                 {"lines", std::to_string(lines)},
                 {"with_codes", withCodes ? "yes" : "no"}});
}

platform::Result<platform::Done, Refusal> Journal::acceptClock(Role role) {
  return database_.change(Mode::Keep, [&]() -> platform::Result<platform::Done, Refusal> {
    const platform::UtcTime before = newestEntry(database_).wall;
    append(Event::ClockAccepted, role, {{"entry_before", platform::toIsoText(before)}});
    return platform::Done{};
  });
}

platform::Result<std::int64_t, Refusal> Journal::lastOf(Event event) {
  return database_.query([&]() -> platform::Result<std::int64_t, Refusal> {
    Statement row = database_.prepare(
        "SELECT sequence FROM journal WHERE event = ?1 ORDER BY sequence DESC LIMIT 1");
    return row.bind(info(event).id).step() ? row.integer(0) : std::int64_t{0};
  });
}

platform::Result<platform::UtcTime, Refusal> Journal::lastEventAt() {
  return database_.query([&]() -> platform::Result<platform::UtcTime, Refusal> {
    return newestEntry(database_).wall;
  });
}

std::string describe(const JournalEntry& entry) {
  const EventInfo* event = eventNamed(entry.event);
  if (event == nullptr) return entry.event + " " + entry.fields;
  return describe(entry, event->sentence, "(not given)");
}

std::string describe(const JournalEntry& entry, std::string_view sentence,
                     const std::string& notGiven) {
  const auto object = nlohmann::ordered_json::parse(entry.fields, nullptr, false);
  if (!object.is_object()) return entry.event + " " + entry.fields;
  Fields values;
  for (const auto& field : object.items()) {
    const std::string value =
        field.value().is_string() ? field.value().get<std::string>() : field.value().dump();
    values.emplace_back(field.key(), value.empty() ? notGiven : value);
  }
  const EventInfo* event = eventNamed(entry.event);
  // An older program recorded fewer fields.
  for (const std::string& name : platform::words(event == nullptr ? "" : event->fields)) {
    if (!object.contains(name)) values.emplace_back(name, notGiven);
  }
  return platform::fillIn(sentence, values);
}

}  // namespace hallpass
