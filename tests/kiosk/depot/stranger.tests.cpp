// A database that is no depot, or one that is out of order: its functions have the depot's names,
// and answer what no depot answers.
#include <functional>

#include "kiosk/depot/pg_depot.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::DepotRefusal;

namespace {

constexpr const char* kCodeColumns =
    "state text, id text, secret text, sealed bytea, redeem_by bigint";

struct Stranger {
  tests::Postgres server;
  hallpass::Connection connection{server.address()};
  hallpass::DepotKey key{platform::randomKey()};
  hallpass::PgDepot depot{connection, key, hallpass::freshUuid(), {}};
  std::string lease = hallpass::freshUuid();

  Stranger() {
    REQUIRE(connection.call("CREATE SCHEMA depot").ok());
    REQUIRE(connection.call("SET client_min_messages = warning").ok());
  }

  /// From now on depot.NAME, of any parameters, gives the rows of `query`.
  void answers(const std::string& name, const std::string& columns, const std::string& query) {
    const auto made = connection.run(
        "DROP FUNCTION IF EXISTS depot." + name + "; CREATE FUNCTION depot." + name +
        "(VARIADIC text[]) RETURNS TABLE (" + columns + ") LANGUAGE sql AS $$ " + query + " $$");
    INFO(connection.problem());
    REQUIRE(made.ok());
  }
  /// One code, kept as `secret`, or sealed as `box`; `id` is what it is called by.
  void keeps(const std::string& secret, const std::string& box = "NULL",
             const std::string& id = hallpass::freshUuid()) {
    answers("codes", kCodeColumns,
            "SELECT 'ok', '" + id + "', " + secret + "::text, " + box + "::bytea, NULL::bigint");
  }
};

/// A function of the depot, and who asks it: why not, or nothing.
struct StrangerCall {
  const char* name;
  const char* columns;  ///< Of which the first is a word.
  const char* rest;     ///< What the others hold.
  std::function<std::optional<DepotRefusal>(hallpass::PgDepot&)> ask;
};

template <class Answer>
std::optional<DepotRefusal> refusalIn(const Answer& answer) {
  return answer ? std::nullopt : std::optional(answer.error());
}

std::vector<StrangerCall> strangerCalls() {
  using hallpass::PgDepot;
  static const std::string lease = hallpass::freshUuid();
  return {
      {"enrol", "state text", "", [](PgDepot& d) { return refusalIn(d.enrol("TOKEN")); }},
      {"restock", "state text, added bigint", ", 0::bigint",
       [](PgDepot& d) {
         return refusalIn(d.add({hallpass::freshUuid(), tests::newBatch(), tests::newCodes(0, 1)}));
       }},
      {"hello", "state text, a bigint, b bytea, c uuid[], d uuid[], e uuid, f bytea",
       ", 0::bigint, ''::bytea, '{}'::uuid[], '{}'::uuid[], NULL::uuid, ''::bytea",
       [](PgDepot& d) { return refusalIn(d.hello({})); }},
      {"freeze", "state text", "", [](PgDepot& d) { return refusalIn(d.freeze("why")); }},
      {"report", "state text", "", [](PgDepot& d) { return refusalIn(d.report({})); }},
      {"assert_lease", "state text", "",
       [](PgDepot& d) {
         return refusalIn(d.assertLease({{lease, "azure-pass", 1}, {}}));
       }},
      {"others", "state text, up_to bigint, more bool, token bytea, room text, taken_at bigint",
       ", 0::bigint, false, NULL::bytea, NULL::text, NULL::bigint",
       [](PgDepot& d) { return refusalIn(d.others(0)); }},
      {"settled", "state text", "", [](PgDepot& d) { return refusalIn(d.settled("g")); }},
      {"lease", "state text, given int", ", 0",
       [](PgDepot& d) {
         return refusalIn(d.lease({lease, "azure-pass", 1}));
       }},
  };
}

}  // namespace

