#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/class.h"

namespace hallpass {

/// What is said of a class: opens one, on two screens one after the other, or changes the one that
/// is open, on one screen. Nothing is stored before the main button.
class ClassForm final : public DeskPage {
 public:
  /// Opens a class. What the class before it was like stands there at first, but for its title,
  /// times and word.
  explicit ClassForm(DeskTools tools);

  /// Changes `held`, the current class.
  ClassForm(DeskTools tools, const Class& held);

  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  enum class Item : std::uint8_t { Title, Pass, From, Until, WalkIns, Word, Wait };

  /// A pass type that can be chosen.
  struct PassChoice {
    std::string id;
    std::string title;
  };

  void readPassTypes();
  [[nodiscard]] const std::vector<Item>& items() const;
  [[nodiscard]] FormField field(Item item) const;
  [[nodiscard]] FormField passField() const;
  [[nodiscard]] FormField wordField() const;
  [[nodiscard]] FormField waitField() const;
  [[nodiscard]] std::string mistakeOf(Item item) const;
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] Step edit(Item item);
  [[nodiscard]] Step editTitle();
  [[nodiscard]] Step editTime(Item item);
  [[nodiscard]] Step choose(Item item, std::size_t option);
  [[nodiscard]] Step chooseWord(std::size_t option);
  [[nodiscard]] Step goOn();
  [[nodiscard]] Step save();
  void refused(Refusal refusal);

  std::optional<ClassId> changed_;  ///< nullopt: a class is opened.
  NewClass facts_;
  std::optional<platform::UtcTime> heldUntil_;  ///< A class that is over may keep its end.
  std::vector<PassChoice> passTypes_;
  std::string passProblem_;  ///< Why a pass type cannot be chosen; "" = all can.
  bool second_ = false;      ///< Of the two screens that open a class.
  bool tried_ = false;       ///< The main button was touched: what is missing is said.
  std::string refusal_;      ///< What the ledger said, where no field is to blame.
};

}  // namespace hallpass
