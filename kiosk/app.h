#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/domain/roster_search.h"
#include "kiosk/domain/student.h"
#include "kiosk/domain/visit.h"
#include "kiosk/room/room.h"
#include "kiosk/sound_ledger.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/view.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Where the parts of the kiosk find what they work on.
struct AppPlaces {
  std::filesystem::path ledger;
  std::filesystem::path assets;
  std::filesystem::path media = {};            ///< Where sticks are mounted.
  bool training = false;                       ///< Starts in training mode.
  std::function<DisplayFacts()> display = {};  ///< How the screen is now; empty = there is none.
  MachineTools machine = {};                   ///< The settings, and what staff set of the machine.
  std::function<bool()> diskIsLow = {};        ///< Ledger::keepReserve(); empty: nobody asks.
  /// Gives the device's ledger for the first time; empty: it is opened when it is needed.
  std::function<SoundLedger()> openFirst = {};
  int retentionDays = 0;  ///< Names older than that are erased, at the start and daily; 0 = none.
  /// Makes what speaks to the depot, which is to call what it is given when there is news; empty:
  /// this device has no depot.
  std::function<std::unique_ptr<DepotLink>(std::function<void()> changed)> depot = {};
};

/// The kiosk without its window: owns the ledger, the visit, the desk and what is on the screen.
/// handle(Intent) -> rule -> ledger -> next View. Main thread only.
class App {
 public:
  /// Opens the ledger; one that cannot be opened shows Out of service and is tried again every
  /// kRetry. `clock` outlives the app.
  /// `wake` has tick() called soon; any thread.
  App(
      AppPlaces places, VisitTimes times, const platform::Clock& clock,
      const std::function<void()>& wake = [] {});

  /// What is to be drawn now.
  [[nodiscard]] const View& view() const { return view_; }

  /// Does what a person asked for, as far as the screen that stands offers it; anything else is
  /// ignored. A claim is on disk when this returns.
  void handle(const Intent& intent);

  /// Gives the device to `student` alone, as the instructor asked for: after the student said yes
  /// and chose digits, the code that the student holds is shown, or, with a cause, swapped for
  /// another one. Until then nothing changes. Whoever holds no code is asked "Is this you?".
  /// Who took a code elsewhere may take another one here with `overrule`.
  void handDevice(StudentId student, std::optional<Cause> swap,
                  std::optional<Overrule> overrule = std::nullopt);

  /// Lets time pass: countdown, end of a visit, a new try at a ledger that failed.
  void tick();

  /// Looks at the room again: another program may have changed the ledger. The attract screen says
  /// what is now; a visit whose class was paused, closed or replaced ends, unless it has its code.
  void refresh();

  /// Whether the ledger answers now, or the screen says that it does not. One that fails gives
  /// false: only a new start can tell what was recorded.
  [[nodiscard]] bool answers();

  /// Whether the instructor's or venue staff's screens are open.
  [[nodiscard]] bool atDesk() const { return desk_.has_value(); }

  /// Nothing here can speak: Help does not offer it.
  void hasNoVoice() { voiceless_ = true; }

  /// The device's settings as they count now: staff may change them while it runs.
  [[nodiscard]] const Settings& settings() const { return places_.machine.settings; }

  /// Whether the program is to end and to start again, as venue staff asked for.
  [[nodiscard]] bool restarts() const { return restarts_; }

  /// The next moment at which tick() has something to do; nullopt = none.
  [[nodiscard]] std::optional<platform::BootTime> deadline() const;

  /// Why the kiosk may not serve, as of the last look of the attract screen.
  [[nodiscard]] const std::vector<Reason>& reasons() const { return room_.reasons; }

  /// How many students' names were erased for their age since the start.
  [[nodiscard]] std::int64_t namesErased() const { return namesErased_; }

  /// Why the newest copy of the ledger could not be made; "" = it was, or none was due.
  [[nodiscard]] const std::string& backupProblem() const { return backupProblem_; }

  /// Every character of the names and texts that the screens may have to draw.
  [[nodiscard]] const std::u32string& characters() const { return characters_; }

  /// Whether something that training mode wrote could not be erased: the next start tries again.
  [[nodiscard]] bool practiceLeft() const { return practiceLeft_; }

  static constexpr std::chrono::seconds kRetry{30};
  /// How soon a kiosk whose disk was nearly full looks whether there is room again.
  static constexpr std::chrono::seconds kDiskLook{10};

  /// How long the instructor is called where nobody takes the call back.
  static constexpr std::chrono::minutes kCall{10};
  /// How long the question stands whether to stop calling.
  static constexpr std::chrono::seconds kCallQuestion{15};