TEST_CASE("a database that answers without a row, or with a word of its own, is no depot",
          "[depot][postgres]") {
  Stranger stranger;
  for (const StrangerCall& call : strangerCalls()) {
    INFO(call.name);
    const auto says = [&](const std::string& word, const std::string& where) {
      stranger.answers(call.name, call.columns, "SELECT '" + word + "'::text" + call.rest + where);
      const auto refused = call.ask(stranger.depot);
      INFO(stranger.connection.problem());
      return refused;
    };
    CHECK(says("ok", " WHERE false") == DepotRefusal::Broken);
    CHECK(says("perhaps", "") == DepotRefusal::Broken);
    CHECK(says("frozen", "") == DepotRefusal::Frozen);
    CHECK(says("ok", "") == std::nullopt);
  }
}

TEST_CASE("a depot that does not say how many codes are left is not guessed at",
          "[depot][postgres]") {
  Stranger stranger;
  CHECK(stranger.depot.leftOver("azure-pass").error() == DepotRefusal::Broken);
  stranger.answers("left_over", "left bigint", "SELECT 7::bigint");
  CHECK(stranger.depot.leftOver("azure-pass").value() == 7);
  stranger.answers("left_over", "left bigint", "SELECT NULL::bigint");
  CHECK(stranger.depot.leftOver("azure-pass").error() == DepotRefusal::Unknown);
  stranger.answers("left_over", "left bigint", "SELECT 7::bigint WHERE false");
  CHECK(stranger.depot.leftOver("azure-pass").error() == DepotRefusal::Unknown);
}

TEST_CASE("a code that nobody could hand out is not taken, nor sealed, whatever the depot keeps",
          "[depot][postgres]") {
  Stranger stranger;
  const auto boxed = [](const hallpass::DepotKey& key, const std::string& text) {
    const std::string box = platform::sealedFor(key.box().publicKey(), text);
    return "'\\x" +
           platform::toHex(
               std::span(reinterpret_cast<const unsigned char*>(box.data()), box.size())) +
           "'";
  };
  stranger.keeps("E'CODE\\nIDENTITY'");
  CHECK(stranger.depot.codes(stranger.lease)->front().identity == "IDENTITY");
  stranger.keeps("NULL", boxed(stranger.key, "CODE\nIDENTITY"));
  CHECK(stranger.depot.codes(stranger.lease)->front().code.reveal() == "CODE");
  const hallpass::DepotKey another(platform::randomKey());
  const std::vector<std::pair<std::string, std::string>> odd{
      {"'CODE'", "NULL"},                          // No identity.
      {"E'\\nIDENTITY'", "NULL"},                  // No code.
      {"E'CODE\\n'", "NULL"},                      // The line, and nothing in it.
      {"E'CO\\tDE\\nIDENTITY'", "NULL"},           // A control character.
      {"E'CODE\\nIDEN\\tTITY'", "NULL"},           // The same behind it.
      {"''", "NULL"},                              // Nothing.
      {"NULL", "NULL"},                            // Neither.
      {"NULL", "'\\x00'"},                         // No box.
      {"NULL", boxed(another, "CODE\nIDENTITY")},  // Somebody else's.
      {"NULL", boxed(stranger.key, "CODE")}};
  for (const auto& [secret, box] : odd) {
    INFO(secret << " " << box);
    stranger.keeps(secret, box);
    CHECK(stranger.depot.codes(stranger.lease).error() == DepotRefusal::Broken);
    CHECK(stranger.depot.seal(stranger.lease).error() == DepotRefusal::Broken);
  }
  stranger.keeps("NULL", boxed(stranger.key, std::string("CO\0DE\nIDENTITY", 14)));
  CHECK(stranger.depot.codes(stranger.lease).error() == DepotRefusal::Broken);
  stranger.keeps("E'CODE\\nIDENTITY'", "NULL", "7");
  CHECK(stranger.depot.codes(stranger.lease).error() == DepotRefusal::Broken);
}
