#include "kiosk/depot/depot.h"

#include <array>

namespace hallpass {
namespace {

struct Words {
  DepotRefusal refusal;
  std::string_view name;
  std::string_view sentence;
};

constexpr std::array kWords{
    Words{DepotRefusal::NotSet, "NoDepot",
          "This kiosk takes part in no depot. Enrol it: hallpass depot enrol"},
    Words{DepotRefusal::Unreachable, "Unreachable",
          "The depot cannot be reached. The kiosk goes on with the codes that it holds; what was "
          "asked for is asked again, and nothing is given twice."},
    Words{DepotRefusal::Unknown, "UnknownKiosk",
          "The depot does not know this kiosk. Enrol it with a new token."},
    Words{DepotRefusal::Frozen, "Frozen",
          "This kiosk's ledger was restored or copied: the codes of its leases are in quarantine. "
          "Declare it lost at the depot, and enrol it anew."},
    Words{
        DepotRefusal::Lost, "DeclaredLost",
        "This kiosk was declared lost: the codes of its leases are in quarantine. Enrol it anew."},
    Words{DepotRefusal::Rebuilding, "Rebuilding",
          "The depot went back in time and leases nothing until every kiosk has told what it "
          "holds. Then: hallpass depot resume"},
    Words{DepotRefusal::Empty, "DepotEmpty",
          "The depot has no code of that pass type left. Add some: hallpass depot stock add"},
    Words{DepotRefusal::WrongVersion, "WrongVersion",
          "This program and the depot speak different versions. Update the older of the two."},
    Words{DepotRefusal::Gap, "Gap", "The depot lacks entries before these. Synchronise again."},
    Words{DepotRefusal::BadToken, "BadToken",
          "That token was used before, or is none. Make another: hallpass depot token"},
    Words{DepotRefusal::NotAllowed, "NotAllowed",
          "The database refused the login or the call. Check the connection's user, password and "
          "certificates."},
    Words{DepotRefusal::Broken, "BadAnswer",
          "The database answered what no depot answers. Check that it is one: hallpass depot init"},
    Words{DepotRefusal::Ledger, "LedgerFailed",
          "The ledger of this kiosk could not be used. Try again; see hallpass doctor."},
    Words{
        DepotRefusal::Untrusted, "Untrusted",
        "The server did not prove that it is the depot, so nothing was sent to it. Check the host "
        "and sslrootcert of the address, this device's clock, and the name and the end date of the "
        "server's certificate."},
};

constexpr const Words& wordsOf(DepotRefusal refusal) {
  return kWords.at(static_cast<std::size_t>(refusal));
}

constexpr bool eachAtItsPlace() {
  for (const Words& words : kWords) {
    if (&wordsOf(words.refusal) != &words) return false;
  }
  return true;
}
static_assert(eachAtItsPlace());

}  // namespace

std::string_view name(DepotRefusal refusal) { return wordsOf(refusal).name; }
std::string_view sentence(DepotRefusal refusal) { return wordsOf(refusal).sentence; }

}  // namespace hallpass
