#include "kiosk/commands/command_set.h"
#include "kiosk/commands/depot_access.h"
#include "kiosk/commands/printing.h"
#include "kiosk/commands/secret_line.h"
#include "kiosk/depot/depot_key.h"
#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/sync.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

Complaint badKey(const std::string& sentence) { return {"BadDepotKey", sentence}; }

std::string number(std::int64_t value) { return std::to_string(value); }

/// Under which id this kiosk enrols: its own again where a restored depot has forgotten it.
std::string idToEnrol(const std::optional<Membership>& member) {
  return member && member->frozen.empty() ? member->kiosk : freshUuid();
}

Answer enrol(Session& session, const std::string& connect) {
  const auto address = depotAddress(session, connect);
  if (!address) return address.error();
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto member = (*ledger)->leases().membership();
  if (!member) return complaint(member.error());
  const std::string kiosk = idToEnrol(*member);
  const bool anew = !*member || (*member)->kiosk != kiosk;
  const auto token = firstLine("the token", [](const std::string&) { return std::nullopt; });
  if (!token) return token.error();
  const auto key = anew ? newDepotKey(session.data()) : depotKey(session.data());
  if (!key) return badKey(key.error());
  Connection connection(*address);
  PgDepot depot(connection, *key, kiosk, codesOf(**ledger));
  if (const auto joined = depot.enrol(*token); !joined)
    return complaint(joined.error(), connection);
  if (anew) {
    const auto noted = (*ledger)->leases().join(kiosk, Role::Operator);
    if (!noted) return complaint(noted.error());
  }
  return Report{{{"kiosk", kiosk}}, "This device is kiosk " + kiosk + " of the depot.\n"};
}

Answer showStatus(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto member = (*ledger)->leases().membership();
  if (!member) return complaint(member.error());
  if (!*member)
    return Complaint{std::string(name(DepotRefusal::NotSet)),
                     std::string(sentence(DepotRefusal::NotSet))};
  const auto figures = (*ledger)->leases().figures();
  if (!figures) return complaint(figures.error());
  const Membership& its = **member;
  Report report;
  report.json = {{"kiosk", its.kiosk},        {"frozen", its.frozen},
                 {"leases", figures->held},   {"in_stock", figures->inStock},
                 {"asked", figures->asked},   {"told_up_to", its.toldUpTo},
                 {"waiting", figures->untold}};
  report.text = "Kiosk " + its.kiosk + (its.frozen.empty() ? "" : ", frozen: " + its.frozen) +
                "\n" + counted(figures->inStock, "code") + " of " +
                counted(figures->held, "lease") + " in stock, " + counted(figures->asked, "lease") +
                " asked for; " + counted(figures->untold, "entry") + " waiting to be sent.\n";
  if (!its.frozen.empty()) report.status = ExitStatus::Refused;
  return report;
}

struct SyncArguments {
  std::string passType;
  int codes = 0;
};

/// Asks for a class's codes where fewer than half of them are left or coming.
std::optional<Complaint> refill(Ledger& ledger, const SyncArguments& wish) {
  if (wish.passType.empty()) return std::nullopt;
  if (auto type = passTypeOf(wish.passType); !type) return type.error();
  const auto coming = ledger.leases().coming(wish.passType);
  if (!coming) return complaint(coming.error());
  if (*coming * 2 >= wish.codes) return std::nullopt;
  const auto asked = ledger.leases().ask({freshUuid(), wish.passType, wish.codes});
  if (!asked) return complaint(asked.error());
  return std::nullopt;
}

Answer sync(Session& session, const SyncArguments& wish) {
  const auto address = depotAddress(session, "");
  if (!address) return address.error();
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto member = (*ledger)->leases().membership();
  if (!member) return complaint(member.error());
  Connection connection(*address);
  if (!*member) return complaint(DepotRefusal::NotSet, connection);
  if (const auto why = refill(**ledger, wish)) return *why;
  const auto key = depotKey(session.data());
  if (!key) return badKey(key.error());
  PgDepot depot(connection, *key, (*member)->kiosk, codesOf(**ledger));
  const auto done = synchronise((*ledger)->leases(), depot);
  if (!done) return complaint(done.error(), connection);
  return Report{{{"entries", done->linksTold},
                 {"codes_told", done->fatesTold},
                 {"leases_asserted", done->leasesAsserted},
                 {"codes_leased", done->codesLeased}},
                "Sent " + number(done->linksTold) + " entries and the state of " +
                    counted(done->fatesTold, "code") + "; took " +
                    counted(done->codesLeased, "code") + " into stock.\n"};
}

Answer giveBack(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto leases = (*ledger)->leases().leases();
  if (!leases) return complaint(leases.error());
  std::int64_t returned = 0;
  for (const std::string& lease : *leases) {
    const auto count = (*ledger)->leases().giveBack(lease, Role::Operator);
    if (!count && count.error() != Refusal::NothingLeft) return complaint(count.error());
    if (count) returned += *count;
  }
  return Report{{{"returned", returned}},
                counted(returned, "code") +
                    " left the stock for the depot. It learns of them with "
                    "the next: hallpass depot sync\n"};
}

void addSync(Command group, Asked& asked) {
  Command command =
      addCommand(group, asked, "sync", "Tell the depot what happened, and fetch what was asked for",
                 "hallpass depot sync --pass azure-pass --codes 24");
  const auto wish = std::make_shared<SyncArguments>();
  Option type = command.option("--pass", wish->passType, "Ask for codes of this pass type");
  type.typeName("TYPE");
  Option codes = command.option(
      "--codes", wish->codes, "As many as a class needs; asked for when fewer than half are left");
  codes.typeName("N").between(1, kMostLeased).needs(type);
  type.needs(codes);
  command.whenNamed(
      [&asked, wish] { asked.work = [wish](Session& session) { return sync(session, *wish); }; });
}

void addEnrol(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "enrol",
                               "Take part in a depot, by a token that standard input gives",
                               "hallpass depot enrol < token.txt");
  const auto connect = std::make_shared<std::string>();
  command.option("--connect", *connect, "The depot, where the settings name none or another")
      .typeName("STRING");
  command.whenNamed([&asked, connect] {
    asked.work = [connect](Session& session) { return enrol(session, *connect); };
  });
}

}  // namespace

void addDepotCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "depot", "Share one stock with the other kiosks of a venue",
                           "hallpass depot enrol < token.txt\n"
                           "  hallpass depot sync --pass azure-pass --codes 24\n"
                           "  hallpass depot kiosks --connect \"host=db dbname=depot\"");
  addEnrol(group, asked);
  addCommand(group, asked, "status", "Say how this kiosk stands with its depot; asks nobody",
             "hallpass depot status --json")
      .whenNamed([&asked] { asked.work = showStatus; });
  addSync(group, asked);
  addCommand(group, asked, "return", "Give the unused codes of all leases back",
             "hallpass depot return")
      .whenNamed([&asked] { asked.work = giveBack; });
  addDepotVenueCommands(group, asked);
}

}  // namespace hallpass
