#pragma once

#include <string>
#include <string_view>

namespace platform {

/// One line of `text` as it is drawn from left to right: right-to-left scripts reversed and Arabic
/// letters joined (Unicode bidirectional algorithm, by FriBidi). A line without such scripts comes
/// back as it is.
[[nodiscard]] std::string visualOrder(std::string_view text);

}  // namespace platform
