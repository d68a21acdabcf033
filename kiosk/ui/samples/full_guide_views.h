#pragma once

#include <vector>

#include "kiosk/ui/samples/sample_views.h"

namespace hallpass::samples {

/// The guide's screens, as full as a guide may make them.
[[nodiscard]] std::vector<SampleView> fullGuideViews();

}  // namespace hallpass::samples
