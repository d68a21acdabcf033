#include "kiosk/desk/batches_page.h"

#include <utility>

#include "kiosk/desk/batch_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/stock_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

}  // namespace

BatchesPage::BatchesPage(DeskTools tools) : DeskPage(tools), titles_(tools.assets) {
  BatchesPage::refresh();
}

void BatchesPage::refresh() {
  batches_.clear();
  held_.reset();
  if (auto batches = listBatches(tools_.ledger)) batches_ = *std::move(batches);
  if (auto held = tools_.ledger.classes().current()) held_ = *std::move(held);
}

TableRow BatchesPage::rowOf(const ListedBatch& listed) const {
  const Batch& batch = listed.batch;
  return {{platform::toLocalText(batch.importedAt).substr(0, 10),
           tr(titles_.of(batch.facts.passType)), originOf(batch.facts), fileShown(batch.facts),
           std::to_string(batch.count.inStock), redeemByOf(listed)},
          endSign(listed, held_, tools_.clock.now())};
}

TableView BatchesPage::table() const {
  TableView table;
  table.columns = {{tr("Came in"), 3},
                   {tr("Pass"), 3},
                   {tr("Course, order"), 4},
                   {tr("File"), 3, false, false, true},
                   // TRANSLATORS: how many codes are left
                   {tr("Left"), 1.5F, false, true},
                   {tr("Redeem by"), 4.5F}};
  table.whenEmpty = tr("No codes have come in yet. Bring some under Restock.");
  paging_.put(table, batches_.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    table.rows.push_back(rowOf(batches_[table.page.first + at]));
  }
  return table;
}

ScreenView BatchesPage::view() const {
  DeskView view;
  view.screen = "batches";
  view.title = tr("Batches");
  view.back = false;
  view.lead = tr("Newest first. Touch one for its story, or to return what is left of it.");
  view.table = table();
  if (!batches_.empty()) view.other = DeskButton{"pictures", tr("The stock in pictures")};
  return view;
}

Step BatchesPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Other) return OpenPage{std::make_unique<StockPage>(tools_)};
  if (const auto at = paging_.opened(intent, batches_.size())) {
    return OpenPage{std::make_unique<BatchPage>(tools_, batches_[*at].batch.id)};
  }
  paging_.handle(intent, batches_.size());
  return StayHere{};
}

std::unique_ptr<DeskPage> batchesPage(const DeskTools& tools) {
  return std::make_unique<BatchesPage>(tools);
}

}  // namespace hallpass
