#include "kiosk/desk/leftovers_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/leftovers.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

std::unique_ptr<DeskPage> returnedNotice(const DeskTools& tools, const Leftovers& leftovers) {
  NoticeView notice;
  notice.screen = "leftovers-written";
  notice.sign = Sign::Good;
  notice.headline = trn("{n} code is on the stick", "{n} codes are on the stick", leftovers.codes);
  notice.detail = filled(
      tr("You can pull it now. The file is {file}. This device hands none of them out any more."),
      {{"file", leftovers.fileName}});
  notice.main = DeskButton{"batches", tr("Batches")};
  return std::make_unique<NoticePage>(tools, std::move(notice),
                                      [] { return Step(GoToPlace{DeskPlace::Batches}); });
}

std::unique_ptr<DeskPage> problemNotice(const DeskTools& tools, const LeftoversProblem& problem) {
  NoticeView notice;
  notice.screen = "leftovers-refused";
  notice.sign = problem.outOfStock ? Sign::Bad : Sign::Attention;
  notice.headline = problem.outOfStock
                        ? tr("The codes left the stock, but the file was not written")
                        : tr("Nothing was returned");
  notice.detail = problem.sentence;
  if (problem.outOfStock)
    notice.detail += std::string(" ") + tr("Then write the file again: no code is lost.");
  notice.main = DeskButton{"again", tr("Try again")};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

}  // namespace

LeftoversPage::LeftoversPage(DeskTools tools, std::int64_t batch) : DeskPage(tools), id_(batch) {
  LeftoversPage::refresh();
}

void LeftoversPage::refresh() {
  sticks_ = tools_.media.sticks();
  stick_ = std::min(stick_, sticks_.empty() ? 0 : sticks_.size() - 1);
  count_ = {};
  const auto batches = tools_.ledger.stock().batches();
  if (!batches) return;
  for (const Batch& batch : *batches) {
    if (batch.id == id_) count_ = batch.count;
  }
}

/// All that the file will hold.
std::int64_t LeftoversPage::codes() const {
  return count_.inStock + count_.expired + count_.returned;
}

std::string LeftoversPage::lead() const {
  if (sticks_.empty()) return tr("Plug in the stick that the codes go onto.");
  const std::int64_t left = count_.inStock + count_.expired;
  std::string text;
  if (left > 0) {
    text =
        trn("{n} code leaves the stock of this device for good and can be used elsewhere.",
            "{n} codes leave the stock of this device for good and can be used elsewhere.", left) +
        " ";
  }
  if (count_.returned > 0) {
    text += trn("The file also holds the {n} code returned before.",
                "The file also holds the {n} codes returned before.", count_.returned);
  }
  return text;
}

ScreenView LeftoversPage::view() const {
  DeskView view;
  view.screen = "return-leftovers";
  view.title =
      filled(tr("Return what is left of batch {number}"), {{"number", std::to_string(id_)}});
  view.lead = lead();
  if (sticks_.empty()) view.leadSign = Sign::Waiting;
  if (sticks_.size() > 1) {
    FormField field;
    field.id = "stick";
    field.label = tr("Onto the stick");
    field.chosen = stick_;
    for (const auto& stick : sticks_) {
      field.choices.push_back(platform::toUtf8(platform::toCodePoints(stick.filename().string())));
    }
    view.form = FormView{{std::move(field)}};
  }
  view.main = DeskButton{
      "return", trn("Write {n} code to the stick", "Write {n} codes to the stick", codes()),
      !sticks_.empty() && codes() > 0};
  view.other = DeskButton{"keep", tr("Keep them")};
  return view;
}

Step LeftoversPage::handle(const Intent& intent) {
  if (intent.act == Act::Back || intent.act == Act::Other) return GoBack{};
  if (intent.act == Act::Choose && intent.index == 0 && intent.option < sticks_.size()) {
    stick_ = intent.option;
  }
  if (intent.act == Act::Main && !sticks_.empty() && codes() > 0) return giveBack();
  return StayHere{};
}

Step LeftoversPage::giveBack() {
  LeftoversAsk ask{
      id_, codes(), sticks_[stick_], tools_.ledgerFile, tools_.role, applianceOf(tools_)};
  LongWork work;
  work.title = trn("Writing {n} code. Leave the stick where it is",
                   "Writing {n} codes. Leave the stick where it is", codes());
  work.cancels = false;
  work.run = [tools = tools_, ask = std::move(ask)](platform::Worker::Job&) -> LongWork::Leads {
    const auto returned = returnLeftovers(ask, tools.clock);
    return [tools, returned]() -> Step {
      if (!returned) return ReplacePage{problemNotice(tools, returned.error())};
      return ReplacePage{returnedNotice(tools, *returned)};
    };
  };
  return openWork(tools_, std::move(work));
}

}  // namespace hallpass
