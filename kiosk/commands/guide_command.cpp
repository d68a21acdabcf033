#include "kiosk/commands/command_set.h"

namespace hallpass {

void addGuideCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "guide", "Check the files that students read from",
                           "hallpass guide check\n"
                           "  hallpass guide check assets/guides/azure-pass.toml");
  addGuideCheckCommand(group, asked);
}

}  // namespace hallpass
