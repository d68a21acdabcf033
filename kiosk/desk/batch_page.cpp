#include "kiosk/desk/batch_page.h"

#include <utility>

#include "kiosk/desk/code_source.h"
#include "kiosk/desk/counted.h"
#include "kiosk/desk/leftovers_page.h"
#include "kiosk/desk/pass_titles.h"
#include "kiosk/desk/redeem_by.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// As many as tell two files apart at a glance.
constexpr std::size_t kHashShown = 16;

std::string whoTook(const std::string& role) {
  if (role == name(Role::Instructor)) return "the instructor";
  if (role == name(Role::Staff)) return "venue staff";
  if (role == name(Role::Operator)) return "the command line";
  return "the program";
}

std::vector<Fact> factsOf(const StockCount& count) {
  return {{std::to_string(count.loaded), "came in"},
          {std::to_string(count.inStock), "in stock"},
          {std::to_string(count.claimed), "taken"},
          {std::to_string(count.quarantined), "in quarantine"},
          {std::to_string(count.expired), "expired", count.expired > 0 ? Sign::Bad : Sign::None},
          {std::to_string(count.returned), "returned"}};
}

TableRow told(const char* what, const std::string& value) {
  return {{what, value}, Sign::None, false};
}

TableView originTable(const ListedBatch& listed, Sign end) {
  const NewBatch& facts = listed.batch.facts;
  TableView table;
  table.columns = {{"What", 1}, {"Says", 3}};
  table.rows = {told("File", facts.fileName)};
  if (facts.fileName != kTypedName) {
    table.rows.push_back(
        told("SHA-256", platform::toHex(facts.fileHash).substr(0, kHashShown) + " ..."));
  }
  table.rows.push_back(told("Taken in", platform::toLocalText(listed.batch.importedAt) + " by " +
                                            whoTook(listed.batch.importedBy)));
  table.rows.push_back({{"Redeem by", redeemByOf(listed)}, end, false});
  if (const std::string origin = originOf(facts); !origin.empty()) {
    table.rows.push_back(told("Course, order", origin));
  }
  if (!facts.value.empty()) table.rows.push_back(told("Worth", facts.value));
  table.page.count = table.rows.size();
  return table;
}

}  // namespace

BatchPage::BatchPage(DeskTools tools, std::int64_t batch) : DeskPage(tools), id_(batch) {
  BatchPage::refresh();
}

void BatchPage::refresh() {
  listed_.reset();
  held_.reset();
  auto batches = listBatches(tools_.ledger);
  if (!batches) return;
  for (ListedBatch& listed : *batches) {
    if (listed.batch.id == id_) listed_ = std::move(listed);
  }
  if (auto held = tools_.ledger.classes().current()) held_ = *std::move(held);
  if (listed_) passTitle_ = PassTitles(tools_.assets).of(listed_->batch.facts.passType);
}

ScreenView BatchPage::view() const {
  DeskView view;
  view.screen = "batch";
  view.title = "Batch " + std::to_string(id_);
  if (!listed_) {
    view.lead = "This batch cannot be read now. Go back to the list.";
    view.leadSign = Sign::Attention;
    return view;
  }
  view.title += ": " + passTitle_;
  view.lead = "What is left stays in stock for the next class of this pass.";
  const StockCount& count = listed_->batch.count;
  view.facts = factsOf(count);
  view.table = originTable(*listed_, endSign(*listed_, held_, tools_.clock.now()));
  const std::int64_t left = count.inStock + count.expired;
  if (left > 0) {
    view.main = DeskButton{"return", "Return " + counted(left, "code") + " to a stick"};
  } else if (count.returned > 0) {
    view.main = DeskButton{"return", "Write the returned codes again"};
  }
  return view;
}

Step BatchPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act != Act::Main || !listed_) return StayHere{};
  const StockCount& count = listed_->batch.count;
  if (count.inStock + count.expired + count.returned == 0) return StayHere{};
  return OpenPage{std::make_unique<LeftoversPage>(tools_, id_)};
}

}  // namespace hallpass
