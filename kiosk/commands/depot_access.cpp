#include "kiosk/commands/depot_access.h"

#include "kiosk/settings/setting_keys.h"
#include "kiosk/settings/settings.h"

namespace hallpass {

platform::Result<std::string, Complaint> depotAddress(const Session& session,
                                                      const std::string& given) {
  const std::string address = given.empty() ? findSettings(session.config()).settings.depot : given;
  if (address.empty()) {
    return Complaint{
        "NoDepot",
        "No depot is set. Name it in DIR/hallpass.toml: depot = \"host=... dbname=...\""};
  }
  if (isDepotAddress(address)) return address;
  return Complaint{"BadAddress",
                   "The depot's address is too long or holds a password. Put the password into "
                   "libpq's passfile (~/.pgpass), or use a client certificate."};
}

Complaint complaint(DepotRefusal refusal, const Connection& connection) {
  Complaint why{std::string(name(refusal)), std::string(sentence(refusal))};
  const bool said = refusal == DepotRefusal::Unreachable || refusal == DepotRefusal::NotAllowed ||
                    refusal == DepotRefusal::Untrusted || refusal == DepotRefusal::Broken;
  if (said && !connection.problem().empty()) {
    why.sentence += " (The database said: " + connection.problem() + ")";
  }
  return why;
}

}  // namespace hallpass
