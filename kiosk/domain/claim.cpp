#include "kiosk/domain/claim.h"

namespace hallpass {

std::string_view name(Role role) {
  switch (role) {
    case Role::System:
      return "system";
    case Role::Student:
      return "student";
    case Role::Operator:
      return "operator";
    case Role::Instructor:
      return "instructor";
    case Role::Staff:
      break;
  }
  return "staff";
}

}  // namespace hallpass
