#include "kiosk/desk/hand_over_page.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/desk/hand_over.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/pin_page.h"
#include "kiosk/desk/places.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::noted;
using platform::tr;

enum class Field : std::size_t { Codes, Stick };

const char* contentOf(ExportKind kind) {
  switch (kind) {
    case ExportKind::Claims:
      return noted("Who took which code, and every swap");
    case ExportKind::Students:
      return noted("Can be read in again as a class list");
    case ExportKind::Unused:
      return noted("What is left of the stock, with its dates");
    case ExportKind::Journal:
      return noted("All that happened, with its proof");
    case ExportKind::EarlierClaims:
      return noted("Who took which code before this class");
    case ExportKind::Report:
      break;
  }
  return noted("The class on paper, as a PDF");
}

std::size_t placeOf(ExportKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

std::unique_ptr<DeskPage> handOverPage(const DeskTools& tools) {
  return std::make_unique<HandOverPage>(tools);
}

HandOverPage::HandOverPage(DeskTools tools) : DeskPage(tools) {
  chosen_.fill(true);
  // Names of students whom this class does not know leave only where somebody asks for them.
  chosen_.at(placeOf(ExportKind::EarlierClaims)) = false;
  HandOverPage::refresh();
}

void HandOverPage::refresh() {
  sticks_ = tools_.media.sticks();
  const bool there = std::find(sticks_.begin(), sticks_.end(), stick_) != sticks_.end();
  if (!there) stick_ = sticks_.empty() ? std::filesystem::path() : sticks_.front();
  trouble_.reset();
  const auto held = tools_.ledger.classes().current();
  if (held) hasClass_ = held->has_value();
  if (!held) trouble_ = held.error();
  const auto earlier = tools_.ledger.claims().records(Claims::Of::EarlierClasses);
  hasEarlier_ = earlier && !earlier->empty();
}

/// How many kinds stand in the table, from the first one on; the backup stands below them.
std::size_t HandOverPage::shown() const {
  static_assert(kExportKinds.back() == ExportKind::EarlierClaims);
  return hasEarlier_ ? kExportKinds.size() : kExportKinds.size() - 1;
}

bool HandOverPage::allChosen() const {
  return (backup_ || !offersBackup()) &&
         std::all_of(chosen_.begin(), chosen_.begin() + static_cast<std::ptrdiff_t>(shown()),
                     [](bool chosen) { return chosen; });
}

bool HandOverPage::offered(ExportKind kind) const {
  if (kind == ExportKind::EarlierClaims) return hasEarlier_;
  return hasClass_ || kind == ExportKind::Unused || kind == ExportKind::Journal;
}

std::vector<ExportKind> HandOverPage::wanted() const {
  std::vector<ExportKind> kinds;
  for (const ExportKind kind : kExportKinds) {
    if (offered(kind) && chosen_.at(placeOf(kind))) kinds.push_back(kind);
  }
  return kinds;
}

bool HandOverPage::codesLeave() const {
  if (backup_) return true;
  const auto kinds = wanted();
  return codes_ == CodesIn::Whole && std::any_of(kinds.begin(), kinds.end(), canHoldCodes);
}

std::string HandOverPage::lead() const {
  if (trouble_) return std::string(deskSentence(*trouble_));
  if (sticks_.empty()) return tr("Plug in the stick that is to take it along.");
  if (!backup_ && wanted().empty()) return tr("Touch what is to leave with you.");
  return tr("Touch a line to leave it out or to take it along.");
}

TableView HandOverPage::table() const {
  TableView table;
  table.columns = {
      {tr("What"), 3}, {tr("What is in it"), 6, false, false, true}, {tr("Taken along"), 2}};
  table.page = {1, 1, 0, shown() + (offersBackup() ? 1 : 0)};
  for (std::size_t at = 0; at < shown(); ++at) {
    const ExportKind kind = kExportKinds.at(at);
    const bool here = offered(kind);
    const bool taken = here && chosen_.at(placeOf(kind));
    table.rows.push_back({{tr(title(kind)), tr(contentOf(kind)),
                           taken ? tr("yes") : (here ? tr("no") : tr("needs a class"))},
                          taken ? Sign::Good : Sign::None,
                          here});
  }
  if (offersBackup()) {
    table.rows.push_back(
        {{tr("Backup"), tr("All names and whole codes, no PINs"), backup_ ? tr("yes") : tr("no")},
         backup_ ? Sign::Good : Sign::None});
  }
  return table;
}

FormView HandOverPage::form() const {
  FormField codes;
  codes.id = "codes";
  codes.label = tr("Codes in the lists");
  // TRANSLATORS: how much of each code
  codes.choices = {tr("Last four characters"), tr("Whole, with your PIN")};
  codes.chosen = static_cast<std::size_t>(codes_);
  FormView form{{std::move(codes)}};
  if (sticks_.size() < 2) return form;
  FormField stick;
  stick.id = "stick";
  stick.label = tr("Onto the stick");
  for (const auto& path : sticks_) {
    if (path == stick_) stick.chosen = stick.choices.size();
    stick.choices.push_back(stickName(path));
  }
  form.fields.push_back(std::move(stick));
  return form;
}

ScreenView HandOverPage::view() const {
  DeskView view;
  view.screen = "hand-over";
  view.title = tr("Hand over");
  view.back = false;
  view.lead = lead();
  if (sticks_.empty()) view.leadSign = Sign::Waiting;
  if (trouble_) view.leadSign = Sign::Bad;
  view.form = form();
  view.table = table();
  view.other = DeskButton{"all", allChosen() ? tr("Choose none") : tr("Choose all")};
  view.main =
      DeskButton{"write",
                 sticks_.empty() ? tr("Write to the stick")
                                 : filled(tr("Write to {stick}"), {{"stick", stickName(stick_)}}),
                 canWrite()};
  return view;
}

Step HandOverPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Main && canWrite()) return begin();
  if (intent.act == Act::Other) toggleAll();
  if (intent.act == Act::Open) toggle(intent.index);
  if (intent.act == Act::Choose) choose(intent);
  return StayHere{};
}

void HandOverPage::choose(const Intent& intent) {
  const auto field = static_cast<Field>(intent.index);
  if (field == Field::Codes && intent.option < 2) codes_ = static_cast<CodesIn>(intent.option);
  if (field == Field::Stick && intent.option < sticks_.size()) stick_ = sticks_[intent.option];
}

void HandOverPage::toggle(std::size_t row) {
  if (row == shown() && offersBackup()) backup_ = !backup_;
  if (row < shown() && offered(kExportKinds.at(row))) chosen_.at(row) = !chosen_.at(row);
}

void HandOverPage::toggleAll() {
  const bool all = !allChosen();
  chosen_.fill(all);
  backup_ = all && offersBackup();
}

Step HandOverPage::begin() {
  if (!codesLeave()) {
    Step step = write();
    if (auto* next = std::get_if<ReplacePage>(&step)) return OpenPage{std::move(next->page)};
    return step;
  }
  return OpenPage{std::make_unique<PinPage>(tools_, noted("Whole codes leave this device"),
                                            [this] { return write(); })};
}

/// Stands in the place of the question for the PIN, where there was one.
Step HandOverPage::write() const {
  auto parcel = pack(tools_, wanted(), codes_, stick_);
  if (!parcel) return ReplacePage{refusalPage(tools_, parcel.error())};
  parcel->backup = backup_;
  return ReplacePage{writingPage(tools_, *std::move(parcel), stick_)};
}

}  // namespace hallpass
