#include <filesystem>
#include <regex>

#include "kiosk/commands/depot_access.h"
#include "kiosk/commands/depot_venue.h"
#include "kiosk/commands/printing.h"
#include "kiosk/depot/recovery.h"
#include "kiosk/depot/venue.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

/// "$1200" for 12 codes of "$100, 30 days"; "" where the value begins with no amount of money.
std::string worthOf(const StakeLine& stake) {
  static const std::regex amount(R"(^(?:about )?([$€£]|\xE2\x82\xAC|\xC2\xA3)([0-9]{1,6})\b.*)");
  std::smatch parts;
  if (!std::regex_match(stake.value, parts, amount)) return "";
  return parts[1].str() + std::to_string(stake.codes * std::stoll(parts[2].str()));
}

void tell(Report& report, const std::vector<StakeLine>& stakes) {
  report.json["at_stake"] = ordered_json::array();
  for (const StakeLine& stake : stakes) {
    const std::string worth = worthOf(stake);
    report.json["at_stake"].push_back({{"pass_type", stake.passType},
                                       {"codes", stake.codes},
                                       {"value", stake.value},
                                       {"worth", worth}});
    report.text += "At stake: " + counted(stake.codes, "code") + " of " + stake.passType;
    if (!stake.value.empty()) report.text += ", each " + stake.value;
    if (!worth.empty()) report.text += ": " + worth;
    report.text += "\n";
  }
  if (stakes.empty()) report.text += "Nothing is at stake: this kiosk holds no unused code.\n";
}

/// What it costs is said before two people say yes.
Answer declareLost(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  Venue venue(connection);
  const auto stakes = venue.atStake(given.name);
  if (!stakes) return complaint(stakes.error(), connection);
  Report report;
  tell(report, *stakes);
  if (given.second.empty()) {
    report.json["quarantined"] = 0;
    report.text += "Nothing was changed. Two people declare it lost: --by NAME --and NAME\n";
    report.status = ExitStatus::Refused;
    return report;
  }
  const auto lost = venue.declareLost(given.name, given.by, given.second);
  if (!lost) return complaint(lost.error(), connection);
  report.json["quarantined"] = *lost;
  report.text += counted(*lost, "code") +
                 " went to quarantine: nobody can tell whether they were handed out. Recover its "
                 "ledger (hallpass depot recover), or ask the issuer to void or confirm them.\n";
  return report;
}

Complaint notRecovered(DepotRefusal why, const Connection& connection) {
  if (why == DepotRefusal::NotAllowed && connection.problem().empty()) {
    return {"KioskActive",
            "That kiosk still takes part in the depot: it tells by itself. Declare it lost first."};
  }
  return complaint(why, connection);
}

Answer recover(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const std::filesystem::path folder = given.name;
  if (!std::filesystem::exists(folder / "ledger.db")) {
    return Complaint{"NoLedger", "There is no ledger.db in that folder."};
  }
  Session found(folder, folder / "hallpass.toml");
  const auto ledger = found.ledger();
  if (!ledger) return ledger.error();
  const auto done = recoverKiosk(connection, **ledger, given.by);
  if (!done) return notRecovered(done.error(), connection);
  Report report{{{"kiosk", done->kiosk},
                 {"entries", done->links},
                 {"claimed", done->claimed},
                 {"unused", done->unused},
                 {"whole", done->whole}},
                "Kiosk " + done->kiosk + ": " + counted(done->links, "entry") + " and " +
                    counted(done->claimed, "claim") + " are in the depot now.\n"};
  report.text += done->whole
                     ? counted(done->unused, "code") +
                           " were taken by nobody. If this is its only ledger, two people may free "
                           "them: hallpass depot unused " +
                           done->kiosk + " --by NAME --and NAME\n"
                     : "This is not all that was handed out in its name: what nobody took by this "
                       "ledger stays in quarantine.\n";
  return report;
}

Answer unused(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const auto freed = declareUnused(connection, given.name, given.by, given.second);
  if (!freed && freed.error() == DepotRefusal::Gap) {
    return Complaint{"NotRecovered",
                     "That kiosk is not lost, or its ledger was not recovered whole: nobody knows "
                     "which of its codes are unused. See: hallpass depot recover"};
  }
  if (!freed) return complaint(freed.error(), connection);
  return Report{{{"freed", *freed}}, counted(*freed, "code") + " can be leased again.\n"};
}

Answer makeVoid(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const auto voided = Venue(connection).declareVoid(given.name, given.by, given.second);
  if (!voided) return complaint(voided.error(), connection);
  return Report{{{"voided", *voided}}, counted(*voided, "code") + " count as void from now on.\n"};
}

constexpr const char* kLost[] = {"lost",
                                 "Say what is at stake; with two names, declare a kiosk lost",
                                 "hallpass depot lost 0b7f... --by Ann --and Ben"};
constexpr const char* kRecover[] = {
    "recover", "Take the last claims of a frozen or lost kiosk out of its data folder",
    "hallpass depot recover /media/disk/hallpass --by Ann"};
constexpr const char* kUnused[] = {
    "unused", "Free the codes that a recovered ledger shows as taken by nobody",
    "hallpass depot unused 0b7f... --by Ann --and Ben"};
constexpr const char* kVoid[] = {"void", "Say that the issuer voided a kiosk's quarantined codes",
                                 "hallpass depot void 0b7f... --by Ann --and Ben"};

/// A command about one kiosk, for two people.
void addTwoPeople(Command depot, Asked& asked, const char* const* texts, VenueWork work,
                  bool needed) {
  const auto given = std::make_shared<VenueArguments>();
  Command command = addVenueCommand(depot, asked, given, texts, work);
  command.option("KIOSK", given->name, "Its id, as hallpass depot kiosks says")
      .typeName("")
      .required();
  Option one = command.option("--by", given->by, "One who decides it");
  Option other = command.option("--and", given->second, "Another one");
  one.typeName("NAME").needs(other);
  other.typeName("NAME").needs(one);
  if (!needed) return;
  one.required();
  other.required();
}

}  // namespace

void addDepotRecoveryCommands(Command depot, Asked& asked) {
  addTwoPeople(depot, asked, kLost, declareLost, false);
  const auto given = std::make_shared<VenueArguments>();
  Command command = addVenueCommand(depot, asked, given, kRecover, recover);
  command.option("FOLDER", given->name, "The data folder of that kiosk").typeName("").required();
  addBy(command, given);
  addTwoPeople(depot, asked, kUnused, unused, true);
  addTwoPeople(depot, asked, kVoid, makeVoid, true);
}

}  // namespace hallpass
