#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/depot/depot_link.h"
#include "kiosk/domain/outcome.h"
#include "kiosk/domain/subject.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/room/self_test.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/view.h"
#include "platform/base/clock.h"
#include "platform/os/media.h"
#include "platform/os/worker.h"

namespace hallpass {

struct MachineTools;

/// What every page of the desk works with; all of it outlives the pages.
struct DeskTools {
  Locks& locks;                             ///< The device's own, in training mode too.
  Ledger& ledger;                           ///< Main thread.
  const std::filesystem::path& ledgerFile;  ///< For work that opens it on its own thread.
  const std::filesystem::path& assets;
  const platform::Clock& clock;
  platform::Worker& worker;
  const platform::Media& media;
  Role role = Role::Instructor;  ///< Who opened the desk.
  bool training = false;         ///< Codes that come in are replaced by ones that nobody can use.
  const std::function<DisplayFacts()>* display = nullptr;  ///< How the screen is; nullptr: none.
  MachineTools* machine = nullptr;  ///< nullptr: nothing of the machine can be set.
  Journal* device = nullptr;        ///< In training mode, the device's own; nullptr: the ledger's.
  DepotLink* depot = nullptr;       ///< nullptr: this device has none, or training mode runs.
};

/// Records what was done to the machine itself, in the device's own journal. A refusal is not told:
/// a device whose disk fails must still be restarted and set right.
void recordDeed(const DeskTools& tools, Event event,
                const std::vector<std::pair<std::string, std::string>>& fields);

class DeskPage;

// What a page answers to an intent.
struct StayHere {};
struct GoBack {};  ///< To the page that opened this one; from a place of the desk to its front.
struct OpenPage {
  std::unique_ptr<DeskPage> page;
};
struct ReplacePage {  ///< Back from `page` leads to where back from this one led.
  std::unique_ptr<DeskPage> page;
};
struct GoToPlace {
  DeskPlace place;
};
struct LockUp {  ///< The desk is left; whatever visit there was is over.
  std::string_view why = "left";
};
struct RestartProgram {};  ///< The program ends and starts again.
struct Unlock {            ///< A PIN was right: the desk opens for that role, at that place.
  Role role;
  DeskPlace place = DeskPlace::Front;
};
struct Practise {  ///< Training mode begins or ends; the desk stays open.
  bool on = false;
};
struct HandOver {  ///< The desk is left, and the device is for one student alone.
  StudentId student;
  std::optional<Cause> swap;  ///< The student's code is swapped; nullopt: seen again.
  /// Why the student may take one although one was taken in another room.
  std::optional<Overrule> overrule = {};
};
using Step = std::variant<StayHere, GoBack, OpenPage, ReplacePage, GoToPlace, LockUp, Unlock,
                          Practise, HandOver, RestartProgram>;

/// One screen of the desk and what can be done on it. A page keeps what was typed on it; all else
/// it reads from the ledger when it is made and in refresh().
class DeskPage {
 public:
  explicit DeskPage(DeskTools tools) : tools_(tools) {}
  virtual ~DeskPage() = default;
  DeskPage(const DeskPage&) = delete;
  DeskPage& operator=(const DeskPage&) = delete;

  [[nodiscard]] virtual ScreenView view() const = 0;

  /// Does what was asked for, as far as the page offers it; anything else is ignored (StayHere).
  [[nodiscard]] virtual Step handle(const Intent& intent) = 0;

  /// Something changed behind the page's back: the ledger, the sticks, a job that ended; or the
  /// page is on top again.
  virtual void refresh() {}

  /// A step that nobody touched for: what a finished job leads to. Asked after each collect().
  [[nodiscard]] virtual Step next() { return StayHere{}; }

  /// Where in the navigation the page belongs; nullopt = it is shown without navigation.
  [[nodiscard]] virtual std::optional<DeskPlace> place() const { return std::nullopt; }

  /// Whether nothing stands around the page, nothing else can be touched, and the desk does not
  /// lock meanwhile. Such a page ends by itself, soon.
  [[nodiscard]] virtual bool standsAlone() const { return false; }

 protected:
  DeskTools tools_;
};

}  // namespace hallpass
