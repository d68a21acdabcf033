#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/ledger/erasure.h"
#include "platform/base/signature.h"

namespace hallpass {

/// The receipt of an erasure, signed by the device, as words and as a QR code, and on a stick where
/// one is in.
class ReceiptPage final : public DeskPage {
 public:
  enum class Kind : std::uint8_t {
    Fresh,  ///< Right after the erasure: goes onto the stick by itself, and the desk is left; the
            ///< machine restarts where its disk gets a new key.
    FreshButPractice,  ///< The same, but some of what training mode wrote is still there.
    Again,             ///< Looked at later.
  };

  ReceiptPage(DeskTools tools, ErasureReceipt receipt, Kind kind);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;

 private:
  void write();
  [[nodiscard]] std::string stickSentence() const;
  [[nodiscard]] std::string qrLabel() const;
  [[nodiscard]] bool restarts() const;
  [[nodiscard]] std::string newKeySentence() const;

  ErasureReceipt receipt_;
  Kind kind_;
  std::optional<platform::SigningKey> key_;  ///< The device's; nullopt: it cannot be read,
  std::string keyTrouble_;                   ///< and why.
  std::vector<std::filesystem::path> sticks_;
  std::shared_ptr<platform::Worker::Job> job_;  ///< While it is written.
  std::string writtenAs_;                       ///< The file's name; "" = not on a stick yet.
  std::string trouble_;                         ///< Why it could not be written.
};

}  // namespace hallpass
