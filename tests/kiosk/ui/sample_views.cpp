#include "tests/kiosk/ui/sample_views.h"

#include <utility>

#include "kiosk/domain/language.h"

namespace tests {
namespace {

using namespace hallpass;

const std::string kLongName = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau K.";
const std::string kLongTitle =
    "AZ-305T00 Designing Microsoft Azure Infrastructure Solutions, "
    "Grundlagenvertiefungsveranstaltung";
const std::string kThreeSentences =
    "Nothing is stored before you touch the button below. Two lines need a look: they are left "
    "out unless you say otherwise. Plug the stick in again if it was pulled out too soon.";

std::vector<WarningCard> cards() {
  return {{"Open a private window", "Close all windows of the browser, then open a private one.",
           "A private window is open"},
          {"Use a new personal account", "Never use your work or school account.",
           "I have a new personal account"},
          {"Take a code only to use it now", "When it is on the screen, it is taken.",
           "I will use it now"}};
}

/// As long as a guide may make it, and 40 % longer, as another language does.
std::string longest(std::size_t characters) {
  const std::string words = "Donaudampfschiffe fahren selten ohne die zustimmende Genehmigung. ";
  std::string all;
  while (all.size() < characters * 7 / 5) all += words;
  return all.substr(0, characters * 7 / 5 - 1) + ".";
}

Reading reading() {
  return {{{"portal", "Azure portal", "https://portal.azure.com/"},
           {"balance", "Balance of the pass", "https://www.microsoftazuresponsorships.com/balance"},
           {"guide-page", "Our page", "https://training.example.com/azure-pass"}},
          true};
}

Reading withoutCode() {
  Reading without = reading();
  without.code = false;
  return without;
}

/// The fullest step that a guide may hold.
StepView step() {
  StepView view{reading()};
  view.parts = {longest(10), longest(10)};
  for (int i = 0; i < static_cast<int>(kMostSteps); ++i) view.partOf.push_back(i < 9 ? 1 : 2);
  view.index = 9;
  view.step.id = "enter-code";
  view.step.part = 2;
  view.step.title = longest(kLongestTitle);
  view.step.body = longest(kLongestCardBody);
  view.step.button = "Claim Promo Code";
  view.step.olderButtons = {"Submit", "Claim Promotion Code"};
  view.step.minutes = 5;
  view.step.level = Level::Stop;
  view.step.warning = longest(kLongestSentence);
  view.step.check = longest(kLongestSentence);
  view.step.address = "balance";
  view.step.picture = "promo-code";
  view.answers = true;
  view.showsPrivate = true;
  return view;
}

/// A step of a topic, read by somebody who has no code.
StepView shortStep() {
  StepView view{withoutCode()};
  view.topic = "balance";
  view.title = "How much is left";
  view.partOf = {1, 1, 1};
  view.index = 2;
  view.step.id = "look";
  view.step.title = "Look at the balance";
  view.step.body = "Sign in at {balance} with the account of the pass.";
  view.step.level = Level::Care;
  view.step.warning = "The figures lag a day behind.";
  return view;
}

GuideAnswer answer() {
  GuideAnswer answer;
  answer.id = "already-used";
  answer.outcome = Outcome::AlreadyUsed;
  answer.title = longest(kLongestTitle);
  answer.question = "Did you click Claim yourself a few minutes ago, in this or another window?";
  answer.yes = longest(kLongestAnswer);
  answer.cause = longest(kLongestSentence);
  answer.body = longest(kLongestAnswer - 20) + " {portal}";
  answer.picture = "portal-menu";
  return answer;
}

std::vector<Symptom> symptoms(int count) {
  std::vector<Symptom> all;
  for (int i = 1; i <= count; ++i) all.push_back({std::to_string(i), longest(kLongestTitle)});
  return all;
}

Browser browser(DeviceKind device) {
  Browser browser;
  browser.id = "firefox";
  browser.device = device;
  browser.name = "Mozilla Firefox";
  browser.called = "Private Browsing";
  if (device == DeviceKind::Computer) {
    browser.menu = longest(kLongestSentence);
    browser.keys = "Ctrl+Shift+P";
    browser.keysMac = "Cmd+Shift+P";
  } else {
    browser.android = longest(kLongestSentence);
    browser.iphone = longest(kLongestSentence);
  }
  browser.mark = longest(kLongestSentence);
  browser.trap = longest(kLongestSentence);
  return browser;
}

/// With an id of its own for each.
BrowsersView numbered(BrowsersView view) {
  int number = 0;
  for (Browser& one : view.browsers) one.id += std::to_string(++number);
  return view;
}

TopicsView topics() {
  TopicsView view{reading(), {}};
  for (const char* id :
       {"steps", "private", "new-account", "which-account", "balance", "help", "wrong", "pocket"}) {
    view.entries.push_back(
        {id, TopicsView::Way::Topic, longest(kLongestTitle), longest(kLongestSentence)});
  }
  return view;
}

PocketView pocket() {
  std::string lines;
  while (lines.size() < 560) lines += "3: Type the code, then Submit. Wait five minutes. ";
  return {reading(), lines};
}

CodeView code() {
  CodeView view{"Azure Pass",
                "100 US dollars",
                Code("TESTA-TESTB-TESTC-TESTD-TESTE"),
                "TESTA-TESTB-TESTC-TESTD-TESTE",
                "https://www.example.org/",
                {},
                {},
                true,
                reading(),
                true};
  view.codeStep = "Enter this code when the site asks for it. Scan it to copy it to your phone.";
  view.siteStep = "Open this site in your private window. Select Start, then sign in.";
  return view;
}

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
  view.outlook = "9 of 24 students still need one, 7 codes, 3 end before Friday: 5 short.";
  view.outlookSign = Sign::Attention;
  for (std::size_t i = 0; i < lines; ++i) {
    view.lines.push_back({Sign::Bad, "5 codes are short; " + kThreeSentences, "Restock"});
  }
  view.other = DeskButton{"pause", "Pause"};
  view.main = DeskButton{"restock", "Restock"};
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

/// What cannot be undone: the main button must be held.
NoticeView lastQuestion() {
  NoticeView view = notice(true);
  view.screen = "erase-hold";
  view.qr.clear();
  view.main = DeskButton{"erase", "Hold to erase", true, true};
  return view;
}

/// As much as a receipt holds.
NoticeView receipt() {
  NoticeView view = notice(true);
  view.screen = "erased";
  view.qr = std::string(450, 'a');
  return view;
}

EditView edit(bool numbers, std::string mistake) {
  EditView view;
  view.title = numbers ? "Redeem by" : "Title of the class";
  view.hint = "The last day on which these codes can be redeemed: 2026-12-31.";
  view.typed = numbers ? "2026-11-2" : kLongTitle;
  view.mistake = std::move(mistake);
  view.digitsOnly = numbers;
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

/// All of them, and the longest name is the one that is set.
View withLanguages(View view) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) view.languages.push_back(i);
  view.language = 6;
  return view;
}

View atDoor(ScreenView screen) {
  View view;
  view.screen = std::move(screen);
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

namespace {

void addGuide(std::vector<SampleView>& views) {
  using Turn = AnswerView::Turn;
  const auto add = [&](std::string title, ScreenView screen) {
    views.push_back({std::move(title), withLanguages(atDoor(std::move(screen)))});
  };
  const auto both = [](DeviceKind device, int count) {
    return BrowsersView{reading(), device,
                        std::vector<Browser>(static_cast<std::size_t>(count), browser(device))};
  };
  add("topics", topics());
  add("step", step());
  add("step of a topic", shortStep());
  add("devices", DevicesView{reading()});
  add("browsers", numbered(both(DeviceKind::Computer, 7)));
  add("browsers of a phone", numbered(both(DeviceKind::Phone, 8)));
  add("browser", BrowserView{reading(), browser(DeviceKind::Computer)});
  add("browser of a phone", BrowserView{reading(), browser(DeviceKind::Phone)});
  add("pocket", pocket());
  add("went-wrong", WentWrongView{reading(), {kStages.begin(), kStages.end()}});
  add("symptoms", SymptomsView{reading(), longest(kLongestTitle), symptoms(18), true});
  add("symptoms, few", SymptomsView{reading(), "Enter the code", symptoms(2), true});
  add("look-up", LookUpView{reading(), "USED", true, symptoms(14)});
  add("look-up, nothing", LookUpView{reading(), "QQ", true, {}});
  add("answer, question", AnswerView{reading(), answer(), Turn::Question, platform::UtcTime{}});
  add("answer, yes", AnswerView{reading(), answer(), Turn::Yes, platform::UtcTime{}});
  add("answer", AnswerView{reading(), answer(), Turn::Advice, platform::UtcTime{}});
  add("answer, last", AnswerView{reading(), answer(), Turn::Last, {}});
  add("answer without a code", AnswerView{withoutCode(), answer(), Turn::Advice, {}});
}

}  // namespace

std::vector<SampleView> studentViews() {
  using Purpose = DigitsView::Purpose;
  const ShownName name{kLongName, "number ends in 412"};
  const std::vector<std::string> next{"Open a private window.", "Type the code.", "Tell us here."};
  std::vector<SampleView> views;
  const auto add = [&](std::string title, ScreenView screen) {
    views.push_back({std::move(title), withLanguages(atDoor(std::move(screen)))});
  };
  add("attract", AttractView{Standing::Open, kLongTitle, "Azure Pass", {}, true});
  add("attract, no codes", AttractView{Standing::OutOfStock, kLongTitle, "Azure Pass", {}, true});
  add("attract, no guide", AttractView{Standing::Open, kLongTitle, "Azure Pass", {}, false});
  add("find", FindView{"AN", true, {name, name, name, name, name, name, name}, true});
  add("walk-in", WalkInView{kLongName, WalkInView::Answer::NameTaken});
  add("confirm", ConfirmView{name});
  add("before", BeforeView{cards(), 1, "You will get one code. First read three short cards."});
  add("before, shown how", BeforeView{cards(), 0, "You will get one code.", reading(), true});
  add("have-code", HaveCodeView{name, "Azure Pass", {}, std::nullopt});
  add("have-code, said", HaveCodeView{name, "Azure Pass", {}, Outcome::BlankPage});
  add("code", code());
  add("code-hidden", CodeHiddenView{"Azure Pass", true});
  add("no-codes", NoCodesView{});
  add("done", DoneView{next, false, reading()});
  add("done, thanks", DoneView{next, true, {}});
  add("out-of-service", OutOfServiceView{kThreeSentences});
  add("class-word", ClassWordView{"PANDA", true});
  add("digits, chosen", DigitsView{Purpose::Choose, name, "4715", {}});
  add("digits, asked for", DigitsView{Purpose::Ask, name, "471", 2});
  add("digits, no try left", DigitsView{Purpose::Ask, name, "", 0});
  addGuide(views);
  add("handed", HandedView{name, true});
  add("help", HelpView{{true, true}});
  add("help, nothing set", HelpView{});
  add("call", CallView{});
  add("call, asked", CallView{true});
  return views;
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
          {"notice", inDesk(notice(false))},
          {"notice with a QR", inDesk(notice(true))},
          {"notice to hold", inDesk(lastQuestion())},
          {"receipt", inDesk(receipt())},
          {"working", inDesk(WorkingView{"Reading " + kLongTitle, 1200, 3000, true})},
          {"touch test", inDesk(TouchView{{true, false, true}})},
          {"edit", inDesk(edit(false, ""))},
          {"edit with a mistake", inDesk(edit(false, kThreeSentences))},
          {"edit numbers", inDesk(edit(true, "There is no such day. Type it as 2026-12-31."))},
          {"cleaning", atDoor(CleaningView{60})},
          {"asleep", atDoor(SleepView{})},
          {"pin", withLanguages(atDoor(pin()))},
          {"pin that waits", withLanguages(atDoor(waitingPin()))}};
}

}  // namespace tests
