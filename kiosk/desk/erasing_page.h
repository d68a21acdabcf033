#pragma once

#include <memory>
#include <optional>

#include "kiosk/desk/desk_page.h"
#include "kiosk/ledger/erasure.h"

namespace hallpass {

/// Erases the device as soon as it is shown; leads to the receipt, or says why nothing was erased.
class ErasingPage final : public DeskPage {
 public:
  ErasingPage(DeskTools tools, KeptPins kept);
  ~ErasingPage() override;
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& /*unused*/) override { return StayHere{}; }
  [[nodiscard]] Step next() override;
  /// Nothing can stop it any more.
  [[nodiscard]] bool standsAlone() const override { return true; }

 private:
  KeptPins kept_;
  std::optional<ErasureReceipt> receipt_;
  std::shared_ptr<platform::Worker::Job> job_;
  bool ended_ = false;         ///< The job.
  bool practiceLeft_ = false;  ///< Not all of what training mode wrote could be erased.
};

}  // namespace hallpass
