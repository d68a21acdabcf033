#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/code.h"
#include "kiosk/domain/student.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/guide_view.h"
#include "kiosk/ui/look.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Why the attract screen invites nobody, or that it does.
enum class Standing : std::uint8_t {
  Open,
  NoClass,
  NotYetOpen,
  Paused,
  Over,
  OutOfStock,
  CallInstructor,  ///< Something that only the instructor can mend: the clock, a guide file.
};

struct AttractView {
  Standing standing = Standing::NoClass;
  std::string classTitle;
  std::string passTitle;
  std::optional<platform::UtcTime> from;  ///< When a class that is not yet open opens.
  bool guide = false;                     ///< There is one to read: Act::Topics ("How it works").
};

struct FindView {
  std::string typed;
  bool enough = false;  ///< Enough letters for the list to answer.
  std::vector<ShownName> hits;
  bool walkIns = false;
  bool kana = false;  ///< Names of this class are written in kana.
};

struct WalkInView {
  std::string typed;
  enum class Answer : std::uint8_t { None, BadName, NameTaken };
  Answer answer = Answer::None;  ///< Why the name that was tried was not taken.
  bool kana = false;             ///< As in FindView.
};

struct ConfirmView {
  ShownName student;
};

/// The class word that stands on the board of the room: Type, Erase, Submit, Back.
struct ClassWordView {
  std::string typed;
  bool wrong = false;  ///< What was tried is not the word.
};

/// Four digits of the student's own: chosen with the code, asked for before it is seen again.
/// Type, Erase, Back; Take, once there are kOwnDigits of them, shows the code ("Show my code").
struct DigitsView {
  enum class Purpose : std::uint8_t { Choose, Ask } purpose = Purpose::Choose;
  ShownName student;
  std::string typed;             ///< Shown while they are chosen, as dots where they are asked for.
  std::optional<int> triesLeft;  ///< After a wrong try; 0 = the instructor must help.
};

/// The device is handed to one student: a swapped code, or one to be seen again.
struct HandedView {
  ShownName student;
  bool swap = false;
};

struct BeforeView {
  std::vector<WarningCard> cards;
  std::size_t agreed = 0;  ///< How many of them are acknowledged.
  std::string lead;
  Reading reading = {};
  bool showsPrivate = false;  ///< The first card offers Act::Private ("Show me how").
};

struct HaveCodeView {
  ShownName student;
  std::string passTitle;
  platform::UtcTime takenAt;
  std::optional<Outcome> outcome;  ///< What was said of it; nullopt = nothing yet.
};

struct CodeView {
  std::string passTitle;
  std::string value;
  Code code;
  std::string payload;
  std::string site;  ///< Empty = no second QR.
  std::string codeStep;
  std::string siteStep;
  bool again = false;
  Reading reading = {};
  bool steps = false;  ///< Act::Steps ("Do it now") is offered.
};

struct CodeHiddenView {
  std::string passTitle;
  bool guide = false;  ///< Act::Topics is offered.
};

struct NoCodesView {};

/// A code was taken in the student's name in another room: the instructor decides.
struct ElsewhereView {
  std::string room;  ///< "Room 12"
  platform::UtcTime at;
};

struct DoneView {
  std::vector<std::string> next;
  bool thanks = false;  ///< The student said that it worked: nothing more is asked.
  Reading reading = {};
};

/// What everybody may do without a PIN: call the instructor (Act::Call), have the screens drawn as
/// they can be read and reached (Act::TextStep, Theme, ControlsLow, LeftHand), Back.
struct HelpView {
  Look look;            ///< What is set now.
  bool speech = false;  ///< The screens can be heard.
};

/// The instructor is called, for the whole room to see, until somebody takes it back and says so a
/// second time: Finish asks, Yes ends it, Stay goes on calling.
struct CallView {
  bool asked = false;
};

struct OutOfServiceView {
  std::string reason;  ///< For staff: what is, and what to do. Holds no name and no code.
};

/// Nobody is here, and the venue sleeps: a dark screen. Any touch wakes it (Act::Wake).
struct SleepView {};

using ScreenView =
    std::variant<AttractView, FindView, WalkInView, ConfirmView, BeforeView, HaveCodeView, CodeView,
                 CodeHiddenView, NoCodesView, DoneView, OutOfServiceView, ClassWordView, DigitsView,
                 WentWrongView, AnswerView, HandedView, PinView, FrontView, DeskView, NoticeView,
                 WorkingView, EditView, TopicsView, StepView, DevicesView, BrowsersView,
                 BrowserView, PocketView, SymptomsView, LookUpView, TouchView, HelpView, CallView,
                 CleaningView, SleepView, ElsewhereView>;

/// All that the screens may know: what to draw now.
struct View {
  ScreenView screen;
  std::optional<int> secondsLeft;      ///< Of the countdown; nullopt = none runs.
  std::optional<DeskFrame> desk = {};  ///< Around a screen of the desk.
  bool training = false;               ///< A banner says that no code is a real one.
  /// What is offered, as indexes into kLanguages; fewer than two are no choice.
  std::vector<std::size_t> languages = {};
  std::size_t language = 0;  ///< The one that is set.
  Look look = {};
};

}  // namespace hallpass
