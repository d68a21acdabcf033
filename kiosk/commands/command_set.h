#pragma once

#include <functional>
#include <string>

#include "kiosk/commands/answer.h"
#include "kiosk/commands/command.h"
#include "kiosk/commands/session.h"

namespace hallpass {

/// What the command line asks for, once it was read.
struct Asked {
  std::string data;    ///< --data; "" where it was not given.
  std::string config;  ///< --config; "" where it was not given.
  bool json = false;
  std::function<Answer(Session&)> work;  ///< Empty: the kiosk.
};

/// A command that does something, rather than a group of others: with --data, --json, and `example`
/// at the end of its help.
Command addCommand(Command parent, Asked& asked, const std::string& name,
                   const std::string& description, const std::string& example);

/// A group of commands, of which one must be named, with `examples` at the end of its help.
Command addGroup(Command parent, const std::string& name, const std::string& description,
                 const std::string& examples);

/// --student KEY, which must be given: see studentOf() in student_key.h.
void addStudentKey(Command command, std::string& key);

// One of each file NAME_command.cpp: the commands, and the groups of them.
void addBackupCommand(Command app, Asked& asked);
void addBatchesCommand(Command app, Asked& asked);
void addClaimCommand(Command app, Asked& asked);
void addClassCommand(Command app, Asked& asked);
void addConfigCommand(Command app, Asked& asked);
void addDepotCommand(Command app, Asked& asked);
void addDoctorCommand(Command app, Asked& asked);
void addExportCommand(Command app, Asked& asked);
void addGalleryCommand(Command app, Asked& asked);
void addGuideCommand(Command app, Asked& asked);
void addImportCommand(Command app, Asked& asked);
void addJournalCommand(Command app, Asked& asked);
void addOrdersCommand(Command app, Asked& asked);
void addOutcomeCommand(Command app, Asked& asked);
void addPinCommand(Command app, Asked& asked);
void addReplaceCommand(Command app, Asked& asked);
void addRescueCommand(Command app, Asked& asked);
void addRestoreCommand(Command app, Asked& asked);
void addReturnCommand(Command app, Asked& asked);
void addStatusCommand(Command app, Asked& asked);
void addStockCommand(Command app, Asked& asked);
void addStudentCommand(Command app, Asked& asked);
void addStudentsCommand(Command app, Asked& asked);

// Those of a group that has a file of its own for them.
void addClassSetCommand(Command group, Asked& asked);
void addDepotVenueCommands(Command depot, Asked& asked);
void addGuideCheckCommand(Command group, Asked& asked);
void addGuideTextsCommand(Command group, Asked& asked);
void addImportOrdersCommand(Command group, Asked& asked);
void addOrdersAddCommand(Command orders, Asked& asked);

}  // namespace hallpass
