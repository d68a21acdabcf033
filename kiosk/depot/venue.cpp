#include "kiosk/depot/venue.h"

#include "kiosk/depot/depot_key.h"
#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/report_columns.h"
#include "platform/base/secret_hash.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using platform::Done;

constexpr std::size_t kMostScript = 1'000'000;
constexpr std::size_t kTokenLetters = 26;

/// Without 0, O, 1, I and L: a token is read aloud and typed. 26 of 31 letters are 128 bits.
constexpr std::string_view kTokenAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// Which tables are there; 0 = none.
platform::Result<int, DepotRefusal> versionOf(Connection& connection) {
  const auto there = connection.call("SELECT to_regclass('depot.version') IS NOT NULL");
  if (!there) return there.error();
  if (!there->flag(0, 0)) return 0;
  const auto newest = connection.call("SELECT max(number) FROM depot.version");
  if (!newest) return newest.error();
  return static_cast<int>(newest->integer(0, 0));
}

}  // namespace

Venue::Answer<Done> Venue::init(const std::filesystem::path& assets) {
  const auto version = versionOf(connection_);
  if (!version) return version.error();
  if (*version > kDepotTables) return DepotRefusal::WrongVersion;
  std::vector<std::string> files;
  for (int number = *version + 1; number <= kDepotTables; ++number) {
    files.push_back(number == 1 ? "tables.sql" : "tables-" + std::to_string(number) + ".sql");
  }
  files.insert(files.end(), {"recovery.sql", "functions.sql"});
  std::string script;
  for (const std::string& file : files) {
    const auto text = platform::readFile(assets / file, kMostScript);
    if (!text) return DepotRefusal::Broken;
    script += *text;
  }
  return connection_.run(script);
}

Venue::Answer<std::string> Venue::makeToken(const std::string& kioskName, const std::string& by) {
  const std::string token = platform::randomText(kTokenAlphabet, kTokenLetters);
  Parameters parameters;
  parameters.addBytes(platform::sha256(token)).add(kioskName).add(by);
  const auto made = connection_.call("SELECT depot.make_token($1, $2, $3)", parameters);
  if (!made) return made.error();
  return token;
}

Venue::Answer<std::int64_t> Venue::add(const NewBatch& batch, const std::vector<NewCode>& codes) {
  std::vector<std::string> secrets;
  std::vector<std::string> hashes;
  std::vector<std::string> endings;
  std::vector<std::optional<std::int64_t>> until;
  for (const NewCode& code : codes) {
    secrets.push_back(secretText(code.code, code.identity));
    hashes.push_back(hashBytes(valueHash(batch.passType, code.identity)));
    endings.push_back(endingOf(code.code));
    until.push_back(msOf(code.redeemBy));
  }
  Parameters parameters;
  parameters.add(freshUuid()).add(batch.passType).add(batch.course).add(batch.order);
  parameters.addBytes(batch.fileHash).add(batch.value);
  batch.redeemBy ? parameters.add(batch.redeemBy->ms) : parameters.addNull();
  parameters.addList(secrets).addBytesList(hashes).addList(endings).addOptionals(until);
  const auto added = connection_.call(
      "SELECT depot.add_codes($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", parameters);
  if (!added) return added.error();
  return added->integer(0, 0);
}

Venue::Answer<std::int64_t> Venue::byTwo(const char* sql, const std::string& kiosk,
                                         const std::string& first, const std::string& second) {
  const auto codes = connection_.call(sql, Parameters().add(kiosk).add(first).add(second));
  if (!codes) return codes.error();
  if (codes->integer(0, 0) < 0) return DepotRefusal::Unknown;
  return codes->integer(0, 0);
}

Venue::Answer<std::int64_t> Venue::declareLost(const std::string& kiosk, const std::string& first,
                                               const std::string& second) {
  return byTwo("SELECT depot.declare_lost($1, $2, $3)", kiosk, first, second);
}

