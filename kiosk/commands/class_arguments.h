#pragma once

#include <optional>
#include <string>

#include "kiosk/commands/answer.h"
#include "kiosk/commands/command.h"
#include "kiosk/domain/class.h"
#include "kiosk/guide/guide.h"

namespace hallpass {

/// What the command line says of a class; "" and 0 = nothing.
struct ClassArguments {
  std::string from;
  std::string until;
  std::string walkIns;
  std::string word;
  std::string languages;
  std::string account;
  int idleSeconds = 0;
};

/// --from, --until, --walk-ins, --word, --idle, --languages and --account. Gives that of the word.
Option addClassOptions(Command command, ClassArguments& arguments);

/// `facts` with what `arguments` say of them.
[[nodiscard]] NewClass withArguments(NewClass facts, const ClassArguments& arguments);

/// Why `guide` cannot name the account that `arguments` say, or nullopt. Refuses with
/// UnknownAccount.
[[nodiscard]] std::optional<Complaint> accountComplaint(const Guide& guide,
                                                        const ClassArguments& arguments);

}  // namespace hallpass
