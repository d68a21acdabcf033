#pragma once

#include <string>
#include <string_view>

namespace hallpass {

/// What a text file is written in.
enum class Encoding : unsigned char { Utf8, Utf16Little, Utf16Big, Windows1252 };

/// The encoding of `bytes`: by its byte-order mark, else by where zero bytes stand, else UTF-8
/// where most of what is not ASCII is that, else Windows-1252.
[[nodiscard]] Encoding encodingOf(std::string_view bytes);

/// `bytes` as UTF-8, without a byte-order mark. What is no text in its encoding becomes U+FFFD.
[[nodiscard]] std::string toText(std::string_view bytes);

}  // namespace hallpass
