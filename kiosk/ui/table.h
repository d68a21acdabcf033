#pragma once

#include <optional>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Draws a list by pages in `area`: heads that sort, rows, and below them the page count between
/// its two arrows and how many records a page has (domain.md A20-A22).
///
/// Where not all rows of a page have room, those that have are shown, and the arrows lead through
/// the rest before they turn the page; the page count says which rows are seen.
[[nodiscard]] std::optional<Intent> drawTable(Page& page, const Rect& area, const TableView& view);

/// The height in pixels with room for `rows` rows of the smallest height.
[[nodiscard]] float tableHeight(const Page& page, float width, const TableView& view,
                                std::size_t rows);

}  // namespace hallpass
