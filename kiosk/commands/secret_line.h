#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/commands/answer.h"

namespace hallpass {

/// Why a secret cannot be taken, or nullopt.
using Judge = std::function<std::optional<Complaint>(const std::string&)>;

/// Whether standard input is a terminal, where somebody types.
[[nodiscard]] bool somebodyTypes();

/// Asks for `what` ("the PIN") twice on the terminal of standard input, and shows nothing of what
/// is typed; the questions go to stderr. The terminal shows typing again when this returns,
/// whatever ends it. Refuses as `judge` does after the first time, with NothingTyped (the input
/// ended), TooLarge, NotTheSame, or Cancelled (Ctrl-C, or a request to terminate).
[[nodiscard]] platform::Result<std::string, Complaint> askTwice(const std::string& what,
                                                                const Judge& judge);

/// The first line of standard input, without its end; what comes after it stays unread. Refuses as
/// `judge` does, with NothingTyped where there is no line, and with TooLarge.
[[nodiscard]] platform::Result<std::string, Complaint> firstLine(const std::string& what,
                                                                 const Judge& judge);

}  // namespace hallpass
