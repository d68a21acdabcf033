#pragma once

#include <string>

#include "kiosk/ledger/journal.h"

namespace hallpass {

/// What is asked of a page of the journal.
enum class PagePart : std::uint8_t { Total, Entries };

/// ?1 event, ?2 first and ?3 last moment, ?4 student, ?5 ending of a code, ?6 how many entries, ?7
/// how many newer ones are passed over. Only what `filter` asks for stands in it, so that its index
/// is used; a test reads the plans. The total of all entries has none of these.
[[nodiscard]] std::string pageSql(const Journal::Filter& filter, PagePart part);

}  // namespace hallpass
