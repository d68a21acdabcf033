#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/view.h"

namespace hallpass::samples {

/// A screen in one of its states, to be looked at and to be judged by tests. Whoever adds a screen
/// or a state adds one here.
struct SampleView {
  std::string name;
  View view;
};

/// The screens of a visit, with the longest texts that they may get.
[[nodiscard]] std::vector<SampleView> studentViews();
/// The screens of the desk and its door.
[[nodiscard]] std::vector<SampleView> deskViews();
/// Every screen that the guides of assets/ can bring, each once; those of a guide that cannot be
/// read are left out.
[[nodiscard]] std::vector<SampleView> guideViews();

/// A list of `rows` rows, page 2 of 3, whose columns sort.
[[nodiscard]] TableView sampleTable(std::size_t rows, int perPage);
/// A desk's screen with that list on it.
[[nodiscard]] View tableView(std::size_t rows, int perPage);
/// A view of the desk with its navigation around `screen`.
[[nodiscard]] View inDesk(ScreenView screen);

}  // namespace hallpass::samples
