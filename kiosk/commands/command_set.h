#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "kiosk/commands/answer.h"
#include "kiosk/commands/session.h"

namespace hallpass {

/// What the command line asks for, once it was read.
struct Asked {
  std::string data;  ///< --data; "" where it was not given.
  bool json = false;
  std::function<Answer(Session&)> work;  ///< Empty: the kiosk.
};

/// A command that does something, rather than a group of others: with --data, --json, and `example`
/// at the end of its help.
CLI::App* addCommand(CLI::App& parent, Asked& asked, const std::string& name,
                     const std::string& description, const std::string& example);

/// A group of commands, of which one must be named, with `examples` at the end of its help.
CLI::App* addGroup(CLI::App& parent, const std::string& name, const std::string& description,
                   const std::string& examples);

/// --student KEY, which must be given: see studentOf() in student_key.h.
void addStudentKey(CLI::App& command, std::string& key);

// One of each file NAME_command.cpp: the commands, and the groups of them.
void addBatchesCommand(CLI::App& app, Asked& asked);
void addClaimCommand(CLI::App& app, Asked& asked);
void addClassCommand(CLI::App& app, Asked& asked);
void addDoctorCommand(CLI::App& app, Asked& asked);
void addExportCommand(CLI::App& app, Asked& asked);
void addImportCommand(CLI::App& app, Asked& asked);
void addJournalCommand(CLI::App& app, Asked& asked);
void addOrdersCommand(CLI::App& app, Asked& asked);
void addOutcomeCommand(CLI::App& app, Asked& asked);
void addPinCommand(CLI::App& app, Asked& asked);
void addReplaceCommand(CLI::App& app, Asked& asked);
void addReturnCommand(CLI::App& app, Asked& asked);
void addStockCommand(CLI::App& app, Asked& asked);
void addStudentCommand(CLI::App& app, Asked& asked);
void addStudentsCommand(CLI::App& app, Asked& asked);

// Those of a group that has a file of its own for them.
void addClassSetCommand(CLI::App& group, Asked& asked);
void addImportOrdersCommand(CLI::App& group, Asked& asked);
void addOrdersAddCommand(CLI::App& orders, Asked& asked);

}  // namespace hallpass
