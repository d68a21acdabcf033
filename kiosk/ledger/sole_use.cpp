#include "kiosk/ledger/sole_use.h"

#include <sqlite3.h>

#include "kiosk/ledger/database.h"

namespace hallpass {

SoleUse::SoleUse(Database& database) : file_(database.file()) {
  // A memory's file has no methods.
  if (file_ != nullptr && file_->pMethods == nullptr) file_ = nullptr;
  if (file_ == nullptr) return;
  // The shared one comes first, where no page was read yet.
  held_ = file_->pMethods->xLock(file_, SQLITE_LOCK_SHARED) == SQLITE_OK &&
          file_->pMethods->xLock(file_, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK;
}

// A lock that was refused may have gone half of the way, so it is taken back in both cases.
SoleUse::~SoleUse() {
  if (file_ != nullptr) file_->pMethods->xUnlock(file_, SQLITE_LOCK_SHARED);
}

}  // namespace hallpass
