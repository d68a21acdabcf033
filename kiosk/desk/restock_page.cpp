#include "kiosk/desk/restock_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/add_passes_page.h"
#include "kiosk/desk/expected_list.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/restock_preview.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/typed_codes_page.h"
#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

enum Button : std::size_t { StickButton, TypedButton, StudentPassesButton, BatchesButton };

}  // namespace

RestockPage::RestockPage(DeskTools tools)
    : DeskPage(tools),
      details_(std::make_shared<RestockDetails>()),
      sticks_(tools_.media.sticks()) {
  readStock();
}

void RestockPage::refresh() {
  const auto sticks = tools_.media.sticks();
  const bool more = std::any_of(sticks.begin(), sticks.end(), [&](const auto& stick) {
    return std::find(sticks_.begin(), sticks_.end(), stick) == sticks_.end();
  });
  newStick_ = more && !std::exchange(away_, false);
  sticks_ = sticks;
  readStock();
}

void RestockPage::readStock() {
  expected_.clear();
  if (auto expected = tools_.ledger.orders().expected()) expected_ = *std::move(expected);
  passTitle_.clear();
  std::optional<std::string> type;
  const auto held = tools_.ledger.classes().current();
  if (held && *held && (*held)->state != ClassState::Closed) {
    type = (*held)->facts.passType;
    const auto loaded = loadPassType(tools_.assets, *type);
    passTitle_ = loaded ? loaded->title : *type;
  }
  if (const auto count = tools_.ledger.stock().count(type)) left_ = count->inStock;
}

ScreenView RestockPage::view() const {
  DeskView view;
  view.screen = "restock";
  view.title = tr("Restock");
  view.back = false;
  view.lead = sticks_.empty()
                  ? tr("Plug in the stick with the codes, or type or scan them.")
                  : tr("A stick is plugged in. Choose its file, or type or scan codes.");
  if (tools_.training) view.lead = tr("Training: whatever comes in, stand-ins go into stock.");
  view.facts = {{std::to_string(left_),
                 passTitle_.empty() ? trn("code left", "codes left", left_)
                                    : filled(trn("{pass} code left", "{pass} codes left", left_),
                                             {{"pass", tr(passTitle_)}}),
                 left_ == 0 ? Sign::Bad : Sign::None}};
  if (const std::int64_t missing = missingOf(expected_); missing > 0) {
    view.facts.push_back({std::to_string(missing),
                          trn("expected code missing", "expected codes missing", missing),
                          Sign::Waiting});
  }
  view.buttons = {{"stick", tr("From a stick")},
                  {"typed", tr("Type or scan")},
                  {"student-passes", tr("Student passes")},
                  {"batches", tr("Batches")}};
  view.table = expectedTable(expected_, paging_);
  return view;
}

Step RestockPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Press) return press(intent.index);
  if (const auto at = paging_.opened(intent, expected_.size())) {
    return open(std::make_unique<AddPassesPage>(tools_, expected_[*at].order));
  }
  paging_.handle(intent, expected_.size());
  return StayHere{};
}

Step RestockPage::next() {
  return std::exchange(newStick_, false) ? openSticks() : Step(StayHere{});
}

Step RestockPage::press(std::size_t button) {
  if (button == StickButton) return openSticks();
  if (button == TypedButton) return open(std::make_unique<TypedCodesPage>(tools_, details_));
  if (button == StudentPassesButton) return GoToPlace{DeskPlace::StudentPasses};
  if (button == BatchesButton) return GoToPlace{DeskPlace::Batches};
  return StayHere{};
}

Step RestockPage::openSticks() {
  StickAsk ask;
  ask.screen = "restock-files";
  ask.title = tr("Choose the list of codes");
  ask.endings = listEndings();
  ask.pick = [tools = tools_, details = details_](const platform::MediaFile& file) {
    return openCodeFile(tools, details, file);
  };
  return open(std::make_unique<StickPage>(tools_, std::move(ask)));
}

Step RestockPage::open(std::unique_ptr<DeskPage> page) {
  away_ = true;
  return OpenPage{std::move(page)};
}

std::unique_ptr<DeskPage> restockPage(const DeskTools& tools) {
  return std::make_unique<RestockPage>(tools);
}

}  // namespace hallpass
