#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/view.h"

namespace tests {

struct SampleView {
  std::string name;
  hallpass::View view;
};

/// The screens of a visit, with the longest texts that they may get.
[[nodiscard]] std::vector<SampleView> studentViews();
/// The screens of the desk and its door.
[[nodiscard]] std::vector<SampleView> deskViews();

/// A list of `rows` rows, page 2 of 3, whose columns sort.
[[nodiscard]] hallpass::TableView sampleTable(std::size_t rows, int perPage);
/// A desk's screen with that list on it.
[[nodiscard]] hallpass::View tableView(std::size_t rows, int perPage);
/// A view of the desk with its navigation around `screen`.
[[nodiscard]] hallpass::View inDesk(hallpass::ScreenView screen);

}  // namespace tests
