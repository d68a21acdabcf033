#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

/// Whether `text` is well-formed UTF-8 (RFC 3629).
[[nodiscard]] bool isUtf8(std::string_view text);

/// The code points of `text`; each malformed byte becomes U+FFFD.
[[nodiscard]] std::u32string toCodePoints(std::string_view text);
/// A value that is no code point, or half of a surrogate pair, is written as U+FFFD.
[[nodiscard]] std::string toUtf8(std::u32string_view codePoints);

/// Whether `codePoint` is a punctuation mark or a symbol, rather than a letter, digit, mark or
/// space.
[[nodiscard]] bool isPunctuation(char32_t codePoint);

/// `text` as two people would compare it: case folded, accents and other marks removed,
/// compatibility forms unified ("Éva", "ＥＶＡ" and "eva" are one), katakana as hiragana, letters
/// without a decomposition that readers take for a base letter replaced (ø o, ł l, đ ð ɗ d, ħ h, ŧ
/// t, ŋ n, ɓ b, ƙ k, ə e, dotless ı i, æ ae, œ oe, þ th, ß ss).
[[nodiscard]] std::string foldForSearch(std::string_view text);

/// `text` without white space and invisible characters (zero-width, byte-order mark, soft hyphen,
/// direction marks, no-break space) at both ends. What stands inside is left as it is.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Whether `text` holds a control character (U+0000-001F, U+007F-009F) or a line separator.
[[nodiscard]] bool hasControls(std::string_view text);

/// Whether `text` holds a character that shows nothing (Unicode's category Cf): a soft hyphen, a
/// zero-width space or joiner, a direction mark, a byte-order mark.
[[nodiscard]] bool hasInvisible(std::string_view text);

/// The words of `text`, split at white space; words of invisible characters alone are left out.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// `text` with each "{name}" replaced by the value of that name. A name that is not given stays as
/// it stands, so that a mistake can be seen; what a value holds is not looked at again.
[[nodiscard]] std::string fillIn(std::string_view text,
                                 const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace platform
