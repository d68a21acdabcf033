#pragma once

#include <vector>

#include "tests/kiosk/ui/sample_views.h"

namespace tests {

/// Every screen that the guides of assets/ can bring, each once.
[[nodiscard]] std::vector<SampleView> guideViews();

}  // namespace tests
