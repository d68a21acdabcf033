#include "kiosk/desk/depot_page.h"

#include <utility>
#include <vector>

#include "kiosk/desk/checks_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::countText;
using platform::tr;
using platform::trn;

/// Unused codes of a lease, and whether the class that is open may still need them.
struct Unused {
  std::vector<std::string> leases;
  std::int64_t codes = 0;
  std::int64_t ofClass = 0;
};

/// The pass type of the class that may still take codes; "" = there is none.
std::string passTypeInUse(Ledger& ledger) {
  const auto held = ledger.classes().current();
  if (!held || !*held || (*held)->state == ClassState::Closed) return "";
  return (*held)->facts.passType;
}

std::int64_t unusedOf(const HeldLease& lease) {
  std::int64_t unused = 0;
  for (const CodeFate& code : lease.codes) unused += code.fate == Fate::Stock ? 1 : 0;
  return unused;
}

Unused unusedIn(Ledger& ledger) {
  Unused unused;
  const std::string inUse = passTypeInUse(ledger);
  const auto leases = ledger.leases().leases();
  if (!leases) return unused;
  for (const std::string& id : *leases) {
    const auto lease = ledger.leases().lease(id);
    if (!lease || !*lease) continue;
    const std::int64_t codes = unusedOf(**lease);
    if ((*lease)->ask.passType == inUse) {
      unused.ofClass += codes;
    } else if (codes > 0) {
      unused.codes += codes;
      unused.leases.push_back(id);
    }
  }
  return unused;
}

class DepotPage final : public DeskPage {
 public:
  explicit DepotPage(const DeskTools& tools) : DeskPage(tools) { DepotPage::refresh(); }

  void refresh() override {
    if (auto news = newsOfDepot(tools_)) news_ = *std::move(news);
  }

  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Front; }
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  [[nodiscard]] std::vector<Fact> facts() const;
  [[nodiscard]] Step askToGiveBack() const;

  DepotNews news_;
};

std::vector<Fact> DepotPage::facts() const {
  const LeaseFigures& figures = news_.figures;
  std::vector<Fact> facts;
  facts.push_back(
      {countText(figures.inStock), trn("unused code of the depot is here",
                                       "unused codes of the depot are here", figures.inStock)});
  if (const auto left = news_.standing.left) {
    facts.push_back({countText(*left),
                     trn("code is left in the depot", "codes are left in the depot", *left),
                     *left == 0 ? Sign::Attention : Sign::None});
  }
  facts.push_back({countText(figures.untold),
                   trn("entry waits to be sent", "entries wait to be sent", figures.untold),
                   figures.untold > 0 ? Sign::Waiting : Sign::None});
  // Where all is well, the lead says it.
  const auto synced = news_.standing.synced;
  if (synced && findingOf(news_) != Finding::Good) {
    facts.push_back({dayText(*synced), tr("last synchronised")});
  }
  return facts;
}

ScreenView DepotPage::view() const {
  DeskView view;
  view.screen = "depot";
  view.title = tr("Depot");
  view.lead =
      news_.standing.busy ? tr("Synchronising with the depot ...") : depotSentence(news_, dayText);
  view.leadSign = news_.standing.busy ? Sign::Waiting : depotSign(news_);
  view.facts = facts();
  if (news_.figures.inStock > 0) {
    view.other = DeskButton{"give-back", tr("Give unused codes back")};
  }
  view.main = DeskButton{"synchronise", tr("Synchronise now"),
                         news_.member.has_value() && !news_.standing.busy};
  return view;
}

Step DepotPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Other && news_.figures.inStock > 0) return askToGiveBack();
  if (intent.act == Act::Main && news_.member && !news_.standing.busy) {
    tools_.depot->tellNow();
    refresh();
  }
  return StayHere{};
}

/// An open class would lease codes of its kind again at once.
Step refuseToGiveBack(const DeskTools& tools) {
  NoticeView view;
  view.screen = "depot-in-use";
  view.sign = Sign::Attention;
  view.headline = tr("The class may still need these codes");
  view.detail =
      tr("While it is open, this device would take others for it at once. Close the class "
         "first, then give back what is left.");
  view.main = DeskButton{"understood", tr("Back")};
  return OpenPage{std::make_unique<NoticePage>(tools, std::move(view))};
}

/// Every lease that can be is given back before a refusal is told.
Step giveBack(const DeskTools& tools, const std::vector<std::string>& leases) {
  std::optional<Refusal> refused;
  for (const std::string& lease : leases) {
    const auto count = tools.ledger.leases().giveBack(lease, tools.role);
    if (!count && count.error() != Refusal::NothingLeft) refused = count.error();
  }
  tools.depot->tellNow();
  if (refused) return ReplacePage{refusalPage(tools, *refused)};
  return GoBack{};
}

Step DepotPage::askToGiveBack() const {
  const Unused unused = unusedIn(tools_.ledger);
  if (unused.leases.empty()) return refuseToGiveBack(tools_);
  NoticeView view;
  view.screen = "depot-give-back";
  view.headline =
      trn("Give {n} code back to the depot?", "Give {n} codes back to the depot?", unused.codes);
  view.detail =
      tr("Other rooms can hand them out then, and this device never does. For its next "
         "class it takes others.");
  if (unused.ofClass > 0) {
    view.detail += " " + trn("{n} code of the open class stays here.",
                             "{n} codes of the open class stay here.", unused.ofClass);
  }
  view.other = DeskButton{"keep", tr("Back")};
  view.main = DeskButton{"give-back", tr("Give them back")};
  return OpenPage{std::make_unique<NoticePage>(
      tools_, std::move(view),
      [tools = tools_, leases = unused.leases] { return giveBack(tools, leases); })};
}

}  // namespace

std::unique_ptr<DeskPage> depotPage(const DeskTools& tools) {
  return std::make_unique<DepotPage>(tools);
}

std::optional<DepotNews> newsOfDepot(const DeskTools& tools) {
  if (tools.depot == nullptr) return std::nullopt;
  auto news = depotNews(tools.ledger, tools.depot->standing());
  if (!news) return std::nullopt;
  return *std::move(news);
}

Sign depotSign(const DepotNews& news) {
  const Finding finding = findingOf(news);
  return finding == Finding::Absent ? Sign::Waiting : signOf(finding);
}

std::string depotLine(const DepotNews& news) {
  return depotSentence(news, dayText) + " " + depotCounts(news);
}

}  // namespace hallpass
