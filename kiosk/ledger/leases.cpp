#include "kiosk/ledger/leases.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/stock_intake.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

/// The last outcome that was said of the claim of `code`; "" = none.
constexpr std::string_view kOutcome =
    "coalesce((SELECT outcome FROM outcome JOIN claim ON claim.id = outcome.claim "
    "WHERE claim.code = code.id ORDER BY outcome.id DESC LIMIT 1), '')";

/// A code's fate as it is told, and as `told` keeps it: "claimed/worked".
CodeFate fateAt(const Statement& row) {
  return {row.text(0), fateNamed(row.text(1)).value_or(Fate::Quarantined), row.text(2)};
}

std::string toldText(const CodeFate& fate) {
  return std::string(name(fate.fate)) + "/" + fate.outcome;
}

std::vector<CodeFate> fatesOf(Statement& row) {
  std::vector<CodeFate> fates;
  while (row.step()) fates.push_back(fateAt(row));
  return fates;
}

LeaseAsk askAt(const Statement& row) {
  return {row.text(0), row.text(1), static_cast<int>(row.integer(2))};
}

/// The codes of a lease as a list that goes into stock. Their batch has no date of its own.
std::vector<NewCode> asNewCodes(const std::vector<LeasedCode>& codes) {
  std::vector<NewCode> list;
  list.reserve(codes.size());
  int line = 0;
  for (const LeasedCode& code : codes) {
    list.push_back({++line, code.code, code.identity, code.redeemBy});
  }
  return list;
}

/// Says of each code which lease it is of. One that was of a lease before is of this one now.
void noteLeased(Database& database, const LeaseAsk& ask, const std::vector<LeasedCode>& codes) {
  Statement find = database.prepare("SELECT id FROM code WHERE pass_type = ?1 AND identity = ?2");
  Statement note = database.prepare(
      "INSERT INTO leased (depot_code, code, lease) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (depot_code) DO UPDATE SET lease = excluded.lease, told = 'stock/'");
  for (const LeasedCode& code : codes) {
    if (find.bind(ask.passType, code.identity).step()) {
      note.bind(code.id, find.integer(0), ask.id).run();
    }
  }
}

bool isHeld(Database& database, const std::string& lease) {
  return database.prepare("SELECT 1 FROM lease WHERE id = ?1 AND held = 1").bind(lease).step();
}

bool takesPart(Database& database) {
  return database.prepare("SELECT 1 FROM depot WHERE frozen = ''").step();
}

}  // namespace

Leases::Answer<Done> Leases::join(const std::string& kiosk, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    database_.execute(
        "DELETE FROM leased; DELETE FROM lease; DELETE FROM depot; DELETE FROM elsewhere; "
        "DELETE FROM subject; DELETE FROM venue");
    database_.prepare("INSERT INTO depot VALUES (1, ?1, 0, zeroblob(32), '')").bind(kiosk).run();
    journal_.append(Event::DepotJoined, role, {{"kiosk", kiosk}});
    return Done{};
  });
}

Leases::Answer<LeaseFigures> Leases::figures() {
  return database_.query([&]() -> Result<LeaseFigures, Refusal> {
    return LeaseFigures{
        database_.integer("SELECT count(*) FROM lease WHERE held = 1"),
        database_.integer("SELECT count(*) FROM leased JOIN code ON code.id = leased.code "
                          "WHERE state = 'stock'"),
        database_.integer("SELECT count(*) FROM lease WHERE held = 0"),
        database_.integer("SELECT coalesce(max(0, (SELECT max(sequence) FROM journal) - "
                          "(SELECT told_sequence FROM depot)), 0)"),
        database_.integer("SELECT count(*) FROM subject JOIN elsewhere USING (token) "
                          "JOIN journal USING (sequence) WHERE event <> 'room-overruled'")};
  });
}

