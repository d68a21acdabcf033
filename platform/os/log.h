#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// As syslog has them.
enum class LogLevel : std::uint8_t {
  Error = 3,    ///< The program cannot do its work.
  Warning = 4,  ///< It can, but somebody should look.
  Notice = 5,   ///< It began, ended, or is well again.
};

/// What a line of the log may hold besides its own words: a number, a file of the device, or words
/// that are known not to be anybody's. No text turns into one by itself: what a person typed, a
/// secret or a name cannot slip in.
class LogValue {
 public:
  template <std::integral Number>
  LogValue(Number number) : text_(std::to_string(number)) {}  // NOLINT(*-explicit-*)
  template <std::same_as<std::filesystem::path> Path>
  LogValue(const Path& file) : text_(file.string()) {}  // NOLINT(*-explicit-*)

  /// Words of the program's own. tests/lint/unsecret.py lists who may say that of a text.
  [[nodiscard]] static LogValue unsecret(std::string words);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  explicit LogValue(std::string text, int) : text_(std::move(text)) {}
  std::string text_;
};

/// What takes the place of {name} in a line.
struct LogFilling {
  std::string_view name;
  LogValue value;
};

/// Tells whoever looks after the machine what happened, each fact once: the system's journal where
/// this program's standard error goes there, else a line on standard error. Keeps no file and turns
/// none over; the journal does. Any one thread.
class Log {
 public:
  using Sink = std::function<void(LogLevel, const std::string& line)>;

  /// To the journal or to standard error.
  Log();
  /// To `sink`, for tests.
  explicit Log(Sink sink) : sink_(std::move(sink)) {}

  /// Says `line`, a text of the program's own in English with a {name} for each value, unless it is
  /// what was said last of `fact` (an id such as "disk"). Control characters become U+FFFD.
  void tell(LogLevel level, std::string_view fact, std::string_view line,
            const std::vector<LogFilling>& values = {});

  /// `fact` is over: says `line` if anything was said of it, and from now on it is news again.
  void over(std::string_view fact, std::string_view line);

 private:
  Sink sink_;
  std::map<std::string, std::string, std::less<>> told_;  ///< The last line of each fact.
};

}  // namespace platform
