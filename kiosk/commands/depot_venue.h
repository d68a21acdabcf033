#pragma once

#include <memory>
#include <string>

#include "kiosk/commands/command_set.h"
#include "kiosk/depot/connection.h"

namespace hallpass {

/// What the commands of the venue take, each some of it.
struct VenueArguments {
  std::string connect;
  std::string name;  ///< Of the kiosk that a token is for, or the id of one; or a data folder.
  std::string by = "operator";
  std::string second;
  std::string file;
  std::string passType;
};

using Arguments = std::shared_ptr<VenueArguments>;
using VenueWork = Answer (*)(Session&, Connection&, const VenueArguments&);

/// A command that works on the depot as staff or owner. `texts`: name, description, example.
Command addVenueCommand(Command group, Asked& asked, const Arguments& given,
                        const char* const* texts, VenueWork work);

/// --by: one person decides it.
void addBy(Command command, const Arguments& given);

/// What becomes of a kiosk that does not come back, and of its codes.
void addDepotRecoveryCommands(Command depot, Asked& asked);

}  // namespace hallpass