Leases::Answer<std::int64_t> Leases::coming(const std::string& passType) {
  return database_.query([&]() -> Result<std::int64_t, Refusal> {
    Statement row = database_.prepare(
        "SELECT (SELECT count(*) FROM lease JOIN leased ON leased.lease = lease.id "
        "JOIN code ON code.id = leased.code WHERE lease.pass_type = ?1 AND state = 'stock') + "
        "(SELECT coalesce(sum(codes), 0) FROM lease WHERE pass_type = ?1 AND held = 0)");
    row.bind(passType).step();
    return row.integer(0);
  });
}

Leases::Answer<std::int64_t> Leases::giveBack(const std::string& lease, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<std::int64_t, Refusal> {
    Statement row = database_.prepare(
        "SELECT lease.batch, count(*) FROM lease JOIN leased ON leased.lease = lease.id "
        "JOIN code ON code.id = leased.code WHERE lease.id = ?1 AND state = 'stock'");
    row.bind(lease).step();
    const std::int64_t batch = row.integer(0);
    const std::int64_t returned = row.integer(1);
    if (returned == 0) return Refusal::NothingLeft;
    database_
        .prepare(
            "UPDATE code SET state = 'returned' WHERE state = 'stock' AND id IN "
            "(SELECT code FROM leased WHERE lease = ?1)")
        .bind(lease)
        .run();
    journal_.append(Event::CodesReturned, role,
                    {{"batch", std::to_string(batch)}, {"returned", std::to_string(returned)}});
    return returned;
  });
}

Leases::Answer<std::optional<LeasedCode>> Leases::codeOf(const std::string& id) {
  return database_.query([&]() -> Result<std::optional<LeasedCode>, Refusal> {
    Statement row = database_.prepare(
        "SELECT secret, identity, redeem_by FROM leased JOIN code ON code.id = leased.code "
        "WHERE depot_code = ?1");
    if (!row.bind(id).step()) return std::optional<LeasedCode>();
    return std::optional(LeasedCode{id, Code(row.text(0)), row.text(1), row.time(2)});
  });
}

Leases::Answer<std::optional<Membership>> Leases::membership() {
  return database_.query([&]() -> Result<std::optional<Membership>, Refusal> {
    Statement row = database_.prepare("SELECT kiosk, told_sequence, told_hash, frozen FROM depot");
    if (!row.step()) return std::optional<Membership>();
    return std::optional(Membership{row.text(0), row.integer(1), row.hash(2), row.text(3)});
  });
}

Leases::Answer<std::optional<platform::Hash>> Leases::hashAt(std::int64_t sequence) {
  return database_.query([&]() -> Result<std::optional<platform::Hash>, Refusal> {
    Statement row = database_.prepare("SELECT hash FROM journal WHERE sequence = ?1");
    if (!row.bind(sequence).step()) return std::optional<platform::Hash>();
    return std::optional(row.hash(0));
  });
}

Leases::Answer<Untold> Leases::untold(std::int64_t after, int limit) {
  return database_.query([&]() -> Result<Untold, Refusal> {
    Untold untold;
    untold.upTo = after;
    Statement link = database_.prepare(
        "SELECT sequence, previous, hash, event, wall, token FROM journal "
        "LEFT JOIN subject USING (sequence) WHERE sequence > ?1 ORDER BY sequence LIMIT ?2");
    link.bind(after, limit);
    while (link.step()) {
      untold.links.push_back({link.integer(0), link.hash(1), link.hash(2), link.text(3)});
      if (!link.isNull(5)) untold.links.back().subject = Subject{link.hash(5), *link.time(4)};
      untold.upTo = untold.links.back().sequence;
    }
    if (std::ssize(untold.links) == limit) return untold;
    Statement fate = database_.prepare("SELECT depot_code, state, " + std::string(kOutcome) +
                                       " AS said FROM leased JOIN code ON code.id = leased.code "
                                       "WHERE told <> state || '/' || said");
    untold.fates = fatesOf(fate);
    return untold;
  });
}

Leases::Answer<Done> Leases::told(const Untold& untold) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    Statement note = database_.prepare("UPDATE leased SET told = ?2 WHERE depot_code = ?1");
    for (const CodeFate& fate : untold.fates) note.bind(fate.code, toldText(fate)).run();
    if (!untold.links.empty()) {
      const JournalLink& last = untold.links.back();
      database_.prepare("UPDATE depot SET told_sequence = ?1, told_hash = ?2")
          .bind(last.sequence, last.hash)
          .run();
    }
    return Done{};
  });
}

