#pragma once

#include <optional>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/class.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The classes of this device; at most one of them is not closed.
class Classes {
 public:
  Classes(Database& database, Journal& journal);

  /// Opens a class and makes it the current one. A wait of a visit outside of 45-300 seconds is
  /// taken as the nearest of them; a language or an account that this program does not know is
  /// left out. Refuses with ClassAlreadyOpen, or with BadWindow: the window
  /// ends before it begins, or has ended already.
  [[nodiscard]] platform::Result<ClassId, Refusal> open(const NewClass& facts, Role role);

  /// Pauses, resumes or closes the current class; setting the state that it has changes nothing.
  /// Refuses with NoClass, or ClassClosed: a closed class stays closed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> setState(ClassState state, Role role);

  /// Changes what is said of the current class: all but its pass type. Records `class-changed`
  /// where anything is new; an end that has passed is refused only where it is new. Refuses with
  /// NoClass, ClassClosed, BadWindow, Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> change(const NewClass& facts, Role role);

  /// The class opened last, whatever its state; nullopt before the first one.
  [[nodiscard]] platform::Result<std::optional<Class>, Refusal> current();

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
