#include "kiosk/depot/pg_depot.h"

#include <array>

#include "kiosk/depot/report_columns.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {
namespace {

using platform::Done;

/// What the functions answer with, beside "ok".
struct AnswerWord {
  std::string_view text;
  DepotRefusal refusal;
};
constexpr std::array kAnswers{
    AnswerWord{"unknown", DepotRefusal::Unknown},
    AnswerWord{"frozen", DepotRefusal::Frozen},
    AnswerWord{"lost", DepotRefusal::Lost},
    AnswerWord{"rebuilding", DepotRefusal::Rebuilding},
    AnswerWord{"empty", DepotRefusal::Empty},
    AnswerWord{"busy", DepotRefusal::Unreachable},  // Others take the last ones.
    AnswerWord{"wrong-version", DepotRefusal::WrongVersion},
    AnswerWord{"gap", DepotRefusal::Gap},
    AnswerWord{"bad-token", DepotRefusal::BadToken},
    AnswerWord{"known", DepotRefusal::BadToken}};

/// nullopt for "ok" and "active".
std::optional<DepotRefusal> refusalOf(const std::string& word) {
  if (word == "ok" || word == "active") return std::nullopt;
  for (const auto& [text, refusal] : kAnswers) {
    if (text == word) return refusal;
  }
  return DepotRefusal::Broken;
}

}  // namespace

CodeText codesOf(Ledger& ledger) {
  return [&ledger](const std::string& id) -> std::optional<LeasedCode> {
    const auto code = ledger.leases().codeOf(id);
    return code ? *code : std::nullopt;
  };
}

std::string endingOf(const Code& code) {
  const std::string masked = code.masked();
  constexpr std::string_view kDot = "•";
  return masked.substr(masked.rfind(kDot) + kDot.size());
}

std::optional<std::int64_t> msOf(const std::optional<platform::UtcTime>& time) {
  return time ? std::optional(time->ms) : std::nullopt;
}

PgDepot::PgDepot(Connection& connection, const DepotKey& key, std::string kiosk, CodeText codeText)
    : connection_(connection),
      key_(key),
      kiosk_(std::move(kiosk)),
      codeText_(std::move(codeText)) {}

Parameters PgDepot::asMe() const {
  Parameters me;
  me.add(kiosk_).addBytes(key_.secret());
  return me;
}

PgDepot::Answer<Done> PgDepot::done(const char* sql, const Parameters& parameters) {
  const auto rows = connection_.call(sql, parameters);
  if (!rows) return rows.error();
  if (rows->count() != 1) return DepotRefusal::Broken;
  if (const auto refused = refusalOf(rows->text(0, 0))) return *refused;
  return Done{};
}

PgDepot::Answer<Done> PgDepot::enrol(const std::string& token) {
  const auto& box = key_.box().publicKey();
  Parameters parameters;
  parameters.add(kDepotProtocol).addBytes(token).add(kiosk_).addBytes(key_.secret()).addBytes(box);
  return done("SELECT depot.enrol($1, $2, $3, $4, $5)", parameters);
}