Leases::Answer<Done> Leases::tellAgain() {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    database_.execute("UPDATE leased SET told = 'stock/'");
    return Done{};
  });
}

Leases::Answer<std::vector<std::string>> Leases::leases() {
  return database_.query([&]() -> Result<std::vector<std::string>, Refusal> {
    std::vector<std::string> ids;
    Statement row = database_.prepare("SELECT id FROM lease WHERE held = 1 ORDER BY number");
    while (row.step()) ids.push_back(row.text(0));
    return ids;
  });
}

Leases::Answer<std::optional<HeldLease>> Leases::lease(const std::string& id) {
  return database_.query([&]() -> Result<std::optional<HeldLease>, Refusal> {
    Statement row =
        database_.prepare("SELECT id, pass_type, codes FROM lease WHERE id = ?1 AND held = 1");
    if (!row.bind(id).step()) return std::optional<HeldLease>();
    HeldLease lease{askAt(row), {}};
    Statement code = database_.prepare(
        "SELECT depot_code, state, " + std::string(kOutcome) +
        " FROM leased JOIN code ON code.id = leased.code WHERE lease = ?1 ORDER BY depot_code");
    code.bind(id);
    lease.codes = fatesOf(code);
    return std::optional(std::move(lease));
  });
}

Leases::Answer<std::vector<LeaseAsk>> Leases::asks() {
  return database_.query([&]() -> Result<std::vector<LeaseAsk>, Refusal> {
    std::vector<LeaseAsk> asks;
    Statement row =
        database_.prepare("SELECT id, pass_type, codes FROM lease WHERE held = 0 ORDER BY number");
    while (row.step()) asks.push_back(askAt(row));
    return asks;
  });
}

Leases::Answer<Done> Leases::ask(const LeaseAsk& ask) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    database_.prepare("INSERT INTO lease (id, pass_type, codes) VALUES (?1, ?2, ?3)")
        .bind(ask.id, ask.passType, ask.count)
        .run();
    journal_.append(
        Event::LeaseAsked, Role::System,
        {{"lease", ask.id}, {"pass_type", ask.passType}, {"codes", std::to_string(ask.count)}});
    return Done{};
  });
}

Leases::Answer<Done> Leases::hold(const LeaseAsk& ask, const std::vector<LeasedCode>& codes) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    if (isHeld(database_, ask.id)) return Done{};
    if (!takesPart(database_)) return Refusal::Failed;
    const std::vector<NewCode> list = asNewCodes(codes);
    NewBatch batch;
    batch.passType = ask.passType;
    batch.fileName = "depot";
    batch.fileHash = platform::sha256(ask.id);
    const auto report = takeIn(database_, journal_, {batch, list, Role::System}, {});
    if (!report) return report.error();
    database_.prepare("UPDATE lease SET held = 1, batch = ?2 WHERE id = ?1")
        .bind(ask.id, report->batch)
        .run();
    noteLeased(database_, ask, codes);
    journal_.append(Event::LeaseHeld, Role::System,
                    {{"lease", ask.id},
                     {"batch", std::to_string(report->batch)},
                     {"codes", std::to_string(codes.size())}});
    return Done{};
  });
}

Leases::Answer<Done> Leases::freeze(const std::string& why) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    if (!takesPart(database_)) return Done{};
    const std::int64_t unused = database_.integer(
        "SELECT count(*) FROM leased JOIN code ON code.id = leased.code WHERE state = 'stock'");
    database_.execute(
        "UPDATE code SET state = 'quarantined' WHERE state = 'stock' AND id IN "
        "(SELECT code FROM leased); DELETE FROM lease WHERE held = 0");
    database_.prepare("UPDATE depot SET frozen = ?1").bind(why).run();
    journal_.append(Event::DepotFrozen, Role::System,
                    {{"why", why}, {"quarantined", std::to_string(unused)}});
    return Done{};
  });
}

}  // namespace hallpass
