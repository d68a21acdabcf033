#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/class.h"
#include "kiosk/guide/guide.h"

namespace hallpass {

/// What is said of a class: opens one, on three screens one after the other, or changes the one
/// that is open, on one screen and one for its guide. Nothing is stored before the last main
/// button.
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
  enum class Item : std::uint8_t {
    Title,
    Pass,
    From,
    Until,
    WalkIns,
    Word,
    Wait,
    Account,
    Languages,
    BeginsIn
  };
  enum class Part : std::uint8_t { First, Second, Guide };

  /// A pass type that can be chosen.
  struct PassChoice {
    std::string id;
    std::string title;
    std::vector<AccountKind> accounts;  ///< That its guide knows.
  };

  static constexpr std::size_t kLongestTitle = 100;

  void readPassTypes();
  [[nodiscard]] std::vector<AccountKind> accounts() const;

  // What is shown: kiosk/desk/class_form_fields.cpp.
  [[nodiscard]] std::vector<Item> items() const;
  [[nodiscard]] static std::string titleMistake(const std::string& typed);
  void chooseWait(std::size_t option);
  [[nodiscard]] std::string screenName() const;
  [[nodiscard]] std::string title() const;
  void putActions(DeskView& view) const;
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
  void choosePass(std::size_t option);
  void chooseGuide(Item item, std::size_t option);
  void forgetUnknownAccount();
  [[nodiscard]] Step goOn();
  [[nodiscard]] Step save();
  void refused(Refusal refusal);

  std::optional<ClassId> changed_;  ///< nullopt: a class is opened.
  NewClass facts_;
  std::optional<platform::UtcTime> heldUntil_;  ///< A class that is over may keep its end.
  std::vector<PassChoice> passTypes_;
  std::string passProblem_;  ///< Why a pass type cannot be chosen; "" = all can.
  Part part_ = Part::First;
  bool lastLanguage_ = false;  ///< The one language that is on was touched.
  bool tried_ = false;         ///< The main button was touched: what is missing is said.
  std::string refusal_;        ///< What the ledger said, where no field is to blame.
};

}  // namespace hallpass
