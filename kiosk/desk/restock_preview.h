#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/intake.h"
#include "kiosk/desk/restock_details.h"

namespace hallpass {

/// What a list would bring into stock, with what is to be said of it; and, once it was taken, what
/// it brought. Nothing is stored before that, and then all of it or nothing.
class RestockPreview final : public DeskPage {
 public:
  /// `taken` is told when the list is in stock.
  RestockPreview(DeskTools tools, std::shared_ptr<RestockDetails> details, Intake intake,
                 std::function<void()> taken = {});
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Restock; }

 private:
  /// Shared with the work that this page asks for.
  struct State {
    std::shared_ptr<const Intake> intake;
    std::optional<Stock::Report> report;  ///< Of taking it.
    std::optional<DepotReceipt> sent;     ///< Of sending it to the depot instead.
    std::function<void()> taken;
  };

  void countUses();
  [[nodiscard]] DeskView preview() const;
  [[nodiscard]] DeskView result() const;
  [[nodiscard]] DeskView sentResult() const;
  [[nodiscard]] bool isDone() const { return state_->report || state_->sent; }
  void addWays(DeskView& view) const;
  [[nodiscard]] Step afterwards(const Intent& intent) const;
  [[nodiscard]] Step openPart(std::size_t button) const;
  [[nodiscard]] Step retype(const PassType& type) const;
  [[nodiscard]] Step take() const;
  [[nodiscard]] Step send() const;

  std::shared_ptr<RestockDetails> details_;
  RestockForm form_;
  std::shared_ptr<State> state_;
  bool forAllRooms_ = false;  ///< There is a depot that the list can go to.
  std::string depotBatch_;    ///< The same for every try to send it.
  std::int64_t left_ = 0;     ///< Codes of the pass type in stock.
  std::int64_t missing_ = 0;  ///< Of the order that was named.
};

/// Reads a file of a stick, and shows the preview or why there is none.
[[nodiscard]] Step openCodeFile(const DeskTools& tools,
                                const std::shared_ptr<RestockDetails>& details,
                                const platform::MediaFile& file);

/// The same for codes that were typed; `taken` is told when they are in stock.
[[nodiscard]] Step openTypedCodes(const DeskTools& tools,
                                  const std::shared_ptr<RestockDetails>& details,
                                  std::vector<Code> codes, std::function<void()> taken);

}  // namespace hallpass
