#pragma once

#include <cstdint>
#include <string>

namespace hallpass {

/// What a person asked for by touching a screen or typing. A screen can give nothing else.
struct Intent {
  enum class Act : std::uint8_t {
    Wake,      ///< The first touch on the attract screen.
    Type,      ///< `text` was typed.
    Erase,     ///< The last typed character goes.
    Submit,    ///< Return was typed, as a badge reader does at the end.
    Pick,      ///< The `index`-th name of the list.
    JoinList,  ///< "I am not on the list."
    Yes,
    No,
    Back,
    Agree,  ///< The next card is acknowledged.
    Take,   ///< The four digits are typed: the code is claimed, or shown again.
    Show,   ///< Show the code that this student holds.
    Hide,
    Finish,  ///< The visit is over.
    Stay,    ///< "I am still here."

    ItWorked,  ///< The student says that the code worked,
    ItDidNot,  ///< or that it did not.

    Topics,   ///< "How it works": all that the guide holds.
    Steps,    ///< "Do it now": the guide's steps, card by card.
    Next,     ///< What this card says is done.
    Private,  ///< "Show me how": how a private window is opened.
    Search,   ///< An answer is to be found by a word.
    Others,   ///< It is none of these.

    Language,  ///< The screens speak the `index`-th of kLanguages from now on.

    Help,         ///< What everybody may do without a PIN.
    Call,         ///< The instructor is to come.
    TextStep,     ///< Text of the `index`-th TextStep,
    Theme,        ///< the colours of the `index`-th ThemeName,
    ControlsLow,  ///< the controls lower down (`index` 1) or as ever (0),
    LeftHand,     ///< and for a left hand (1) or a right one (0).

    OpenDoor,  ///< The quiet corner, or F10: the way to the desk.
    Lock,      ///< Leaves the desk.
    GoTo,      ///< The `index`-th place of the desk (DeskPlace).
    Main,      ///< The screen's main action,
    Other,     ///< and its other one.
    Press,     ///< The `index`-th of the screen's further buttons.
    Open,      ///< The `index`-th row of the table that is shown.
    Sort,      ///< By the table's `index`-th column.
    Turn,      ///< A page of the table back (`index` 0) or forward (1).
    PerPage,   ///< The `index`-th of kRecordsPerPage.
    Focus,     ///< The form's `index`-th field is to be typed into.
    Choose,    ///< The `option`-th choice of the form's `index`-th field.
    Move,      ///< The keys moved the ring: nothing is asked for, but somebody is there.
  };

  Act act;
  std::string text;
  std::size_t index = 0;
  std::size_t option = 0;
};

}  // namespace hallpass
