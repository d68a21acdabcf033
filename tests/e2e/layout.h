#pragma once

#include <string>
#include <vector>

#include "tests/support/scene.h"

namespace tests {

/// What is wrong with where a scene's targets, texts and QR codes lie: outside the window, over
/// each other, targets smaller than 12.7 mm, or nearer than 2.54 mm (VVSG 7.2-I, trust.md 8). Empty
/// = nothing. The attract screen's one target covers all and is exempt; so is what lies, switched
/// off, under the question of the idle warning.
[[nodiscard]] std::vector<std::string> layoutProblems(const Scene& scene, double pixelsPerMm);

}  // namespace tests
