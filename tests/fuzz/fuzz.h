#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tests {

/// What a fuzz target does with one input, of any bytes. It ends the program where a promise is
/// broken (must), and so does every error that a sanitizer finds. The same input does the same.
void fuzzOne(std::string_view bytes);

/// Ends the program where `kept` is false: `promise` is broken.
inline void must(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

/// What stands in `rest` before the next `mark`, all of it where there is none; cut off with it.
inline std::string_view takePiece(std::string_view& rest, std::string_view mark) {
  const std::size_t end = rest.find(mark);
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + mark.size());
  return piece;
}

/// The number that the first byte of `rest` stands for, cut off; 0 at the end.
inline std::size_t takeNumber(std::string_view& rest) {
  if (rest.empty()) return 0;
  const auto number = static_cast<unsigned char>(rest.front());
  rest.remove_prefix(1);
  return number;
}

}  // namespace tests
