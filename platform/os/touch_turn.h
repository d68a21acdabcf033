#pragma once

#include <array>
#include <string>

namespace platform {

/// What takes a place on a touch panel to its place on a picture that is turned by `degrees`
/// clockwise, both from 0 to 1: the matrix of X's "Coordinate Transformation Matrix", row by row.
[[nodiscard]] std::array<float, 9> touchMatrix(int degrees);

/// Has the touch panels of the X server `display` ("" = $DISPLAY) follow a picture that was turned:
/// the server turns the picture alone. Does nothing where there are none.
void turnTouch(const std::string& display, int degrees);

}  // namespace platform
