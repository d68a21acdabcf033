#pragma once

#include <variant>

#include "kiosk/options.h"

namespace hallpass {

/// Reads the command line and runs the command that it names: prints what it says and gives its
/// exit status (answer.h). Where no command is named, gives how the kiosk is to be started.
[[nodiscard]] std::variant<int, KioskOptions> runCommandLine(int argc, char** argv);

}  // namespace hallpass
