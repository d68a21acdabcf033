#pragma once

#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/domain/stock.h"

namespace hallpass {

/// Lines to be read, by pages.
struct Lines {
  std::string screen;  ///< "restock-lines"
  std::string title;
  std::string lead;
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
};

/// What became of the lines of a list: its number and words, never a code. A row opens, for its
/// words may be longer than a row.
[[nodiscard]] Lines noteLines(std::string screen, std::string title,
                              const std::vector<LineNote>& notes);

class LinesPage final : public DeskPage {
 public:
  LinesPage(DeskTools tools, Lines lines);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  [[nodiscard]] Step openRow(const TableRow& row) const;

  Lines lines_;
  Paging paging_;
};

}  // namespace hallpass
