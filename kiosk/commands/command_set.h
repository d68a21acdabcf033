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

// One of each file NAME_command.cpp.
void addClassCommand(CLI::App& app, Asked& asked);
void addImportCommand(CLI::App& app, Asked& asked);
void addStockCommand(CLI::App& app, Asked& asked);
void addStudentsCommand(CLI::App& app, Asked& asked);
void addClaimCommand(CLI::App& app, Asked& asked);
void addJournalCommand(CLI::App& app, Asked& asked);
void addDoctorCommand(CLI::App& app, Asked& asked);

}  // namespace hallpass