Venue::Answer<std::int64_t> Venue::declareVoid(const std::string& kiosk, const std::string& first,
                                               const std::string& second) {
  return byTwo("SELECT depot.declare_void($1, $2, $3)", kiosk, first, second);
}

Venue::Answer<Done> Venue::restored(const std::string& by) {
  const auto said = connection_.call("SELECT depot.restored($1)", Parameters().add(by));
  if (!said) return said.error();
  return Done{};
}

Venue::Answer<std::int64_t> Venue::resume(const std::string& by) {
  const auto waiting = connection_.call("SELECT depot.resume($1)", Parameters().add(by));
  if (!waiting) return waiting.error();
  return waiting->integer(0, 0);
}

Venue::Answer<std::vector<KioskLine>> Venue::kiosks() {
  const auto rows = connection_.call(
      "SELECT id, name, state, why, seen_at, settled, leased, claimed FROM depot.kiosks "
      "ORDER BY name, id");
  if (!rows) return rows.error();
  std::vector<KioskLine> lines;
  lines.reserve(static_cast<std::size_t>(rows->count()));
  for (int row = 0; row < rows->count(); ++row) {
    lines.push_back({rows->text(row, 0), rows->text(row, 1), rows->text(row, 2), rows->text(row, 3),
                     rows->text(row, 4), rows->flag(row, 5), rows->integer(row, 6),
                     rows->integer(row, 7)});
  }
  return lines;
}

Venue::Answer<std::vector<StockLine>> Venue::stock() {
  const auto rows = connection_.call(
      "SELECT pass_type, loaded, free, leased, claimed, quarantined, void, imported, asserted "
      "FROM depot.stock ORDER BY pass_type");
  if (!rows) return rows.error();
  std::vector<StockLine> lines;
  lines.reserve(static_cast<std::size_t>(rows->count()));
  for (int row = 0; row < rows->count(); ++row) {
    lines.push_back({rows->text(row, 0), rows->integer(row, 1), rows->integer(row, 2),
                     rows->integer(row, 3), rows->integer(row, 4), rows->integer(row, 5),
                     rows->integer(row, 6), rows->integer(row, 7), rows->integer(row, 8)});
  }
  return lines;
}

Venue::Answer<std::vector<CrossingLine>> Venue::crossings() {
  const auto rows = connection_.call(
      "SELECT room, seq, other_room, other_seq, seen_at FROM depot.crossings ORDER BY 5, 1, 2");
  if (!rows) return rows.error();
  std::vector<CrossingLine> lines;
  lines.reserve(static_cast<std::size_t>(rows->count()));
  for (int row = 0; row < rows->count(); ++row) {
    lines.push_back({rows->text(row, 0), rows->integer(row, 1), rows->text(row, 2),
                     rows->integer(row, 3), rows->text(row, 4)});
  }
  return lines;
}

Venue::Answer<std::vector<StakeLine>> Venue::atStake(const std::string& kiosk) {
  const auto rows = connection_.call(
      "SELECT pass_type, value, codes FROM depot.at_stake WHERE kiosk = $1 ORDER BY 1, 2",
      Parameters().add(kiosk));
  if (!rows) return rows.error();
  std::vector<StakeLine> lines;
  lines.reserve(static_cast<std::size_t>(rows->count()));
  for (int row = 0; row < rows->count(); ++row) {
    lines.push_back({rows->text(row, 0), rows->text(row, 1), rows->integer(row, 2)});
  }
  return lines;
}

Venue::Answer<std::vector<WrongLine>> Venue::wrong() {
  const auto rows = connection_.call("SELECT what, of FROM depot.wrong ORDER BY 1, 2");
  if (!rows) return rows.error();
  std::vector<WrongLine> lines;
  lines.reserve(static_cast<std::size_t>(rows->count()));
  for (int row = 0; row < rows->count(); ++row) {
    lines.push_back({rows->text(row, 0), rows->text(row, 1)});
  }
  return lines;
}

}  // namespace hallpass
