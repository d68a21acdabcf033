#include "kiosk/exchange/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLook = std::size_t{64} * 1024;  ///< Bytes that decide where zeros stand.

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr std::array<Mark, 3> kMarks{{{"\xEF\xBB\xBF", Encoding::Utf8},
                                      {"\xFF\xFE", Encoding::Utf16Little},
                                      {"\xFE\xFF", Encoding::Utf16Big}}};

const Mark* markOf(std::string_view bytes) {
  const auto* found = std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& mark) {
    return bytes.substr(0, mark.bytes.size()) == mark.bytes;
  });
  return found == kMarks.end() ? nullptr : found;
}

/// What the first bytes show when they are taken two by two.
struct Pairs {
  std::array<std::size_t, 2> zeros{};  ///< Zero bytes at even and at odd places.
  std::size_t littleEnds = 0;          ///< Line ends, low byte first.
  std::size_t bigEnds = 0;
};

Pairs pairsOf(std::string_view look) {
  Pairs pairs;
  for (std::size_t i = 0; i + 1 < look.size(); i += 2) {
    const char first = look[i];
    const char second = look[i + 1];
    if (first == '\0') ++pairs.zeros[0];
    if (second == '\0') ++pairs.zeros[1];
    if (second == '\0' && (first == '\n' || first == '\r')) ++pairs.littleEnds;
    if (first == '\0' && (second == '\n' || second == '\r')) ++pairs.bigEnds;
  }
  return pairs;
}

/// UTF-16 of any language has zeros in the upper halves of its separators, digits and line ends.
/// Line ends decide first: letters such as U+4E00 have zeros in their lower halves.
std::optional<Encoding> byZeros(std::string_view bytes) {
  const std::string_view look = bytes.substr(0, kLook);
  const Pairs pairs = pairsOf(look);
  const std::size_t zeros = pairs.zeros[0] + pairs.zeros[1];
  if (zeros < std::max<std::size_t>(look.size() / 40, 2)) return std::nullopt;
  if (pairs.littleEnds > pairs.bigEnds) return Encoding::Utf16Little;
  if (pairs.bigEnds > pairs.littleEnds) return Encoding::Utf16Big;
  if (pairs.zeros[1] > pairs.zeros[0] * 3) return Encoding::Utf16Little;
  if (pairs.zeros[0] > pairs.zeros[1] * 3) return Encoding::Utf16Big;
  return std::nullopt;
}

/// Whether a file that is no flawless UTF-8 is UTF-8 with flaws (torn at its end, one line pasted
/// from elsewhere). Windows-1252 hardly ever forms a well-formed sequence by accident.
bool isMostlyUtf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (const char32_t point : platform::toCodePoints(bytes)) {
    if (point == 0xFFFD) {
      ++bad;
    } else if (point > 0x7F) {
      ++good;
    }
  }
  return good > bad;
}

const char* iconvName(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf16Little:
      return "UTF-16LE";
    case Encoding::Utf16Big:
      return "UTF-16BE";
    case Encoding::Utf8:
      return "UTF-8";
    case Encoding::Windows1252:
      break;
  }
  return "WINDOWS-1252";
}

/// An open conversion of the C library.
class Conversion {
 public:
  explicit Conversion(Encoding from) : handle_(::iconv_open("UTF-8", iconvName(from))) {}
  ~Conversion() {
    if (open()) ::iconv_close(handle_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  [[nodiscard]] bool open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(*-int-to-ptr): POSIX says so.
  }

  /// Converts what it can off the front of `rest` onto `text`; the error that stopped it, or 0.
  int run(std::string_view& rest, std::string& text) {
    std::array<char, 4096> buffer{};
    while (!rest.empty()) {
      char* in = const_cast<char*>(rest.data());  // iconv's signature; it only reads.
      std::size_t inLeft = rest.size();
      char* out = buffer.data();
      std::size_t outLeft = buffer.size();
      const std::size_t result = ::iconv(handle_, &in, &inLeft, &out, &outLeft);
      const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
      text.append(buffer.data(), buffer.size() - outLeft);
      rest.remove_prefix(rest.size() - inLeft);
      if (error != 0 && error != E2BIG) return error;
    }
    return 0;
  }

 private:
  iconv_t handle_;
};

std::string convert(std::string_view bytes, Encoding from) {
  Conversion conversion(from);
  const std::size_t unit = from == Encoding::Windows1252 ? 1 : 2;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  while (conversion.open() && !bytes.empty()) {
    if (conversion.run(bytes, text) == 0) break;
    text += kReplacement;
    bytes.remove_prefix(std::min(unit, bytes.size()));
  }
  return text;
}

}  // namespace

Encoding encodingOf(std::string_view bytes) {
  if (const Mark* mark = markOf(bytes)) return mark->encoding;
  if (const auto wide = byZeros(bytes)) return *wide;
  return platform::isUtf8(bytes) || isMostlyUtf8(bytes) ? Encoding::Utf8 : Encoding::Windows1252;
}

std::string toText(std::string_view bytes) {
  const Encoding encoding = encodingOf(bytes);
  if (const Mark* mark = markOf(bytes)) bytes.remove_prefix(mark->bytes.size());
  if (encoding != Encoding::Utf8) return convert(bytes, encoding);
  if (platform::isUtf8(bytes)) return std::string(bytes);
  return platform::toUtf8(platform::toCodePoints(bytes));
}

}  // namespace hallpass
