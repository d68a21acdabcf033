#include "kiosk/desk/order_import.h"

#include <utility>

#include "kiosk/desk/lines_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::Result;
using platform::tr;
using platform::trc;
using platform::trn;

/// A list of orders and what the ledger would make of it.
struct Looked {
  OrderList list;
  Orders::Report tried;
};

/// On the worker's thread; the error is the sentence why there is no list.
Result<Looked, std::string> lookAt(const platform::MediaFile& file,
                                   const std::filesystem::path& ledgerFile,
                                   const platform::Clock& clock, Role role) {
  const auto bytes = platform::readFile(file.path, kMostFileBytes, platform::Links::Refused);
  if (!bytes) return readingSentence(bytes.error(), file);
  const auto table = readTable(*bytes);
  if (!table) return table.error().sentence;
  auto list = readOrders(*table);
  if (!list) return list.error().sentence;
  const auto ledger = Ledger::open(ledgerFile, clock);
  if (!ledger) return ledger.error().sentence;
  const auto tried = (*ledger)->orders().import(list->orders, Mode::DryRun, role);
  if (!tried) return std::string(deskSentence(tried.error()));
  return Looked{*std::move(list), *tried};
}

Step leadsTo(const DeskTools& tools, const std::string& fileName,
             const Result<Looked, std::string>& looked) {
  if (looked) {
    return ReplacePage{
        std::make_unique<OrderPreview>(tools, fileName, looked->list, looked->tried)};
  }
  NoticeView notice;
  notice.screen = "orders-refused";
  notice.sign = Sign::Attention;
  notice.headline = tr("No orders were read");
  notice.detail = looked.error() + " " + tr("Nothing was changed.");
  notice.main = DeskButton{"back", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(notice))};
}

Step openOrderFile(const DeskTools& tools, const platform::MediaFile& file) {
  LongWork work;
  work.title = filled(tr("Reading {file}"), {{"file", nameOf(file)}});
  work.run = [tools, file,
              ledgerFile = tools.ledgerFile](platform::Worker::Job& job) -> LongWork::Leads {
    const auto looked = lookAt(file, ledgerFile, tools.clock, tools.role);
    if (job.cancelled()) return {};
    return [tools, name = nameOf(file), looked] { return leadsTo(tools, name, looked); };
  };
  return openWork(tools, std::move(work));
}

}  // namespace

Step openOrderFiles(const DeskTools& tools) {
  StickAsk ask;
  ask.screen = "orders-files";
  ask.title = tr("Choose the list of orders");
  ask.endings = listEndings();
  ask.pick = [tools](const platform::MediaFile& file) { return openOrderFile(tools, file); };
  return OpenPage{std::make_unique<StickPage>(tools, std::move(ask))};
}

OrderPreview::OrderPreview(DeskTools tools, std::string fileName, OrderList list,
                           Orders::Report tried)
    : DeskPage(tools), fileName_(std::move(fileName)), list_(std::move(list)), tried_(tried) {}

ScreenView OrderPreview::view() const {
  DeskView view;
  view.screen = "orders-preview";
  view.title = fileName_;
  view.lead = anyNew() ? tr("Nothing is stored yet. Passes that were added here stay added.")
                       : tr("Every order of this list is known already: nothing is to be taken.");
  if (!anyNew()) view.leadSign = Sign::Attention;
  view.facts = {
      {std::to_string(tried_.added), trc("orders", "new"),
       tried_.added > 0 ? Sign::Good : Sign::None},
      {std::to_string(tried_.updated), trc("orders", "changed")},
      {std::to_string(list_.rejected), trn("line left out", "lines left out", list_.rejected),
       list_.rejected > 0 ? Sign::Attention : Sign::None}};
  if (!list_.notes.empty()) view.buttons = {{"lines", tr("Lines to look at")}};
  view.main = DeskButton{
      "take", trn("Take {n} order", "Take {n} orders", tried_.added + tried_.updated), anyNew()};
  return view;
}

Step OrderPreview::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Press && intent.index == 0 && !list_.notes.empty()) {
    return OpenPage{std::make_unique<LinesPage>(
        tools_, noteLines("orders-lines", tr("Lines to look at"), list_.notes))};
  }
  return intent.act == Act::Main && anyNew() ? take() : Step(StayHere{});
}

Step OrderPreview::take() {
  const auto taken = tools_.ledger.orders().import(list_.orders, Mode::Keep, tools_.role);
  if (!taken) return OpenPage{refusalPage(tools_, taken.error())};
  NoticeView notice;
  notice.screen = "orders-taken";
  notice.sign = Sign::Good;
  notice.headline = trn("{n} new order", "{n} new orders", taken->added) + ", " +
                    trn("{n} changed", "{n} changed", taken->updated);
  notice.detail = tr("You can pull the stick.");
  notice.main = DeskButton{"student-passes", tr("Student passes")};
  return ReplacePage{std::make_unique<NoticePage>(
      tools_, std::move(notice), [] { return Step(GoToPlace{DeskPlace::StudentPasses}); })};
}

}  // namespace hallpass
