#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/intake.h"

namespace hallpass {

/// What an instructor says of the codes that come in; kept from one list to the next.
struct RestockDetails {
  /// Last day to redeem of the codes whose list names none.
  enum class RedeemBy : std::uint8_t { None, In30Days, In90Days, Date };

  std::string passType;  ///< Chosen for the last list; "" = not yet.
  std::string order;
  std::string course;
  RedeemBy redeemBy = RedeemBy::None;
  std::optional<platform::UtcTime> date;  ///< Of RedeemBy::Date.
  std::string value;
  int uses = 0;  ///< How many students one shared code is for; 0 = not said.

  [[nodiscard]] std::optional<platform::UtcTime> redeemByAt(platform::UtcTime now) const;
  [[nodiscard]] NewBatch batch(platform::UtcTime now) const;
};

/// The form that asks for them.
class RestockForm {
 public:
  RestockForm(DeskTools tools, std::shared_ptr<RestockDetails> details);

  /// Reads which orders wait for codes.
  void refresh();

  [[nodiscard]] FormView view(const Intake& intake) const;

  /// Where touching the form leads. `retype` takes another pass type than that of `intake`.
  [[nodiscard]] Step handle(const Intent& intent, const Intake& intake,
                            const std::function<Step(const PassType&)>& retype);

 private:
  [[nodiscard]] FormField passTypeField(const Intake& intake) const;
  [[nodiscard]] FormField orderField() const;
  [[nodiscard]] FormField redeemByField(const Intake& intake) const;
  [[nodiscard]] Step chooseOrder(std::size_t option);
  [[nodiscard]] Step chooseRedeemBy(std::size_t option);
  [[nodiscard]] Step typeUses(const Intake& intake) const;
  [[nodiscard]] Step type(EditAsk ask) const;

  DeskTools tools_;
  std::shared_ptr<RestockDetails> details_;
  std::vector<ExpectedBatch> expected_;  ///< Those with codes missing, as many as are offered.
};

}  // namespace hallpass
