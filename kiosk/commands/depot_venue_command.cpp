#include "kiosk/commands/command_set.h"
#include "kiosk/commands/depot_access.h"
#include "kiosk/commands/depot_venue.h"
#include "kiosk/commands/list_file.h"
#include "kiosk/commands/printing.h"
#include "kiosk/commands/text_table.h"
#include "kiosk/depot/venue.h"
#include "kiosk/exchange/code_list.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

Answer init(Session& /*session*/, Connection& connection, const VenueArguments& /*given*/) {
  const auto made = Venue(connection).init(assetsFolder() / "depot");
  if (!made) return complaint(made.error(), connection);
  return Report{{{"ready", true}},
                "The depot's tables and functions are there. Kiosks' logins become members of "
                "hallpass_kiosk, staff's of hallpass_staff.\n"};
}

Answer makeToken(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const auto token = Venue(connection).makeToken(given.name, given.by);
  if (!token) return complaint(token.error(), connection);
  return Report{{{"token", *token}, {"for", given.name}}, *token + "\n"};
}

Answer showKiosks(Session& /*session*/, Connection& connection, const VenueArguments& /*given*/) {
  const auto kiosks = Venue(connection).kiosks();
  if (!kiosks) return complaint(kiosks.error(), connection);
  Report report{{{"kiosks", ordered_json::array()}}, ""};
  TextTable table(
      {"Kiosk", "Name", "State", "Why", "Told all", "Unused", "Claimed", "Last heard of"});
  for (const KioskLine& one : *kiosks) {
    report.json["kiosks"].push_back({{"kiosk", one.id},
                                     {"name", one.name},
                                     {"state", one.state},
                                     {"why", one.why},
                                     {"settled", one.settled},
                                     {"leased", one.leased},
                                     {"claimed", one.claimed},
                                     {"seen_at", one.seenAt}});
    table.add({one.id, one.name, one.state, one.why, one.settled ? "yes" : "no",
               std::to_string(one.leased), std::to_string(one.claimed), one.seenAt});
  }
  report.text = table.text();
  return report;
}

/// Students who took two codes before two rooms had heard of each other; nothing was undone.
std::optional<Complaint> tellCrossings(Connection& connection, Report& report) {
  const auto crossings = Venue(connection).crossings();
  if (!crossings) return complaint(crossings.error(), connection);
  report.json["taken_twice"] = ordered_json::array();
  for (const CrossingLine& one : *crossings) {
    report.json["taken_twice"].push_back({{"room", one.room},
                                          {"entry", one.sequence},
                                          {"other_room", one.otherRoom},
                                          {"other_entry", one.otherSequence},
                                          {"seen_at", one.seenAt}});
    report.text += "One student took two codes: entry " + std::to_string(one.sequence) + " of " +
                   one.room + " and entry " + std::to_string(one.otherSequence) + " of " +
                   one.otherRoom + "\n";
  }
  return std::nullopt;
}

Answer showStock(Connection& connection) {
  const auto stock = Venue(connection).stock();
  if (!stock) return complaint(stock.error(), connection);
  Report report{{{"pass_types", ordered_json::object()}}, ""};
  TextTable table({"Pass type", "Loaded", "Free", "Leased", "Claimed", "Quarantined", "Void"});
  for (const StockLine& one : *stock) {
    report.json["pass_types"][one.passType] = {
        {"loaded", one.loaded},           {"free", one.free},
        {"leased", one.leased},           {"claimed", one.claimed},
        {"quarantined", one.quarantined}, {"void", one.voided},
        {"imported", one.imported},       {"asserted", one.asserted}};
    table.add({one.passType, std::to_string(one.loaded), std::to_string(one.free),
               std::to_string(one.leased), std::to_string(one.claimed),
               std::to_string(one.quarantined), std::to_string(one.voided)});
  }
  report.text = table.text();
  if (auto why = tellCrossings(connection, report)) return *why;
  return report;
}

Answer stock(Session& session, Connection& connection, const VenueArguments& given) {
  if (given.file.empty()) return showStock(connection);
  const auto type = passTypeOf(given.passType);
  if (!type) return type.error();
  const auto table = readTableFile(given.file);
  if (!table) return table.error();
  const auto list = readCodes(*table, *type, session.clock().now());
  if (!list) return complaint(list.error(), given.file);
  NewBatch batch;
  batch.passType = type->id;
  batch.fileHash = table->fileHash;
  batch.value = type->value;
  const auto added = Venue(connection).add(batch, list->codes);
  if (!added) return complaint(added.error(), connection);
  const auto before = std::ssize(list->codes) - *added;
  return Report{{{"added", *added}, {"in_depot_already", before}, {"rejected", list->rejected}},
                "Added " + counted(*added, "code") + " to the depot; " + std::to_string(before) +
                    " came in before, " + std::to_string(list->rejected) + " rejected.\n"};
}

