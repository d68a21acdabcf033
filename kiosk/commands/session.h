#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/commands/answer.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ledger/ledger.h"
#include "platform/base/clock.h"

namespace hallpass {

/// What a command works on: the ledger of a folder, the settings, the assets, the clock.
class Session {
 public:
  /// `config` is the settings file; it need not be there.
  Session(std::filesystem::path data, std::filesystem::path config)
      : data_(std::move(data)), config_(std::move(config)) {}

  /// The ledger of the folder; both are made where there are none. Opened at the first call.
  [[nodiscard]] platform::Result<Ledger*, Complaint> ledger();

  [[nodiscard]] const platform::Clock& clock() const { return clock_; }
  [[nodiscard]] const std::filesystem::path& data() const { return data_; }
  [[nodiscard]] const std::filesystem::path& config() const { return config_; }
  [[nodiscard]] std::filesystem::path ledgerFile() const { return data_ / "ledger.db"; }

 private:
  std::filesystem::path data_;
  std::filesystem::path config_;
  platform::SystemClock clock_;
  std::unique_ptr<Ledger> ledger_;
};

/// The pass type of that id. Refuses with UnknownPassType or BadPassType.
[[nodiscard]] platform::Result<PassType, Complaint> passTypeOf(const std::string& id);

/// The guide that `type` shows. Refuses with BadGuide.
[[nodiscard]] platform::Result<Guide, Complaint> guideOf(const PassType& type);

/// The class opened last. Refuses with NoClass, or as the ledger does.
[[nodiscard]] platform::Result<Class, Complaint> currentClass(Session& session);

}  // namespace hallpass
