#include "kiosk/desk/leftovers_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/counted.h"
#include "kiosk/desk/leftovers.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

std::unique_ptr<DeskPage> returnedNotice(const DeskTools& tools, const Leftovers& leftovers) {
  NoticeView notice;
  notice.screen = "leftovers-written";
  notice.sign = Sign::Good;
  notice.headline =
      counted(leftovers.codes, "code") + (leftovers.codes == 1 ? " is" : " are") + " on the stick";
  notice.detail = "You can pull it now. The file is " + leftovers.fileName +
                  ". This device hands none of them out any more.";
  notice.main = DeskButton{"batches", "Batches"};
  return std::make_unique<NoticePage>(tools, std::move(notice),
                                      [] { return Step(GoToPlace{DeskPlace::Batches}); });
}

std::unique_ptr<DeskPage> problemNotice(const DeskTools& tools, const LeftoversProblem& problem) {
  NoticeView notice;
  notice.screen = "leftovers-refused";
  notice.sign = problem.outOfStock ? Sign::Bad : Sign::Attention;
  notice.headline = problem.outOfStock ? "The codes left the stock, but the file was not written"
                                       : "Nothing was returned";
  notice.detail = problem.sentence;
  if (problem.outOfStock) notice.detail += " Then write the file again: no code is lost.";
  notice.main = DeskButton{"again", "Try again"};
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
  if (sticks_.empty()) return "Plug in the stick that the codes go onto.";
  const std::int64_t left = count_.inStock + count_.expired;
  std::string text;
  if (left > 0) {
    text = counted(left, "code") + (left == 1 ? " leaves" : " leave") +
           " the stock of this device for good and can be used elsewhere. ";
  }
  if (count_.returned > 0) {
    text += "The file also holds the " + counted(count_.returned, "code") + " returned before.";
  }
  return text;
}

ScreenView LeftoversPage::view() const {
  DeskView view;
  view.screen = "return-leftovers";
  view.title = "Return what is left of batch " + std::to_string(id_);
  view.lead = lead();
  if (sticks_.empty()) view.leadSign = Sign::Waiting;
  if (sticks_.size() > 1) {
    FormField field;
    field.id = "stick";
    field.label = "Onto the stick";
    field.chosen = stick_;
    for (const auto& stick : sticks_) {
      field.choices.push_back(platform::toUtf8(platform::toCodePoints(stick.filename().string())));
    }
    view.form = FormView{{std::move(field)}};
  }
  view.main = DeskButton{"return", "Write " + counted(codes(), "code") + " to the stick",
                         !sticks_.empty() && codes() > 0};
  view.other = DeskButton{"keep", "Keep them"};
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
  LeftoversAsk ask{id_, codes(), sticks_[stick_], tools_.ledgerFile, tools_.role};
  LongWork work;
  work.title = "Writing " + counted(codes(), "code") + ". Leave the stick where it is";
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
