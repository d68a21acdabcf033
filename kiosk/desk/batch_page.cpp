#include "kiosk/desk/batch_page.h"

#include <utility>

#include "kiosk/desk/code_source.h"
#include "kiosk/desk/leftovers_page.h"
#include "kiosk/desk/pass_titles.h"
#include "kiosk/desk/redeem_by.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

/// As many as tell two files apart at a glance.
constexpr std::size_t kHashShown = 16;

const char* takenInBy(const std::string& role) {
  if (role == name(Role::Instructor)) return tr("{time} by the instructor");
  if (role == name(Role::Staff)) return tr("{time} by venue staff");
  if (role == name(Role::Operator)) return tr("{time} by the command line");
  return tr("{time} by the program");
}

std::vector<Fact> factsOf(const StockCount& count) {
  // TRANSLATORS: how many codes; the number stands above the word, here and in what follows
  return {
      {std::to_string(count.loaded), tr("came in")},
      {std::to_string(count.inStock), tr("in stock")},
      {std::to_string(count.claimed), tr("taken")},
      {std::to_string(count.quarantined), tr("in quarantine")},
      {std::to_string(count.expired), tr("expired"), count.expired > 0 ? Sign::Bad : Sign::None},
      {std::to_string(count.returned), tr("returned")}};
}

TableRow told(const char* what, const std::string& value) {
  return {{what, value}, Sign::None, false};
}

TableView originTable(const ListedBatch& listed, Sign end) {
  const NewBatch& facts = listed.batch.facts;
  TableView table;
  // TRANSLATORS: column titles above pairs such as "File: codes.csv"
  table.columns = {{tr("What"), 1}, {tr("Says"), 3}};
  table.rows = {told(tr("File"), fileShown(facts))};
  if (facts.fileName != kTypedName) {
    table.rows.push_back(
        told("SHA-256", platform::toHex(facts.fileHash).substr(0, kHashShown) + " ..."));
  }
  table.rows.push_back(
      told(tr("Taken in"), filled(takenInBy(listed.batch.importedBy),
                                  {{"time", platform::toLocalText(listed.batch.importedAt)}})));
  table.rows.push_back({{tr("Redeem by"), redeemByOf(listed)}, end, false});
  if (const std::string origin = originOf(facts); !origin.empty()) {
    table.rows.push_back(told(tr("Course, order"), origin));
  }
  // TRANSLATORS: what one code is worth, such as "$100"
  if (!facts.value.empty()) table.rows.push_back(told(tr("Worth"), facts.value));
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
  const std::string number = std::to_string(id_);
  view.title = filled(tr("Batch {number}"), {{"number", number}});
  if (!listed_) {
    view.lead = tr("This batch cannot be read now. Go back to the list.");
    view.leadSign = Sign::Attention;
    return view;
  }
  view.title = filled(tr("Batch {number}: {pass}"), {{"number", number}, {"pass", tr(passTitle_)}});
  view.lead = tr("What is left stays in stock for the next class of this pass.");
  const StockCount& count = listed_->batch.count;
  view.facts = factsOf(count);
  view.table = originTable(*listed_, endSign(*listed_, held_, tools_.clock.now()));
  const std::int64_t left = count.inStock + count.expired;
  if (left > 0) {
    view.main = DeskButton{"return",
                           trn("Return {n} code to a stick", "Return {n} codes to a stick", left)};
  } else if (count.returned > 0) {
    view.main = DeskButton{"return", tr("Write the returned codes again")};
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
