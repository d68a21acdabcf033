#include "kiosk/domain/refusal.h"

#include <algorithm>
#include <array>

namespace hallpass {
namespace {

struct Entry {
  Refusal refusal;
  std::string_view name;
  std::string_view sentence;
};

constexpr std::array kEntries = {
    Entry{Refusal::NoClass, "NoClass",
          "No class has been opened yet. Open one with: hallpass class open --title T --pass TYPE"},
    Entry{Refusal::ClassAlreadyOpen, "ClassAlreadyOpen",
          "A class is already open. Close it first with: hallpass class close"},
    Entry{Refusal::ClassPaused, "ClassPaused",
          "The class is paused. Go on with: hallpass class resume"},
    Entry{Refusal::ClassClosed, "ClassClosed",
          "The class is closed. Open the next one with: hallpass class open"},
    Entry{Refusal::ClassNotYetOpen, "ClassNotYetOpen",
          "The class has not begun. Its window is shown by: hallpass class show"},
    Entry{Refusal::ClassOver, "ClassOver",
          "The class's window has ended. Close it and open the next one: hallpass class close"},
    Entry{Refusal::BadWindow, "BadWindow",
          "The class would end before it begins, or has ended already. Give --until a later time."},
    Entry{Refusal::UnknownStudent, "UnknownStudent",
          "No student of this class has that number, e-mail or name. See: hallpass students"},
    Entry{Refusal::AmbiguousStudent, "AmbiguousStudent",
          "Several students have that name. Use the student number or the e-mail instead."},
    Entry{Refusal::NoWalkIns, "NoWalkIns",
          "This class takes only students on its roster. Add them with: hallpass import roster"},
    Entry{Refusal::BadName, "BadName",
          "A name needs 1 to 200 characters and no control characters. Type it again."},
    Entry{Refusal::NameTaken, "NameTaken",
          "Somebody of that name is in the class already. Find that name, or add a middle name."},
    Entry{Refusal::OutOfStock, "OutOfStock",
          "No code is left that may still be handed out. Restock with: hallpass import codes"},
    Entry{Refusal::Cancelled, "Cancelled", "Stopped. Nothing was changed."},
    Entry{Refusal::Busy, "Busy",
          "Another hallpass program is writing to the ledger. Nothing changed; try again."},
    Entry{Refusal::Failed, "Failed",
          "The ledger could not be read or written. Check the disk's space and health, then start "
          "again; opening it settles what was recorded."},
};

const Entry& entryOf(Refusal refusal) {
  return *std::find_if(kEntries.begin(), kEntries.end(),
                       [&](const Entry& entry) { return entry.refusal == refusal; });
}

}  // namespace

std::string_view name(Refusal refusal) { return entryOf(refusal).name; }

std::string_view sentence(Refusal refusal) { return entryOf(refusal).sentence; }

}  // namespace hallpass
