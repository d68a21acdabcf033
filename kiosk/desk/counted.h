#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hallpass {

/// "1 code", "17 codes": a number and its noun, which takes an "s".
[[nodiscard]] std::string counted(std::int64_t number, std::string_view noun);

}  // namespace hallpass
