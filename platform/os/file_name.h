#pragma once

#include <string>
#include <string_view>

namespace platform {

/// The name of a file that others have named, as a person may see it: on one line, at most 120
/// characters, with U+FFFD for each byte that is no UTF-8, each control character, and each
/// character that shows nothing and could make a name look like another one (a direction mark, a
/// zero-width space). Joiners between letters stay. A longer name keeps its beginning and its end.
[[nodiscard]] std::string shownFileName(std::string_view bytes);

}  // namespace platform
