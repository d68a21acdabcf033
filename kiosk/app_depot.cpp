// What the kiosk does with its depot: it says when there is something to tell, and looks at what
// came of it while the desk is open. All else runs beside it (kiosk/depot/depot_worker.h).
#include "kiosk/app.h"

namespace hallpass {

void App::openDepot(const std::function<void()>& wake) {
  if (!places_.depot) return;
  depot_ = places_.depot([this, wake] {
    depotChanged_ = true;
    wake();
  });
}

/// Whoever changed the ledger: this kiosk, or a command that enrolled it or opened a class.
void App::tellDepot() {
  if (!depot_ || !ledger_) return;
  Leases& leases = deviceLedger().leases();
  const auto member = leases.membership();
  if (!member || !*member) return;
  const auto untold = leases.hashAt((*member)->toldUpTo + 1);
  if (untold && *untold) depot_->tellSoon();
}

/// Nobody at the attract screen sees any of it.
void App::hearDepot() {
  if (!depotChanged_.exchange(false) || !desk_) return;
  desk_->refresh();
  showDesk();
}

}  // namespace hallpass