Answer sayRestored(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const auto said = Venue(connection).restored(given.by);
  if (!said) return complaint(said.error(), connection);
  return Report{{{"rebuilding", true}},
                "Nothing is leased until every kiosk has synchronised. Then: hallpass depot "
                "resume\n"};
}

Answer resume(Session& /*session*/, Connection& connection, const VenueArguments& given) {
  const auto waiting = Venue(connection).resume(given.by);
  if (!waiting) return complaint(waiting.error(), connection);
  if (*waiting == 0) return Report{{{"waiting", 0}}, "The depot leases codes again.\n"};
  return Complaint{"KiosksMissing",
                   counted(*waiting, "kiosk") +
                       " have not told what they hold; hallpass depot kiosks names them. "
                       "Synchronise them, or declare them lost."};
}

Answer verify(Session& /*session*/, Connection& connection, const VenueArguments& /*given*/) {
  const auto wrong = Venue(connection).wrong();
  if (!wrong) return complaint(wrong.error(), connection);
  Report report{{{"sound", wrong->empty()}, {"wrong", ordered_json::array()}}, ""};
  for (const WrongLine& line : *wrong) {
    report.json["wrong"].push_back({{"what", line.what}, {"of", line.of}});
    report.text += line.what + " (" + line.of + ")\n";
  }
  if (!wrong->empty()) report.status = ExitStatus::Refused;
  if (wrong->empty())
    report.text = "Every kiosk's entries follow each other, and every code fits.\n";
  return report;
}

constexpr const char* kInit[] = {
    "init", "Make a depot in an empty database, or update one",
    "hallpass depot init --connect \"host=db dbname=depot user=owner\""};
constexpr const char* kToken[] = {"token", "Make the token by which one kiosk enrols",
                                  "hallpass depot token \"Room 12\" > token.txt"};
constexpr const char* kKiosks[] = {"kiosks", "List the venue's kiosks", "hallpass depot kiosks"};
constexpr const char* kStock[] = {"stock", "Count the venue's codes, or add some",
                                  "hallpass depot stock --add codes.csv --pass azure-pass"};
constexpr const char* kRestored[] = {"restored", "Say that the database came out of a backup",
                                     "hallpass depot restored --by Ann"};
constexpr const char* kResume[] = {"resume", "Lease again, once every kiosk has told what it holds",
                                   "hallpass depot resume --by Ann"};
constexpr const char* kVerify[] = {"verify", "Check the depot: chains, heads, codes, conflicts",
                                   "hallpass depot verify --json"};

}  // namespace

Command addVenueCommand(Command group, Asked& asked, const Arguments& given,
                        const char* const* texts, VenueWork work) {
  Command command = addCommand(group, asked, texts[0], texts[1], texts[2]);
  command
      .option("--connect", given->connect,
              "The depot as whom: a connection string; the setting if not given")
      .typeName("STRING");
  command.whenNamed([&asked, given, work] {
    asked.work = [given, work](Session& session) -> Answer {
      const auto address = depotAddress(session, given->connect);
      if (!address) return address.error();
      Connection connection(*address);
      return work(session, connection, *given);
    };
  });
  return command;
}

void addBy(Command command, const Arguments& given) {
  command.option("--by", given->by, "Who decides it, for the depot's record").typeName("NAME");
}

void addDepotVenueCommands(Command depot, Asked& asked) {
  const auto given = std::make_shared<VenueArguments>();
  addVenueCommand(depot, asked, given, kInit, init);
  Command token = addVenueCommand(depot, asked, given, kToken, makeToken);
  token.option("NAME", given->name, "What people call that kiosk").typeName("").required();
  addBy(token, given);
  addVenueCommand(depot, asked, given, kKiosks, showKiosks);
  Command codes = addVenueCommand(depot, asked, given, kStock, stock);
  Option file = codes.option("--add", given->file, "A list: .csv, .txt or .xlsx");
  Option type = codes.option("--pass", given->passType, "What its codes are");
  file.typeName("FILE").needs(type);
  type.typeName("TYPE").needs(file);
  addDepotRecoveryCommands(depot, asked);
  addBy(addVenueCommand(depot, asked, given, kRestored, sayRestored), given);
  addBy(addVenueCommand(depot, asked, given, kResume, resume), given);
  addVenueCommand(depot, asked, given, kVerify, verify);
}

}  // namespace hallpass
