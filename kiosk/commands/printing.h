#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/commands/answer.h"

namespace hallpass {

enum class Format : std::uint8_t { Text, Json };

/// `text` with U+FFFD for each control character but the end of a line, and for each byte that is
/// no text: a name out of a file can neither steer a terminal nor forge what stands around it.
[[nodiscard]] std::string harmless(std::string_view text);

/// The same on one line: the ends of lines are replaced too.
[[nodiscard]] std::string harmlessLine(std::string_view text);

/// "1 code", "2 codes".
[[nodiscard]] std::string counted(std::int64_t number, std::string_view noun);

/// Prints what a command found out or why it refused, and gives its exit status. What comes from
/// outside is made harmless here. Where stdout takes not all of it, says so on stderr and gives
/// ExitStatus::Ledger.
[[nodiscard]] int print(const Answer& answer, Format format);

/// Prints a help text as it is, with status 0; fails as print() does.
[[nodiscard]] int printHelp(const std::string& text);

/// Prints why the command line is wrong, with ExitStatus::Usage.
[[nodiscard]] int printMistake(std::string_view mistake);

}  // namespace hallpass
