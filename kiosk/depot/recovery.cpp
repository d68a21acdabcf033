#include "kiosk/depot/recovery.h"

#include <algorithm>

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/report_columns.h"
#include "kiosk/depot/sync.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {
namespace {

using platform::Result;

/// One recovering, in its steps.
class Recovery {
 public:
  Recovery(Connection& connection, Ledger& ledger, std::string by)
      : connection_(connection), ledger_(ledger), leases_(ledger.leases()), by_(std::move(by)) {}

  Result<Recovered, DepotRefusal> run() {
    const auto member = leases_.membership();
    if (!member) return DepotRefusal::Ledger;
    if (!*member) return DepotRefusal::NotSet;
    done_.kiosk = (*member)->kiosk;
    const auto last = lastAtDepot();
    if (!last) return last.error();
    // Here first: what is said to be unused must never be handed out afterwards.
    if (!leases_.freeze("declared-lost")) return DepotRefusal::Ledger;
    const auto told = tellLinks(*last);
    if (!told) return told.error();
    return tellCodes(*told);
  }

 private:
  /// The number of the last entry that the depot has; the kiosk must not be active.
  Result<std::int64_t, DepotRefusal> lastAtDepot() {
    const auto rows = connection_.call("SELECT state, last_seq FROM depot.kiosks WHERE id = $1",
                                       Parameters().add(done_.kiosk));
    if (!rows) return rows.error();
    if (rows->count() == 0) return DepotRefusal::Unknown;
    if (rows->text(0, 0) == "active") return DepotRefusal::NotAllowed;
    return rows->integer(0, 1);
  }

  /// From the last entry of the depot on, which is compared; the last one of the ledger, or 0 where
  /// the two do not fit together.
  Result<std::int64_t, DepotRefusal> tellLinks(std::int64_t last) {
    std::int64_t after = std::max<std::int64_t>(0, last - 1);
    for (;;) {
      const auto untold = leases_.untold(after, kLinksAtOnce);
      if (!untold) return DepotRefusal::Ledger;
      if (untold->links.empty()) return after >= last ? after : 0;
      Parameters parameters;
      LinkColumns(untold->links).addTo(parameters.add(done_.kiosk));
      const auto rows =
          connection_.call("SELECT depot.recover_links($1, $2, $3, $4, $5, $6, $7)", parameters);
      if (!rows) return rows.error();
      if (rows->text(0, 0) != "ok") return 0;
      after = untold->links.back().sequence;
      done_.links = std::max<std::int64_t>(0, after - last);
    }
  }

  Result<Recovered, DepotRefusal> tellCodes(std::int64_t upTo) {
    const auto remains = leases_.remains();
    if (!remains) return DepotRefusal::Ledger;
    Parameters parameters;
    parameters.add(done_.kiosk).add(upTo);
    FateColumns(*remains, codesOf(ledger_)).addTo(parameters);
    const auto rows = connection_.call(
        "SELECT state, whole, unused FROM depot.recover_codes($1, $2, $3, $4, $5, $6, $7)",
        parameters.add(by_));
    if (!rows) return rows.error();
    if (rows->text(0, 0) != "ok") return DepotRefusal::Broken;
    done_.claimed = std::count_if(remains->begin(), remains->end(),
                                  [](const CodeFate& code) { return code.fate == Fate::Claimed; });
    done_.whole = rows->flag(0, 1);
    done_.unused = rows->integer(0, 2);
    return done_;
  }

  Connection& connection_;
  Ledger& ledger_;
  Leases& leases_;
  std::string by_;
  Recovered done_;
};

}  // namespace

Result<Recovered, DepotRefusal> recoverKiosk(Connection& connection, Ledger& ledger,
                                             const std::string& by) {
  return Recovery(connection, ledger, by).run();
}

Result<std::int64_t, DepotRefusal> declareUnused(Connection& connection, const std::string& kiosk,
                                                 const std::string& first,
                                                 const std::string& second) {
  const auto rows = connection.call("SELECT state, codes FROM depot.declare_unused($1, $2, $3)",
                                    Parameters().add(kiosk).add(first).add(second));
  if (!rows) return rows.error();
  const std::string state = rows->text(0, 0);
  if (state == "ok") return rows->integer(0, 1);
  if (state == "unknown") return DepotRefusal::Unknown;
  return state == "rebuilding" ? DepotRefusal::Rebuilding : DepotRefusal::Gap;
}

}  // namespace hallpass
