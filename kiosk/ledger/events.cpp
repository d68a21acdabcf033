#include "kiosk/ledger/events.h"

#include <array>

namespace hallpass {
namespace {

constexpr std::array kEvents = {
#define EVENT(enumerator, id, fields, sentence) EventInfo{Event::enumerator, id, fields, sentence},
#include "kiosk/ledger/events.def"
#undef EVENT
};

constexpr std::string_view kManualHead = R"(# The events of the journal

Made from `events.def` by `hallpass journal events`; a test fails when the two differ.

Every entry holds its sequence, the boot's id, the milliseconds since boot, the wall time and its
quality, the role of whoever acted (system, student, operator, instructor, staff), the event's id,
its fields, the hash of the entry before it and its own. Fields are texts: numbers in decimal, times
in UTC as `2026-11-21T09:30:00.000Z`, hashes in hexadecimal, empty where nothing was given. `who` is
the commitment to the student's name, never the name; `code` is a row's number, never the code. A
class's word is `yes` or `no`, never the word.

| event | fields | what it says |
|---|---|---|
)";

}  // namespace

std::span<const EventInfo> events() { return kEvents; }

const EventInfo& info(Event event) { return kEvents[static_cast<std::size_t>(event)]; }

std::string eventsManual() {
  std::string page(kManualHead);
  for (const EventInfo& entry : kEvents) {
    page += "| `" + std::string(entry.id) + "` | " + std::string(entry.fields) + " | " +
            std::string(entry.sentence) + " |\n";
  }
  return page;
}

}  // namespace hallpass
