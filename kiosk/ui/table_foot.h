#pragma once

#include <algorithm>
#include <optional>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Which rows of a list's page are seen: as many as have room.
struct SeenRows {
  std::size_t first = 0;
  std::size_t most = 1;  ///< That have room at once.
  std::size_t all = 0;

  [[nodiscard]] std::size_t end() const { return std::min(all, first + most); }
  [[nodiscard]] bool part() const { return all > most; }
};

/// The rows that are to be seen now, where `most` have room.
[[nodiscard]] SeenRows seenRows(Page& page, const TableView& view, std::size_t most);

/// Shows the rows that have no room, before or after those that are seen, or asks for the next page
/// or the one before; does nothing where there is none.
[[nodiscard]] std::optional<Intent> turnRows(Page& page, const TableView& view,
                                             const SeenRows& seen, Page::Flick way);

/// Draws the page count between its arrows, and how many records a page has.
[[nodiscard]] std::optional<Intent> drawTableFoot(Page& page, const Rect& area,
                                                  const TableView& view, const SeenRows& seen);

/// The height in pixels that it takes, its gap above included; 0 where there is nothing to turn or
/// choose. `part` = not all rows of the page are seen.
[[nodiscard]] float tableFootHeight(const Page& page, float width, const TableView& view,
                                    bool part);

}  // namespace hallpass
