#pragma once

#include <cstdint>
#include <string_view>

namespace hallpass {

/// Why a rule of the kiosk says no. Nothing changed, save where it says otherwise.
enum class Refusal : std::uint8_t {
  NoClass,            ///< No class was ever opened on this device.
  ClassAlreadyOpen,   ///< Another class is open or paused; close it first.
  ClassPaused,        ///< The instructor paused the class.
  ClassClosed,        ///< The class was closed.
  ClassNotYetOpen,    ///< The class's window has not begun.
  ClassOver,          ///< The class's window has ended.
  BadWindow,          ///< The window ends before it begins, or has ended already.
  UnknownStudent,     ///< Nobody of that key is on the class's roster.
  AmbiguousStudent,   ///< Several students answer to that name; use a number or an e-mail.
  NoWalkIns,          ///< The class takes nobody who is not on its roster.
  BadName,            ///< A name is empty, longer than 200 characters or holds control characters.
  NameTaken,          ///< A student of the class has that name already.
  TakenElsewhere,     ///< A code was taken in that name in another room, as far as the depot told;
                      ///< Claims::elsewhere() says where. The instructor can overrule it.
  OutOfStock,         ///< No code that may still be handed out; a restock mends it.
  DiskLow,            ///< The disk is nearly full: a code could not be recorded. Ends by itself
                      ///< when there is room.
  NoClaim,            ///< The student holds no code that could be swapped or reported on.
  DigitsTaken,        ///< The claim has own digits already; the instructor can take them away.
  UnknownOrder,       ///< No order of that number was imported.
  CourseWithoutPass,  ///< The order's course supports no pass (domain.md A15).
  OrderEnded,         ///< More than six months since the purchase (domain.md A12).
  NoLicenceLeft,      ///< Every licence of the order has its pass.
  AboveLicences,      ///< More passes than licences without one, or fewer than one (domain.md A11).
  UnknownBatch,       ///< No batch of that number.
  NothingLeft,        ///< No code of the batch is in stock, and none was returned before.
  NoPin,              ///< The lock has no secret yet.
  LockWaits,          ///< Too many wrong tries: the wait is not over.
  LockStopped,        ///< kMostTries wrong tries: only another way in opens it.
  Cancelled,          ///< The person stopped it; all of it was taken back.
  Busy,               ///< Another program kept the ledger for longer than the wait. Try again.
  Failed,             ///< Disk full, I/O error or damage. The outcome is unknown until the ledger
                      ///< is opened again; until then every call gives Failed.
};

/// "OutOfStock": the word that --json prints.
[[nodiscard]] std::string_view name(Refusal refusal);

/// For the person at the command line: what is, and what to do next, with the command for it.
[[nodiscard]] std::string_view sentence(Refusal refusal);

/// The same for whoever stands at the screen: without commands and options, and in the language
/// that is set.
[[nodiscard]] std::string_view deskSentence(Refusal refusal);

}  // namespace hallpass
