#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// `rows` as the bytes of a CSV file that Excel opens as it should: UTF-8 with a byte-order mark,
/// CRLF, every cell in quotes, quotes inside doubled. A byte that is no UTF-8 becomes U+FFFD.
///
/// No cell of it is a formula for whatever opens it (OWASP, CSV injection; trust.md 6): each is
/// guarded().
[[nodiscard]] std::string writeCsv(std::span<const std::vector<std::string>> rows);

/// `cell` with an apostrophe before it where a spreadsheet could take it for a formula: it begins
/// with a tab or the end of a line, or its first visible character is one of = + - @, also in a
/// wide or a small form. Apostrophes before those are passed over, so that unguarded() can tell
/// what was there.
[[nodiscard]] std::string guarded(std::string_view cell);

/// What a cell of such a file was before guarded(): unguarded(guarded(x)) == x, for every x.
[[nodiscard]] std::string_view unguarded(std::string_view cell);

}  // namespace hallpass
