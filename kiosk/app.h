#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/student.h"
#include "kiosk/domain/visit.h"
#include "kiosk/room/room.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/view.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Where the parts of the kiosk find what they work on.
struct AppPlaces {
  std::filesystem::path ledger;
  std::filesystem::path assets;
};

/// The kiosk without its window: owns the ledger, the visit and what is on the screen.
/// handle(Intent) -> rule -> ledger -> next View. Main thread only.
class App {
 public:
  /// Opens the ledger; one that cannot be opened shows Out of service and is tried again every
  /// kRetry. `clock` outlives the app.
  App(AppPlaces places, VisitTimes times, const platform::Clock& clock);

  /// What is to be drawn now.
  [[nodiscard]] const View& view() const { return view_; }

  /// Does what a person asked for, as far as the screen that stands offers it; anything else is
  /// ignored. A claim is on disk when this returns.
  void handle(const Intent& intent);

  /// Lets time pass: countdown, end of a visit, a new try at a ledger that failed.
  void tick();

  /// Looks at the room again: another program may have changed the ledger. The attract screen says
  /// what is now; a visit whose class was paused, closed or replaced ends, unless it has its code.
  void refresh();

  /// The next moment at which tick() has something to do; nullopt = none.
  [[nodiscard]] std::optional<platform::BootTime> deadline() const;

  /// Every character of the names and texts that the screens may have to draw.
  [[nodiscard]] const std::u32string& characters() const { return characters_; }

  static constexpr std::chrono::seconds kRetry{30};

 private:
  void openLedger();
  void endVisit();
  void endVisitOfAnotherClass();
  void showAttract();
  void startVisit();
  void find(const std::string& typed);
  void confirm(StudentId student);
  void addWalkIn();
  void afterConfirm();
  void claim();
  void showCode(const Claim& claim);
  void showRefusal(Refusal refusal);
  void outOfService(const std::string& reason);

  void onStillThere(const Intent& intent);
  void onAttract(const Intent& intent);
  void onFind(const Intent& intent, const FindView& view);
  void onWalkIn(const Intent& intent, const WalkInView& view);
  void onConfirm(const Intent& intent);
  void onBefore(const Intent& intent, const BeforeView& view);
  void onCode(const Intent& intent);
  void onEnding(const Intent& intent);

  void countDown(platform::BootTime now);
  [[nodiscard]] ShownName shownStudent() const;

  /// The value of a call to the ledger, or nothing where it refused: then the screen that says so
  /// stands.
  template <class T>
  std::optional<T> kept(platform::Result<T, Refusal> result) {
    if (result) return *std::move(result);
    showRefusal(result.error());
    return std::nullopt;
  }

  AppPlaces places_;
  VisitTimes times_;
  const platform::Clock& clock_;
  std::unique_ptr<Ledger> ledger_;
  std::u32string characters_;
  View view_;
  VisitTimer timer_;
  std::optional<platform::BootTime> wakeAt_;  ///< Outside a visit: when tick() has work.

  Room room_;  ///< Read anew at each refresh of the attract screen.

  // Of the visit; cleared at its end.
  std::vector<Student> roster_;
  std::vector<StudentId> hits_;
  std::optional<StudentId> student_;
};

}  // namespace hallpass
