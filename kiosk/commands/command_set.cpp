#include "kiosk/commands/command_set.h"

namespace hallpass {

CLI::App* addCommand(CLI::App& parent, Asked& asked, const std::string& name,
                     const std::string& description, const std::string& example) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->add_option("--data", asked.data, "The folder that holds the ledger")->type_name("DIR");
  command->add_flag("--json", asked.json, "Print one JSON object");
  command->footer("Example:\n  " + example);
  return command;
}

CLI::App* addGroup(CLI::App& parent, const std::string& name, const std::string& description,
                   const std::string& examples) {
  CLI::App* group = parent.add_subcommand(name, description);
  group->require_subcommand(1);
  group->footer("Examples:\n  " + examples);
  return group;
}

void addStudentKey(CLI::App& command, std::string& key) {
  command.add_option("--student", key, "A student number, an e-mail, or a name that only one has")
      ->type_name("KEY")
      ->required();
}

}  // namespace hallpass
