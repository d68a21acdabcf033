#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/figures.h"
#include "kiosk/domain/lock.h"
#include "kiosk/domain/order.h"
#include "kiosk/ui/key_layout.h"

namespace hallpass {

/// What a sign beside a text says without words; the text says it too.
enum class Sign : std::uint8_t { None, Good, Attention, Bad, Waiting };

/// A button of the desk. `id` is stable, for the description: "swap".
struct DeskButton {
  std::string id;
  std::string label;
  bool enabled = true;
  bool held = false;  ///< Must be held for some seconds: what it does cannot be undone.
};

struct TableColumn {
  std::string title;
  float share = 1;        ///< Of the width, in proportion to the others.
  bool sortable = false;  ///< Its head is touched to sort: once upwards, again downwards.
  bool number = false;    ///< Set at the right.
  bool spare = false;     ///< Left out where there is too little room for all.
};

struct TableRow {
  std::vector<std::string> cells;  ///< One a column.
  Sign sign = Sign::None;          ///< Stands before the first cell.
  bool opens = true;               ///< Can be touched.
};

/// A list by pages, with what sorts it and turns its pages (domain.md A20-A22).
struct TableView {
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;  ///< Of this page alone. Row ids in the description: "row-1" ...
  std::string whenEmpty;       ///< What stands there instead of rows.
  std::optional<std::size_t> sortedBy;
  Direction direction = Direction::Ascending;
  PageOf page;
  int perPage = 5;
};

/// One line of a form: a text that is typed on a screen of its own, or some choices side by side.
struct FormField {
  std::string id;  ///< Description: "field-ID", its choices "ID-1" ...
  std::string label;
  std::string value;                 ///< Typed text; what a field without choices shows.
  std::string whenEmpty;             ///< "none", "at once"
  std::vector<std::string> choices;  ///< None: the field is touched to type (Focus).
  std::size_t chosen = 0;
  std::string mistake;  ///< What is wrong with the value; "" = nothing.
  /// Where several choices may be taken: those that are, with `chosen` past the end.
  std::vector<std::size_t> on = {};
};

struct FormView {
  std::vector<FormField> fields;  ///< At most six, so that they fit a small screen.
};

/// "17" over "codes left".
struct Fact {
  std::string value;
  std::string label;
  Sign sign = Sign::None;
};

/// A column of a picture; a sign draws the eye to it.
struct PictureColumn {
  std::string label;
  std::int64_t value = 0;
  Sign sign = Sign::None;
};

/// Numbers side by side as columns, and a sentence that says what they mean.
struct ColumnsView {
  std::string sentence;
  std::vector<PictureColumn> columns;  ///< At most seven.
};

/// How a number rose and fell, and a sentence that says where it is.
struct CourseView {
  struct Step {
    double at = 0;  ///< From 0, the start, to 1, now.
    std::int64_t value = 0;
  };
  std::string sentence;
  std::string from;         ///< The start, in words.
  std::string until;        ///< The end, in words.
  std::vector<Step> steps;  ///< In the order of time; each holds until the next.
};

/// A screen of the desk made of the parts that all of them share; what is empty is not drawn.
/// From top to bottom: title, lead, route, facts, columns and course, buttons, form, table,
/// actions.
struct DeskView {
  std::string screen;  ///< Its name in the description: "restock".
  std::string title;
  bool back = true;
  std::string lead;  ///< One or two sentences.
  Sign leadSign = Sign::None;
  std::vector<Fact> route;  ///< Facts that follow from each other, drawn as a way.
  std::vector<Fact> facts;
  std::optional<ColumnsView> columns;
  std::optional<CourseView> course;
  std::vector<DeskButton> buttons;  ///< Act::Press
  std::optional<FormView> form;     ///< Act::Focus, Act::Choose
  std::optional<TableView> table;   ///< Act::Open, Sort, Turn, PerPage
  std::optional<DeskButton> other;  ///< Act::Other
  std::optional<DeskButton> main;   ///< Act::Main
};

/// A sentence that fills the screen, with what can be done next: the end of some work.
struct NoticeView {
  std::string screen;
  Sign sign = Sign::None;
  std::string headline;
  std::string detail;
  std::string secret;  ///< Set large between the two; the description tells it as a secret.
  std::optional<DeskButton> other;
  std::optional<DeskButton> main;
  std::string qr;  ///< A payload to be shown beside the text; "" = none.
  std::string qrLabel;
};

/// Long work that runs: how far it is, and a way to stop it.
struct WorkingView {
  std::string title;
  std::int64_t done = 0;
  std::int64_t total = 0;  ///< 0 = not known.
  bool cancels = true;     ///< Whether it can be stopped: Act::Other.
};

/// The screen may be wiped: nothing on it can be touched.
struct CleaningView {
  int secondsLeft = 0;
  int seconds = 60;  ///< Of which.
};

/// One text that is typed, with the keyboard.
struct EditView {
  std::string title;
  std::string hint;  ///< What may stand there.
  std::string typed;
  std::string mistake;  ///< Why it was not taken; "" = nothing.
  Keyboard keyboard = Keyboard::Text;
  bool secret = false;  ///< A code or a word that no neighbour is to hear.
};

/// The pad for a PIN. What was typed shows as dots.
struct PinView {
  std::string title;  ///< "Instructor's PIN"
  std::string lead;   ///< What is asked for, or what went wrong.
  Sign leadSign = Sign::None;
  std::size_t typed = 0;  ///< How many digits.
  std::size_t digits = kPinDigits;
  bool checking = false;            ///< The PIN is compared right now: no key works.
  int waitSeconds = 0;              ///< Until the next try; 0 = now.
  bool stopped = false;             ///< No further try: only another way in helps.
  std::vector<DeskButton> buttons;  ///< "Venue staff", "PIN forgotten": Act::Press.
  bool back = true;
};

/// The class and its stock at a glance.
struct FrontView {
  struct Line {
    Sign sign = Sign::None;
    std::string sentence;
    std::string button;  ///< What mends it; "" = nothing here does. Act::Press with its index.
  };
  std::string classTitle;  ///< "" = no class.
  std::string state;       ///< "Open until 17:00", "Paused", ...
  Sign stateSign = Sign::None;
  ClassFigures figures;
  /// What there is for those who still need a code; nullopt = nobody can take one any more.
  std::optional<StockOutlook> stock;
  std::string outlook;  ///< outlookSentence(), or what stands where there is no class.
  Sign outlookSign = Sign::None;
  std::vector<Line> lines;          ///< Most important first.
  std::optional<DeskButton> other;  ///< "Pause", "Go on": Act::Other.
  std::optional<DeskButton> main;
};

/// Targets all over the screen, to be touched one after the other: Act::Press, Act::Back.
struct TouchView {
  using Hit = std::array<bool, 9>;  ///< Row by row.
  Hit hit{};
};

/// Where the desk's navigation leads.
enum class DeskPlace : std::uint8_t {
  Front,
  Class,
  Students,
  Restock,
  StudentPasses,
  Batches,
  Journal,
  HandOver,
  Device,
};

/// What stands around a screen of the desk.
struct DeskFrame {
  std::optional<DeskPlace> place;  ///< With the navigation, and where in it; nullopt = without.
  int locksInSeconds = 0;
};

}  // namespace hallpass
