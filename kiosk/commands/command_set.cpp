#include "kiosk/commands/command_set.h"

namespace hallpass {

Command addCommand(Command parent, Asked& asked, const std::string& name,
                   const std::string& description, const std::string& example) {
  Command command = parent.add(name, description, "Example:\n  " + example);
  command.option("--data", asked.data, "The folder that holds the ledger").typeName("DIR");
  command.flag("--json", asked.json, "Print one JSON object");
  return command;
}

Command addGroup(Command parent, const std::string& name, const std::string& description,
                 const std::string& examples) {
  Command group = parent.add(name, description, "Examples:\n  " + examples);
  group.needsCommands(1, 1);
  return group;
}

void addStudentKey(Command command, std::string& key) {
  command.option("--student", key, "A student number, an e-mail, or a name that only one has")
      .typeName("KEY")
      .required();
}

}  // namespace hallpass
