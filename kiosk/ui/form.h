#pragma once

#include <optional>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Draws the `index`-th field of `form`: its label, what is touched to type or choose, and below it
/// what is wrong with the value. Upright the label stands above.
[[nodiscard]] std::optional<Intent> drawField(Page& page, const Rect& area, const FormView& form,
                                              std::size_t index);

/// The height in pixels that it takes in that width.
[[nodiscard]] float fieldHeight(const Page& page, float width, const FormView& form,
                                std::size_t index);

}  // namespace hallpass