 private:
  void openLedger();
  void tellErasure();
  std::unique_ptr<Ledger> opened(const std::filesystem::path& file);
  void dispatch(const Intent& intent);

  // The desk: kiosk/app_desk.cpp.
  [[nodiscard]] Ledger& deviceLedger() { return device_ ? *device_ : *ledger_; }
  [[nodiscard]] DeskTools deskTools(Role role);
  void openFirstStart();
  void openDoor();
  void takeEnding(const std::optional<Desk::Ending>& ending);
  void closeDoor();
  void practise(bool on);
  void showDesk();
  void keepServed();

  // The depot: kiosk/app_depot.cpp.
  void openDepot(const std::function<void()>& wake);
  void tellDepot();
  void hearDepot();

  [[nodiscard]] bool believesClock();
  // Between visits: kiosk/app_house.cpp.
  void eraseOldNames();
  void backUpClosedClass();

  // Languages: kiosk/app_language.cpp.
  [[nodiscard]] bool atDoor() const;
  [[nodiscard]] std::vector<std::size_t> offeredLanguages() const;
  void chooseLanguage(std::size_t language);
  void nameAnew();
  void speak(std::size_t language);
  void speakClassLanguage();
  void completeView();

  // The dark screen at night: kiosk/app_sleep.cpp.
  [[nodiscard]] bool asleep() const { return std::holds_alternative<SleepView>(view_.screen); }
  [[nodiscard]] bool sleepsNow() const;
  void stayAwake() { awakeUntil_ = clock_.sinceBoot() + times_.idle; }
  void sleepWhenDue();
  void wakeUp();
  [[nodiscard]] std::optional<platform::BootTime> sleepDeadline() const;

  void endVisit();
  void endVisitOfAnotherClass();
  void showAttract();
  void returnToAttract();
  void startVisit();
  void find(const std::string& typed);
  void confirm(StudentId student);
  bool beginVisit();
  void startTimer();
  void addWalkIn();
  void afterConfirm();
  void showCards(std::size_t agreed);

  // The code and the student's own digits: kiosk/app_code.cpp.
  void showHeld(const Claim& claim);
  void askDigits();
  void typeDigits(const Intent& intent, const DigitsView& view);
  void leaveDigits();
  void compareDigits(const DigitsView& view);
  void take(const std::string& digits);
  [[nodiscard]] platform::Result<Claim, Refusal> claimHanded(const std::string& digits);
  void showCode(const Claim& claim);

  // What became of it: kiosk/app_outcome.cpp.
  void finishCode();
  [[nodiscard]] bool report(Outcome outcome);
  void itWorked();
  void itDidNot();
  void askWhatWentWrong();
  void showAnswersOf(const GuideStep& step);
  void lookUp(const std::string& typed);
  void showAnswer(const std::string& id);
  void leaveAnswer(const AnswerView& view);
  void turn(AnswerView::Turn to);

  // The guide: kiosk/app_guide.cpp.
  [[nodiscard]] bool readsGuide() const;
  [[nodiscard]] AccountKind account() const;
  [[nodiscard]] Reading reading();
  void open(ScreenView next);
  void goBack();
  void showMyCode();
  void showTopics();
  [[nodiscard]] std::vector<GuideStep> stepsOf(const std::string& topic) const;
  [[nodiscard]] std::optional<StepView> stepView(const std::string& topic, std::size_t index);
  void openStep(const std::string& topic, std::size_t index);
  void turnTo(const std::string& topic, std::size_t index);
  void leaveSteps(const StepView& view);

  // Help without a PIN: kiosk/app_help.cpp.
  [[nodiscard]] Look deviceLook() const;
  void openHelp();
  void callInstructor();
  void tickCall();
  void endCall();
  [[nodiscard]] bool helpsAtAttract() const;
  [[nodiscard]] bool asksToStopCalling() const;

  void showRefusal(Refusal refusal);
  [[nodiscard]] bool showElsewhere();
  void outOfService(const std::string& reason);

