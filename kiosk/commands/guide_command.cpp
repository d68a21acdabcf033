#include "kiosk/commands/command_set.h"

namespace hallpass {

void addGuideCommand(Command app, Asked& asked) {
  Command group =
      addGroup(app, "guide", "The files that students read from: check them, and list their texts",
               "hallpass guide check\n"
               "  hallpass guide check assets/guides/azure-pass.toml");
  addGuideCheckCommand(group, asked);
  addGuideTextsCommand(group, asked);
}

}  // namespace hallpass
