#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/code.h"
#include "kiosk/domain/student.h"
#include "kiosk/guide/guide.h"
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
};

struct FindView {
  std::string typed;
  bool enough = false;  ///< Enough letters for the list to answer.
  std::vector<ShownName> hits;
  bool walkIns = false;
};

struct WalkInView {
  std::string typed;
  enum class Answer : std::uint8_t { None, BadName, NameTaken };
  Answer answer = Answer::None;  ///< Why the name that was tried was not taken.
};

struct ConfirmView {
  ShownName student;
};

struct BeforeView {
  std::vector<WarningCard> cards;
  std::size_t agreed = 0;  ///< How many of them are acknowledged.
  std::string lead;
};

struct HaveCodeView {
  ShownName student;
  std::string passTitle;
  platform::UtcTime takenAt;
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
};

struct CodeHiddenView {
  std::string passTitle;
};

struct NoCodesView {};

struct DoneView {
  std::vector<std::string> next;
};

struct OutOfServiceView {
  std::string reason;  ///< For staff: what is, and what to do. Holds no name and no code.
};

using ScreenView =
    std::variant<AttractView, FindView, WalkInView, ConfirmView, BeforeView, HaveCodeView, CodeView,
                 CodeHiddenView, NoCodesView, DoneView, OutOfServiceView>;

/// All that the screens may know: what to draw now.
struct View {
  ScreenView screen;
  std::optional<int> secondsLeft;  ///< Of the countdown; nullopt = none runs.
};

}  // namespace hallpass
