#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hallpass {

/// Everything that the journal can record; generated from events.def.
enum class Event : std::uint8_t {
#define EVENT(enumerator, id, fields, sentence) enumerator,
#include "kiosk/ledger/events.def"
#undef EVENT
};

struct EventInfo {
  Event event;
  std::string_view id;        ///< "claim-made": what the journal stores.
  std::string_view fields;    ///< Names parted by spaces.
  std::string_view sentence;  ///< With {field} places.
};

/// Every event, in the order of the list.
[[nodiscard]] std::span<const EventInfo> events();

[[nodiscard]] const EventInfo& info(Event event);

/// The manual page of the journal, in Markdown: kiosk/ledger/EVENTS.md is exactly this.
[[nodiscard]] std::string eventsManual();

}  // namespace hallpass
