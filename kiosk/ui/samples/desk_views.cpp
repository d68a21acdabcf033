#include <utility>

#include "kiosk/ui/samples/sample_texts.h"
#include "kiosk/ui/samples/sample_views.h"

namespace hallpass::samples {
namespace {

DeskView formPage() {
  DeskView view;
  view.screen = "class";
  view.title = kLongTitle;
  view.form = FormView{
      {{"title", "Title", kLongTitle, "none", {}, 0, ""},
       {"type",
        "Pass type",
        "",
        "",
        {"Microsoft Azure Pass", "Training key", "Exam voucher"},
        1,
        ""},
       {"from", "From", "2026-11-23 09:00", "at once", {}, 0, ""},
       {"until",
        "Until",
        "2026-11-20",
        "open end",
        {},
        0,
        "The class would end before it begins. Type a later day, such as 2026-11-27 17:00."},
       {"word", "Class word", "", "none", {}, 0, ""},
       {"walk-ins", "Walk-ins", "", "", {"Allowed", "Not allowed"}, 0, ""}}};
  view.main = DeskButton{"open", "Open the class"};
  view.other = DeskButton{"roster", "Roster from a stick"};
  return view;
}

DeskView fullPage() {
  DeskView view = formPage();
  view.screen = "restock-preview";
  view.title = "Restock: grundlagenvertiefungsveranstaltung-codes-2026-11.csv";
  view.lead = kThreeSentences;
  view.leadSign = Sign::Attention;
  view.facts = {{"1,234", "new", Sign::Good},
                {"1", "twice in the file", Sign::None},
                {"3", "already in stock", Sign::Waiting},
                {"2", "odd", Sign::Attention},
                {"Blank page at the activation", "outcome", Sign::Bad}};
  view.buttons = {{"new", "See new"}, {"odd", "See odd", false}, {"bad", "See rejected"}};
  view.form->fields.resize(3);
  return view;
}

FrontView front(std::size_t lines) {
  FrontView view;
  view.classTitle = lines > 2 ? kLongTitle : "AZ-104 Azure Administrator";
  view.state = "Open until 17:00";
  view.stateSign = Sign::Good;
  view.figures = {24, 15, 9, 2, 4, 9, {9, 1, 1, 0, 0, 0}};
  view.stock = StockOutlook{7, 3, platform::UtcTime{1'800'000'000'000}};
  view.outlook = "9 of 24 students still need one, 7 codes, 3 end before Friday: 5 short.";
  view.outlookSign = Sign::Attention;
  for (std::size_t i = 0; i < lines; ++i) {
    view.lines.push_back({Sign::Bad, "5 codes are short; " + kThreeSentences, "Restock"});
  }
  view.other = DeskButton{"pause", "Pause"};
  view.main = DeskButton{"restock", "Restock"};
  return view;
}

/// A depot that something is wrong with, and its numbers.
DeskView depotPage() {
  DeskView view;
  view.screen = "depot";
  view.title = "Depot";
  view.lead = kThreeSentences;
  view.leadSign = Sign::Bad;
  view.facts = {{"1,018", "unused codes of the depot are here"},
                {"12,240", "codes are left in the depot", Sign::Attention},
                {"10,007", "entries wait to be sent", Sign::Waiting}};
  view.other = DeskButton{"give-back", "Give unused codes back to the depot"};
  view.main = DeskButton{"synchronise", "Synchronise with the depot now"};
  return view;
}

NoticeView notice(bool qr) {
  NoticeView view;
  view.screen = "verified";
  view.sign = qr ? Sign::Good : Sign::Bad;
  view.headline = "The stick was pulled out before the report was written";
  view.detail = kThreeSentences;
  view.other = DeskButton{"leave", "Leave it"};
  view.main = DeskButton{"again", "Try again"};
  if (qr) {
    view.qr = std::string(80, 'A');
    view.qrLabel = "Head of the journal: " + std::string(64, 'a');
  } else {
    view.secret = "K7QM-X2RD-94HT-WPEC";
  }
  return view;
}

/// A secret of several lines.
NoticeView diskKey() {
  NoticeView view = notice(false);
  view.screen = "disk-key";
  view.sign = Sign::None;
  view.headline = "Write down the recovery key of the disk";
  view.secret = "BCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV";
  view.detail = kThreeSentences;
  view.other.reset();
  view.main = DeskButton{"written-down", "I have written it down"};
  return view;
}

/// What cannot be undone: the main button must be held.
NoticeView lastQuestion() {
  NoticeView view = notice(true);
  view.screen = "erase-hold";
  view.qr.clear();
  view.main = DeskButton{"erase", "Hold to erase", true, true};
  return view;
}

/// The pictures of the stock, with as many numbers as they take.
DeskView stockPage() {
  DeskView view;
  view.screen = "stock";
  view.title = "The stock in pictures";
  view.route = {{"240", "ordered"}, {"180", "came in"}, {"96", "taken"}, {"71", "worked"}};
  view.columns = ColumnsView{"12 codes in stock end within 14 days.",
                             {{"30 Nov", 12, Sign::Attention},
                              {"31 Dec", 36},
                              {"28 Jan", 20},
                              {"later", 8},
                              {"no end", 4}}};
  view.course = CourseView{"84 codes of 180 that came in are in stock.",
                           "12 Oct",
                           "now",
                           {{0, 60}, {0.2, 41}, {0.35, 161}, {0.6, 120}, {0.7, 104}, {0.95, 84}}};
  return view;
}

/// As much as a receipt holds.
NoticeView receipt() {
  NoticeView view = notice(true);
  view.screen = "erased";
  view.qr = std::string(560, 'a');
  view.qrLabel = "Signed by device 9f86-d081-884c-7d65. The journal ended with 0a1b2c3d ...";
  return view;
}

EditView edit(bool numbers, std::string mistake) {
  EditView view;
  view.title = numbers ? "Redeem by" : "Title of the class";
  view.hint = "The last day on which these codes can be redeemed: 2026-12-31.";
  view.typed = numbers ? "2026-11-2" : kLongTitle;
  view.mistake = std::move(mistake);
  view.keyboard = numbers ? Keyboard::Numbers : Keyboard::Text;
  return view;
}

PinView pin() {
  PinView view;
  view.title = "Instructor's PIN";
  view.lead = "Type the six digits.";
  view.typed = 3;
  view.buttons = {{"staff", "Venue staff"}, {"forgotten", "PIN forgotten"}};
  return view;
}

PinView waitingPin() {
  PinView view = pin();
  view.lead = "That was not the PIN. Six wrong tries so far; students can still take their codes.";
  view.leadSign = Sign::Bad;
  view.waitSeconds = 272;
  return view;
}

}  // namespace

TableView sampleTable(std::size_t rows, int perPage) {
  TableView table;
  table.columns = {{"Course Number", 1, true, false},
                   {"Pass Title", 3, true, false},
                   {"Quantity", 1, true, true}};
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string number = std::to_string(104 + i);
    table.rows.push_back({{"AZ-" + number + "T00", kLongTitle, number},
                          i % 2 == 0 ? Sign::Waiting : Sign::None,
                          true});
  }
  table.whenEmpty = "Nothing stands here yet.";
  table.sortedBy = 0;
  table.page = {2, 3, static_cast<std::size_t>(perPage), rows};
  table.perPage = perPage;
  return table;
}

