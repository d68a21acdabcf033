#pragma once

#include <string>

#include "kiosk/ui/samples/sample_views.h"
#include "kiosk/ui/studio.h"
#include "tests/kiosk/ui/proof/proof_table.h"

namespace tests {

/// Where a picture stands among all that are judged: "find, German, 1280 x 800".
struct ProofPlace {
  std::string screen;
  std::string setting;
  [[nodiscard]] std::string text() const { return screen + ", " + setting; }
};

/// Of what the studio drew last: sizes and gaps of what can be touched, in millimetres, and that
/// the screen and each target on it is said aloud as something.
void judgeTargets(ProofTable& table, const hallpass::Studio& studio, const ProofPlace& place);

/// No text lies over another one, or over the edge. Whether any is cut, fit.tests.cpp judges.
void judgeTexts(ProofTable& table, const hallpass::Studio& studio, const ProofPlace& place);

/// Contrast by what the picture's pixels are. Texts: of their colour with what most of their ground
/// is; and that the colour is there at all. What can be touched: of what bounds it, or of what
/// stands on it.
void judgeContrast(ProofTable& table, const hallpass::Studio& studio,
                   const platform::Pixels& picture, const hallpass::Theme& theme,
                   const ProofPlace& place);

/// Whether everything that can be used is reached by Tab alone, and so by two switches.
void judgeKeys(ProofTable& table, const hallpass::Studio& studio, const ProofPlace& place);

/// How often a part of the screen flashes in a second: pairs of opposing changes of luminance, of a
/// tenth or more (WCAG 2.2, general flash), whatever the area. Two seconds of `view` are drawn,
/// with a finger on `held` where it is not "".
void judgeFlashes(ProofTable& table, hallpass::Studio& studio, const hallpass::View& view,
                  const std::string& held, const ProofPlace& place);

}  // namespace tests