  void onStillThere(const Intent& intent);
  void on(const Intent& intent, const AttractView& view);
  void on(const Intent& intent, const FindView& view);
  void on(const Intent& intent, const WalkInView& view);
  void on(const Intent& intent, const ConfirmView& view);
  void on(const Intent& intent, const ClassWordView& view);
  void on(const Intent& intent, const BeforeView& view);
  void on(const Intent& intent, const DigitsView& view);
  void on(const Intent& intent, const HandedView& view);
  void on(const Intent& intent, const HaveCodeView& view);
  void on(const Intent& intent, const CodeView& view);
  void on(const Intent& intent, const CodeHiddenView& view);
  void on(const Intent& intent, const NoCodesView& view);
  void on(const Intent& intent, const ElsewhereView& view);
  void on(const Intent& intent, const DoneView& view);
  void on(const Intent& intent, const WentWrongView& view);
  void on(const Intent& intent, const AnswerView& view);
  void on(const Intent& intent, const SymptomsView& view);
  void on(const Intent& intent, const LookUpView& view);
  void on(const Intent& intent, const TopicsView& view);
  void on(const Intent& intent, const StepView& view);
  void on(const Intent& intent, const DevicesView& view);
  void on(const Intent& intent, const BrowsersView& view);
  void on(const Intent& intent, const BrowserView& view);
  void on(const Intent& intent, const PocketView& view);
  void on(const Intent& intent, const HelpView& view);
  void on(const Intent& intent, const CallView& view);
  /// No other screen of a visit asks for anything.
  template <class OtherView>
  void on(const Intent&, const OtherView&) {}

  void refreshVisit();
  void tickVisit();
  void countDown(platform::BootTime now);
  void cover(ScreenView& screen);
  [[nodiscard]] std::optional<platform::BootTime> screenDeadline() const;
  [[nodiscard]] ShownName shownStudent();

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
  std::unique_ptr<Ledger> ledger_;  ///< That of training mode while that runs.
  std::unique_ptr<Ledger> device_;  ///< In training mode: the device's own.
  std::filesystem::path ledgerFile_;
  platform::Media media_;
  std::u32string characters_;
  View view_;
  VisitTimer timer_;
  std::optional<platform::BootTime> wakeAt_;  ///< Outside a visit: when tick() has work.

  std::optional<platform::BootTime> eraseAt_;  ///< When old names are looked for next.
  std::int64_t namesErased_ = 0;
  bool practiceLeft_ = false;
  bool voiceless_ = false;

  /// Damage does not heal: a ledger is searched for it again when its file became another one.
  struct Damage {
    std::filesystem::path file;
    std::filesystem::file_time_type written;
    std::string reason;
  };
  std::optional<Damage> damage_;

  std::optional<ClassId> backedUp_;  ///< The closed class after which a copy was last tried.
  std::shared_ptr<platform::Worker::Job> backup_;
  std::shared_ptr<platform::Worker::Job> thinning_;  ///< Of the backups that are too old.
  std::string backupProblem_;

  /// When a language or a look that was chosen on the attract screen, and used by nobody, is given
  /// up.
  std::optional<platform::BootTime> choiceUntil_;
  Look look_;                       ///< Of the student; ends with the visit.
  platform::BootTime callUntil_{};  ///< While a call stands.
  platform::BootTime askUntil_{};   ///< While it asks whether to stop.

  platform::BootTime awakeUntil_;  ///< Somebody was there: not dark before then.

  Room room_;  ///< Read anew at each refresh of the attract screen.

  // Of the visit; cleared at its end.
  std::vector<Student> roster_;
  std::vector<StudentId> hits_;
  RosterSearch search_;  ///< Of roster_; stays prepared for the next visit.
  bool kana_ = false;    ///< Names of the roster are written in kana.
  std::optional<StudentId> student_;
  bool wordGiven_ = false;  ///< The class word was right, or need not be asked.
  bool served_ = false;     ///< The code was shown, or the instructor gave the device: may finish.
  struct Handed {
    std::optional<Cause> swap;  ///< nullopt: seen again.
  };
  std::optional<Handed> handed_;
  std::optional<Overrule> overrule_;  ///< The instructor's word for the student who is named.
  bool codeAtHand_ = false;           ///< It was shown, and its student has not left since.
  bool failed_ = false;               ///< The student said that it did not work.
  std::vector<ScreenView> trail_;     ///< Where Back of the guide's screens leads; holds no code.
  std::size_t stepAt_ = 0;            ///< Where "Do it now" goes on.

  bool restarts_ = false;
  std::atomic<bool> depotChanged_ = false;  ///< Before the link, whose thread uses it.
  std::unique_ptr<DepotLink> depot_;        ///< nullptr: none. Before the desk, which uses it.

  std::optional<Desk> desk_;        ///< From the door on; the screen is the desk's then.
  std::optional<View> behindDoor_;  ///< The visit's screen, while somebody stands at the door.
  std::optional<platform::BootTime> serveAt_;  ///< When a lock's served wait is written down next.
  platform::Worker worker_;                    ///< Last: what it runs ends before what it works on.
};

}  // namespace hallpass
