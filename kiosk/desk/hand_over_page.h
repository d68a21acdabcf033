#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/room/exports.h"

namespace hallpass {

/// What leaves with the instructor, onto a stick: lists, the journal, the report, a backup. With
/// whole codes, which a backup always holds, only after the PIN was typed once more.
class HandOverPage final : public DeskPage {
 public:
  explicit HandOverPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::HandOver; }

 private:
  [[nodiscard]] std::size_t shown() const;
  [[nodiscard]] bool offered(ExportKind kind) const;
  [[nodiscard]] bool offersBackup() const { return !tools_.training; }
  [[nodiscard]] bool allChosen() const;
  [[nodiscard]] std::vector<ExportKind> wanted() const;
  [[nodiscard]] bool codesLeave() const;
  [[nodiscard]] bool canWrite() const { return !sticks_.empty() && (backup_ || !wanted().empty()); }
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] TableView table() const;
  [[nodiscard]] FormView form() const;
  void choose(const Intent& intent);
  void toggle(std::size_t row);
  void toggleAll();
  [[nodiscard]] Step begin();
  [[nodiscard]] Step write() const;

  std::array<bool, kExportKinds.size()> chosen_;
  bool backup_ = false;  ///< Everything, every name and code: never without being asked for.
  CodesIn codes_ = CodesIn::Masked;
  bool hasClass_ = false;
  bool hasEarlier_ = false;  ///< Codes were taken in classes before.
  std::optional<Refusal> trouble_;
  std::vector<std::filesystem::path> sticks_;
  std::filesystem::path stick_;  ///< The chosen one of them.
};

}  // namespace hallpass