PgDepot::Answer<std::int64_t> PgDepot::add(const DepotBatch& batch) {
  std::vector<std::string> secrets;
  std::vector<std::string> endings;
  std::vector<std::optional<std::int64_t>> until;
  for (const NewCode& code : batch.codes) {
    secrets.push_back(secretText(code.code, code.identity));
    endings.push_back(endingOf(code.code));
    until.push_back(msOf(code.redeemBy));
  }
  const NewBatch& facts = batch.facts;
  Parameters parameters = asMe();
  parameters.add(batch.id).add(facts.passType).add(facts.course).add(facts.order);
  parameters.addBytes(facts.fileHash).add(facts.value);
  facts.redeemBy ? parameters.add(facts.redeemBy->ms) : parameters.addNull();
  parameters.addList(secrets).addList(endings).addOptionals(until);
  const auto rows = connection_.call(
      "SELECT state, added FROM depot.restock($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      parameters);
  if (!rows) return rows.error();
  if (rows->count() != 1) return DepotRefusal::Broken;
  if (const auto refused = refusalOf(rows->text(0, 0))) return *refused;
  return rows->integer(0, 1);
}

PgDepot::Answer<std::int64_t> PgDepot::leftOver(const std::string& passType) {
  const auto rows = connection_.call("SELECT depot.left_over($1, $2, $3)", asMe().add(passType));
  if (!rows) return rows.error();
  if (rows->count() != 1 || rows->isNull(0, 0)) return DepotRefusal::Unknown;
  return rows->integer(0, 0);
}

PgDepot::Answer<Welcome> PgDepot::hello(const Hello& hello) {
  Parameters parameters;
  parameters.add(kDepotProtocol).add(kiosk_).addBytes(key_.secret());
  parameters.add(hello.toldUpTo).addBytes(hello.toldHash).addList(hello.leases);
  // An older depot has fewer columns, and refuses by the first of them.
  const auto rows =
      connection_.call("SELECT * FROM depot.hello($1, $2, $3, $4, $5, $6)", parameters);
  if (!rows) return rows.error();
  if (rows->count() != 1) return DepotRefusal::Broken;
  if (const auto refused = refusalOf(rows->text(0, 0))) return *refused;
  return Welcome{rows->integer(0, 1), rows->hash(0, 2), rows->list(0, 3),
                 rows->list(0, 4),    rows->text(0, 5), rows->hash(0, 6)};
}

PgDepot::Answer<Done> PgDepot::freeze(const std::string& why) {
  return done("SELECT depot.freeze($1, $2, $3)", asMe().add(why));
}

PgDepot::Answer<Done> PgDepot::report(const Untold& untold) {
  const LinkColumns links(untold.links);
  const FateColumns fates(untold.fates, codeText_);
  Parameters parameters = asMe();
  links.addTo(parameters.add(untold.upTo));
  fates.addTo(parameters);
  return done("SELECT depot.report($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
              parameters);
}

PgDepot::Answer<Done> PgDepot::assertLease(const HeldLease& lease) {
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  std::vector<std::string> boxes;
  std::vector<std::string> fates;
  for (const CodeFate& fate : lease.codes) {
    const auto code = codeText_(fate.code);
    if (!code) return DepotRefusal::Ledger;
    codes.push_back(fate.code);
    hashes.push_back(hashBytes(valueHash(lease.ask.passType, code->identity)));
    boxes.push_back(sealed(*code));
    fates.emplace_back(name(fate.fate));
  }
  Parameters parameters = asMe();
  parameters.add(lease.ask.id).add(lease.ask.passType).addList(codes).addBytesList(hashes);
  parameters.addBytesList(boxes).addList(fates);
  return done("SELECT depot.assert_lease($1, $2, $3, $4, $5, $6, $7, $8)", parameters);
}

std::string PgDepot::sealed(const LeasedCode& code) const {
  return platform::sealedFor(key_.box().publicKey(), secretText(code.code, code.identity));
}

PgDepot::Answer<Others> PgDepot::others(std::int64_t after) {
  const auto rows = connection_.call(
      "SELECT state, up_to, more, token, room, taken_at FROM depot.others($1, $2, $3)",
      asMe().add(after));
  if (!rows) return rows.error();
  if (rows->count() == 0) return DepotRefusal::Broken;
  if (const auto refused = refusalOf(rows->text(0, 0))) return *refused;
  Others others{{}, rows->integer(0, 1), rows->flag(0, 2)};
  for (int row = 0; row < rows->count(); ++row) {
    if (rows->isNull(row, 3)) continue;
    others.taken.push_back(
        {rows->hash(row, 3), {rows->text(row, 4), platform::UtcTime{rows->integer(row, 5)}}});
  }
  return others;
}

PgDepot::Answer<Done> PgDepot::settled(const std::string& generation) {
  return done("SELECT depot.settled($1, $2, $3)", asMe().add(generation));
}

PgDepot::Answer<int> PgDepot::lease(const LeaseAsk& ask) {
  Parameters parameters = asMe();
  parameters.add(ask.id).add(ask.passType).add(ask.count);
  const auto rows =
      connection_.call("SELECT state, given FROM depot.lease($1, $2, $3, $4, $5)", parameters);
  if (!rows) return rows.error();
  if (rows->count() != 1) return DepotRefusal::Broken;
  if (const auto refused = refusalOf(rows->text(0, 0))) return *refused;
  return static_cast<int>(rows->integer(0, 1));
}

std::optional<LeasedCode> PgDepot::codeAt(const Rows& rows, int row) const {
  const auto secret =
      rows.isNull(row, 2) ? key_.box().open(rows.bytes(row, 3)) : std::optional(rows.text(row, 2));
  const auto parts = secret ? fromSecretText(*secret) : std::nullopt;
  // An id of another length than 36 characters would break the ledger's own rule, and so stop it.
  if (!parts || !isUuid(rows.text(row, 1))) return std::nullopt;
  LeasedCode code{rows.text(row, 1), parts->first, parts->second, std::nullopt};
  if (!rows.isNull(row, 4)) code.redeemBy = platform::UtcTime{rows.integer(row, 4)};
  return code;
}

PgDepot::Answer<std::vector<LeasedCode>> PgDepot::codes(const std::string& lease) {
  const auto rows =
      connection_.call("SELECT state, id, secret, sealed, redeem_by FROM depot.codes($1, $2, $3)",
                       asMe().add(lease));
  if (!rows) return rows.error();
  std::vector<LeasedCode> codes;
  for (int row = 0; row < rows->count(); ++row) {
    if (const auto refused = refusalOf(rows->text(row, 0))) return *refused;
    const auto code = codeAt(*rows, row);
    if (!code) return DepotRefusal::Broken;
    codes.push_back(*code);
  }
  return codes;
}

PgDepot::Answer<Done> PgDepot::seal(const std::string& lease) {
  const auto held = codes(lease);
  if (!held) return held.error();
  std::vector<std::string> ids;
  std::vector<std::string> boxes;
  for (const LeasedCode& code : *held) {
    ids.push_back(code.id);
    boxes.push_back(sealed(code));
  }
  return done("SELECT depot.seal($1, $2, $3, $4, $5)",
              asMe().add(lease).addList(ids).addBytesList(boxes));
}

}  // namespace hallpass
