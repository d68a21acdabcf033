#pragma once

#include <string>

#include "kiosk/commands/command.h"
#include "kiosk/domain/class.h"

namespace hallpass {

/// What the command line says of a class; "" and 0 = nothing.
struct ClassArguments {
  std::string from;
  std::string until;
  std::string walkIns;
  std::string word;
  int idleSeconds = 0;
};

/// --from, --until, --walk-ins, --word and --idle. Gives that of the word.
Option addClassOptions(Command command, ClassArguments& arguments);

/// `facts` with what `arguments` say of them.
[[nodiscard]] NewClass withArguments(NewClass facts, const ClassArguments& arguments);

}  // namespace hallpass
