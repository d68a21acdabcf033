#include "tests/kiosk/depot/filled_depot.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace tests {
namespace {

/// Loading ten million codes takes minutes.
constexpr std::chrono::hours kLoading{1};

std::string number(std::int64_t value) { return std::to_string(value); }

std::string hexOf(const platform::Hash& hash) { return "'\\x" + platform::toHex(hash) + "'"; }

}  // namespace

FilledDepot::FilledDepot(Postgres& server, const std::string& name, int kiosks, std::int64_t codes,
                         std::int64_t freeOnes)
    : address_(server.address(server.makeDepot(name))), owner_(address_, kLoading) {
  // The keys of other tables are right by how the rows are made: nobody checks them one by one.
  must("SET session_replication_role = replica");
  addKiosks(kiosks);
  const std::int64_t used = codes * 9 / 10 / kLeased * kLeased;
  addYears(used);
  addFree(used, codes - used + freeOnes);
  must("VACUUM ANALYZE");
  must("CHECKPOINT");
}

void FilledDepot::must(const std::string& sql, const hallpass::Parameters& parameters) {
  if (!owner_.call(sql, parameters)) throw std::runtime_error(owner_.problem() + ": " + sql);
}

void FilledDepot::addKiosks(int count) {
  std::vector<std::string> ids;
  std::vector<std::string> secrets;
  std::vector<std::string> boxes;
  for (int kiosk = 0; kiosk < count; ++kiosk) {
    kiosks_.push_back({hallpass::freshUuid(), hallpass::DepotKey(platform::randomKey())});
    const auto& key = kiosks_.back().key;
    ids.push_back(kiosks_.back().id);
    secrets.emplace_back(key.secret().begin(), key.secret().end());
    const auto& box = key.box().publicKey();
    boxes.emplace_back(box.begin(), box.end());
  }
  must("CREATE TABLE bench_kiosk (n bigint PRIMARY KEY, id uuid, secret bytea)");
  must(
      "INSERT INTO bench_kiosk SELECT n - 1, id, secret FROM unnest($1::uuid[], $2::bytea[]) "
      "WITH ORDINALITY AS given (id, secret, n)",
      hallpass::Parameters().addList(ids).addBytesList(secrets));
  must(
      "INSERT INTO depot.kiosk SELECT given.id, 'room', sha256(b.secret), given.box, 'active', "
      "'', 0, '', w.generation, now(), now() FROM depot.world w, unnest($1::uuid[], $2::bytea[]) "
      "AS given (id, box) JOIN bench_kiosk b ON b.id = given.id",
      hallpass::Parameters().addList(ids).addBytesList(boxes));
}

void FilledDepot::addYears(std::int64_t used) {
  const auto kiosks = static_cast<std::int64_t>(kiosks_.size());
  const std::int64_t leases = used / kLeased;
  must(
      "INSERT INTO depot.lease SELECT md5('lease' || l)::uuid, b.id, 'azure-pass', 50, true, '', "
      "now() FROM generate_series(0, " +
      number(leases - 1) + ") l JOIN bench_kiosk b ON b.n = l % " + number(kiosks));
  must(
      "INSERT INTO depot.code SELECT gen_random_uuid(), NULL, i % 1000, 'azure-pass', NULL, "
      "decode(repeat('ab', 100), 'hex'), sha256(('used ' || i)::bytea), '0000', 4102444800000, "
      "CASE WHEN i % 50 < 45 THEN 'claimed' ELSE 'leased' END, md5('lease' || i / 50)::uuid, '' "
      "FROM generate_series(0, " +
      number(used - 1) + ") i");
  const std::int64_t entries = leases / kiosks * 45;
  const std::string hash = hexOf(entryHash());
  must("INSERT INTO depot.entry SELECT b.id, s, " + hash + ", " + hash +
       ", 'claim-made' "
       "FROM bench_kiosk b, generate_series(1, " +
       number(entries) + ") s");
  must("UPDATE depot.kiosk SET last_seq = " + number(entries) + ", last_hash = " + hash);
  for (Kiosk& kiosk : kiosks_) kiosk.entries = entries;
}

void FilledDepot::addFree(std::int64_t from, std::int64_t count) {
  must(
      "INSERT INTO depot.code SELECT gen_random_uuid(), NULL, i % 1000, 'azure-pass', "
      "'WK0SK' || i || E'\\n' || 'WK0SK' || i, NULL, sha256(('free ' || i)::bytea), '0000', "
      "4102444800000, 'free', NULL, '' FROM generate_series(" +
      number(from) + ", " + number(from + count - 1) + ") i");
}

platform::Hash FilledDepot::entryHash() { return platform::sha256("an entry"); }

hallpass::Untold FilledDepot::claims(const Kiosk& kiosk,
                                     const std::vector<hallpass::LeasedCode>& codes) {
  hallpass::Untold told;
  std::int64_t sequence = kiosk.entries;
  for (const auto& code : codes) {
    told.links.push_back({++sequence, entryHash(), entryHash(), "claim-made"});
    const auto who = platform::sha256(kiosk.id + std::to_string(sequence));
    told.links.back().subject = hallpass::Subject{who, {sequence}};
    told.fates.push_back({code.id, hallpass::Fate::Claimed, ""});
  }
  told.upTo = sequence;
  return told;
}

std::int64_t FilledDepot::pages(const std::string& call) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int round = 0; round < 5; ++round) {
    const auto rows = owner_.call("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT " + call);
    if (!rows) throw std::runtime_error(owner_.problem() + ": " + call);
    const auto plan = nlohmann::json::parse(rows->text(0, 0))[0]["Plan"];
    least = std::min(least, plan["Shared Hit Blocks"].get<std::int64_t>() +
                                plan["Shared Read Blocks"].get<std::int64_t>());
  }
  return least;
}

std::string FilledDepot::asMe(const Kiosk& kiosk) {
  return "'" + kiosk.id + "', " + hexOf(kiosk.key.secret());
}

}  // namespace tests
