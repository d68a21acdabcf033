#include "kiosk/domain/refusal.h"

#include <algorithm>
#include <array>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

struct Entry {
  Refusal refusal;
  std::string_view name;
  std::string_view sentence;
  const char* deskSentence;
};

constexpr std::array kEntries = {
    Entry{Refusal::NoClass, "NoClass",
          "No class has been opened yet. Open one with: hallpass class open --title T --pass TYPE",
          noted("No class has been opened yet. Open one first.")},
    Entry{Refusal::ClassAlreadyOpen, "ClassAlreadyOpen",
          "A class is already open. Close it first with: hallpass class close",
          noted("A class is already open. Close it first.")},
    Entry{Refusal::ClassPaused, "ClassPaused",
          "The class is paused. Go on with: hallpass class resume",
          noted("The class is paused. Let it go on first.")},
    Entry{Refusal::ClassClosed, "ClassClosed",
          "The class is closed. Open the next one with: hallpass class open",
          noted("The class is closed. Open the next one first.")},
    Entry{Refusal::ClassNotYetOpen, "ClassNotYetOpen",
          "The class has not begun. Its window is shown by: hallpass class show",
          noted("The class has not begun. Wait for its start, or set an earlier one.")},
    Entry{Refusal::ClassOver, "ClassOver",
          "The class's window has ended. Close it and open the next one: hallpass class close",
          noted("The class's time is over. Set a later end, or close it and open the next one.")},
    Entry{Refusal::BadWindow, "BadWindow",
          "The class would end before it begins, or has ended already. Give --until a later time.",
          noted("The class would end before it begins, or has ended already. Choose a later end.")},
    Entry{Refusal::UnknownStudent, "UnknownStudent",
          "No student of this class has that number, e-mail or name. See: hallpass students",
          noted("No student of this class has that number, e-mail or name. Look at the list of "
                "students.")},
    Entry{Refusal::AmbiguousStudent, "AmbiguousStudent",
          "Several students have that name. Use the student number or the e-mail instead.",
          noted("Several students have that name. Use the student number or the e-mail instead.")},
    Entry{Refusal::NoWalkIns, "NoWalkIns",
          "This class takes only students on its roster. Add them with: hallpass import roster",
          noted("This class takes only students on its list. Add the student, or allow walk-ins "
                "for the "
                "class.")},
    Entry{Refusal::BadName, "BadName",
          "A name needs 1 to 200 characters and no control characters. Type it again.",
          noted("A name needs 1 to 200 characters. Type it again.")},
    Entry{Refusal::NameTaken, "NameTaken",
          "Somebody of that name is in the class already. Find that name, or add a middle name.",
          noted("Somebody of that name is in the class already. Find that name, or add a middle "
                "name.")},
    Entry{Refusal::TakenElsewhere, "TakenElsewhere",
          "A code was taken in that name in another room. If another one is right, say why: "
          "hallpass claim --student KEY --overrule REASON",
          noted("A code was taken in that name in another room. If another one is right, hand the "
                "device over at the student's page.")},
    Entry{Refusal::OutOfStock, "OutOfStock",
          "No code is left that may still be handed out. Restock with: hallpass import codes",
          noted("No code is left that may still be handed out. Restock from a stick, or type codes "
                "in.")},
    Entry{Refusal::DiskLow, "DiskLow",
          "The disk is nearly full, so no code is handed out. Make room on it; the reserve is "
          "disk_reserve_mib in: hallpass config show",
          noted("The disk is nearly full, so no code is handed out. Venue staff can make room.")},
    Entry{Refusal::NoClaim, "NoClaim",
          "This student holds no code. Hand one out first with: hallpass claim --student KEY",
          noted("This student has no code yet. The student takes one at the start screen.")},
    Entry{
        Refusal::DigitsTaken, "DigitsTaken",
        "The code has its own digits already. The instructor can take them away at the desk.",
        noted(
            "This code has its four digits already. Take them away first, then the student chooses "
            "new ones.")},
    Entry{Refusal::UnknownOrder, "UnknownOrder",
          "No order of that number is known. Read the list of orders with: hallpass import orders",
          noted("No order of that number is known. Import the list of orders again.")},
    Entry{Refusal::CourseWithoutPass, "CourseWithoutPass",
          "The order's course supports no pass. Choose another order from: hallpass orders "
          "--available",
          noted("The course of this order supports no pass. Choose another order.")},
    Entry{
        Refusal::OrderEnded, "OrderEnded",
        "More than six months have gone since the purchase, so nothing can be added. Choose "
        "another order from: hallpass orders --available",
        noted("More than six months have gone since the purchase, so nothing can be added. Choose "
              "another order.")},
    Entry{Refusal::NoLicenceLeft, "NoLicenceLeft",
          "Every licence of the order has its pass. Choose another order from: hallpass orders "
          "--available",
          noted("Every licence of this order has its pass. Choose another order.")},
    Entry{
        Refusal::AboveLicences, "AboveLicences",
        "The quantity is below 1, or above the licences that are left. See: hallpass orders "
        "--available",
        noted("The quantity is below 1, or above the licences that are left. Choose another one.")},
    Entry{Refusal::UnknownBatch, "UnknownBatch", "No batch has that number. See: hallpass batches",
          noted("No batch has that number. Choose one from the list.")},
    Entry{Refusal::NothingLeft, "NothingLeft",
          "No code of the batch is left to return. See: hallpass batches",
          noted("No code of this batch is left in stock. Choose another batch.")},
    Entry{Refusal::NoPin, "NoPin",
          "No PIN is set yet. Set it with: hallpass pin set instructor (or staff)",
          noted("No PIN is set yet. Set one first.")},
    Entry{Refusal::LockWaits, "LockWaits",
          "Too many wrong tries. Wait until the time is over, then try again.",
          noted("Too many wrong tries. Wait until the time is over, then try again.")},
    Entry{
        Refusal::LockStopped, "LockStopped",
        "Fifty wrong tries: this PIN opens nothing any more. Set a new one with: hallpass pin set",
        noted("Fifty wrong tries: this PIN opens nothing any more. The other role or the recovery "
              "word "
              "sets a new one.")},
    Entry{Refusal::Cancelled, "Cancelled", "Stopped. Nothing was changed.",
          noted("Stopped. Nothing was changed.")},
    Entry{Refusal::Busy, "Busy",
          "Another hallpass program is writing to the ledger. Nothing changed; try again.",
          noted("Another program is writing to the ledger. Nothing changed; try again.")},
    Entry{Refusal::Failed, "Failed",
          "The ledger could not be read or written. Check the disk's space and health, then start "
          "again; opening it settles what was recorded.",
          noted("The ledger could not be read or written. Start the device again; that settles "
                "what was "
                "recorded. If it happens again, the disk needs a look.")},
};

const Entry& entryOf(Refusal refusal) {
  return *std::find_if(kEntries.begin(), kEntries.end(),
                       [&](const Entry& entry) { return entry.refusal == refusal; });
}

}  // namespace

std::string_view name(Refusal refusal) { return entryOf(refusal).name; }

std::string_view sentence(Refusal refusal) { return entryOf(refusal).sentence; }

std::string_view deskSentence(Refusal refusal) { return tr(entryOf(refusal).deskSentence); }

}  // namespace hallpass