View inDesk(ScreenView screen) {
  View view;
  view.screen = std::move(screen);
  view.desk = DeskFrame{DeskPlace::Students, 112};
  return view;
}

View tableView(std::size_t rows, int perPage) {
  DeskView view;
  view.screen = "student-passes";
  view.title = "Student passes";
  view.back = false;
  view.lead = "Passes that were bought with courses, and how many of each.";
  view.table = sampleTable(rows, perPage);
  view.main = DeskButton{"orders", "Show orders available for adding Student Passes"};
  view.other = DeskButton{"import", "Import orders"};
  return inDesk(view);
}

std::vector<SampleView> deskViews() {
  FrontView empty;
  empty.state = "No class is open";
  empty.outlook = "Make a class to hand out codes.";
  return {{"front", inDesk(front(2))},
          {"front with many lines", inDesk(front(6))},
          {"front without a class", inDesk(empty)},
          {"table", tableView(5, 5)},
          {"long table", tableView(20, 20)},
          {"empty table", tableView(0, 5)},
          {"form", inDesk(formPage())},
          {"all parts", inDesk(fullPage())},
          {"stock", inDesk(stockPage())},
          {"depot", inDesk(depotPage())},
          {"notice", inDesk(notice(false))},
          {"notice with a QR", inDesk(notice(true))},
          {"notice to hold", inDesk(lastQuestion())},
          {"notice with a long secret", inDesk(diskKey())},
          {"receipt", inDesk(receipt())},
          {"working", inDesk(WorkingView{"Reading " + kLongTitle, 1200, 3000, true})},
          {"touch test", inDesk(TouchView{{true, false, true}})},
          {"edit", inDesk(edit(false, ""))},
          {"edit with a mistake", inDesk(edit(false, kThreeSentences))},
          {"edit numbers", inDesk(edit(true, "There is no such day. Type it as 2026-12-31."))},
          {"cleaning", atDoor(CleaningView{60})},
          {"asleep", atDoor(SleepView{})},
          {"pin", atStudent(pin())},
          {"pin that waits", atStudent(waitingPin())}};
}

}  // namespace hallpass::samples
