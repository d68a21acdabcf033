// The desk's first page: the class and its stock at a glance, and what mends what is wrong.
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "kiosk/desk/depot_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/room/room.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

/// One thing to be said, and what its button does.
struct Trouble {
  FrontView::Line line;
  std::function<Step()> mend;
};

std::function<Step()> to(DeskPlace place) {
  return [place] { return Step(GoToPlace{place}); };
}

class FrontPage final : public DeskPage {
 public:
  explicit FrontPage(const DeskTools& tools) : DeskPage(tools) { read(); }

  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Front; }
  void refresh() override { read(); }
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  void read();
  void readTroubles();
  void addReason(const Reason& reason);
  void addStockTroubles();
  void addClassTroubles();
  void addDeviceTroubles();
  void addDepot();
  [[nodiscard]] bool clockAcceptedSinceBoot() const;
  [[nodiscard]] std::string stateText() const;
  void add(Sign sign, std::string sentence, std::string button, std::function<Step()> mend);
  [[nodiscard]] Step setState(ClassState state);
  [[nodiscard]] Step acceptClock();
  [[nodiscard]] bool isOpenState(ClassState state) const {
    return room_.heldClass && room_.heldClass->state == state;
  }

  Room room_;
  ClassFigures figures_;
  StockOutlook stock_;
  std::optional<DepotNews> depot_;  ///< nullopt: this device has none.
  std::vector<Trouble> troubles_;
};

void FrontPage::read() {
  const platform::UtcTime now = tools_.clock.now();
  auto room = readRoom(tools_.ledger, tools_.assets, now);
  const auto students = tools_.ledger.roster().places();
  if (!room || !students) return;
  room_ = *std::move(room);
  figures_ = figuresOf(*students);
  stock_ = {room_.inStock, 0, std::nullopt};
  if (room_.heldClass) {
    stock_.classEnds = room_.heldClass->facts.until;
    if (stock_.classEnds) {
      const auto ending =
          tools_.ledger.stock().endingBefore(room_.heldClass->facts.passType, *stock_.classEnds);
      if (ending) stock_.endBefore = *ending;
    }
  }
  depot_ = newsOfDepot(tools_);
  readTroubles();
}

/// The depot stands below all that mends something where it is as it should be.
void FrontPage::readTroubles() {
  troubles_.clear();
  const bool well = depot_ && depotSign(*depot_) == Sign::Good;
  for (const Reason& reason : room_.reasons) addReason(reason);
  if (!well) addDepot();
  addStockTroubles();
  addClassTroubles();
  addDeviceTroubles();
  if (well) addDepot();
}

void FrontPage::addDepot() {
  if (!depot_) return;
  add(depotSign(*depot_), depotLine(*depot_), tr("Depot"),
      [this]() -> Step { return OpenPage{depotPage(tools_)}; });
}

void FrontPage::add(Sign sign, std::string sentence, std::string button,
                    std::function<Step()> mend) {
  troubles_.push_back({{sign, std::move(sentence), std::move(button)}, std::move(mend)});
}

void FrontPage::addReason(const Reason& reason) {
  switch (reason.kind) {
    case ReasonKind::ClockBehind:
      return add(Sign::Bad,
                 filled(tr("The clock says {time}, earlier than the newest entry of the journal. "
                           "Is it right now?"),
                        {{"time", dayText(tools_.clock.now())}}),
                 tr("It is right"), [this] { return acceptClock(); });
    case ReasonKind::DiskLow:
      return add(Sign::Bad, std::string(deskSentence(Refusal::DiskLow)), "", {});
    case ReasonKind::NoClass:
      return add(Sign::Attention, tr("No class is open, so nobody can take a code."),
                 tr("Open a class"), to(DeskPlace::Class));
    case ReasonKind::ClassClosed:
      return add(Sign::Attention, tr("The class is closed. Nobody can take a code."),
                 tr("Open the next class"), to(DeskPlace::Class));
    case ReasonKind::ClassPaused:
      return add(Sign::Attention, tr("The class is paused. Nobody can take a code."), tr("Go on"),
                 [this] { return setState(ClassState::Open); });
    case ReasonKind::ClassNotYetOpen:
      return add(Sign::Waiting,
                 filled(tr("Codes are handed out from {time}."),
                        {{"time", dayText(*room_.heldClass->facts.from)}}),
                 tr("Change the times"), to(DeskPlace::Class));
    case ReasonKind::ClassOver:
      return add(Sign::Attention,
                 filled(tr("The class ended at {time}. Nobody can take a code."),
                        {{"time", dayText(*room_.heldClass->facts.until)}}),
                 tr("Change the times"), to(DeskPlace::Class));
    case ReasonKind::GuideInvalid:
      return add(Sign::Bad,
                 filled(tr("The guide cannot be shown: {why}"), {{"why", reason.sentence}}), "",
                 {});
    case ReasonKind::OutOfStock:
      return add(Sign::Bad, tr("No code is left that may be handed out."), tr("Restock"),
                 to(DeskPlace::Restock));
  }
}

void FrontPage::addStockTroubles() {
  if (!room_.heldClass || room_.heldClass->state == ClassState::Closed) return;
  const std::int64_t lacking = shortBy(figures_, stock_);
  if (lacking > 0 && room_.inStock > 0) {
    add(Sign::Attention,
        trn("For {n} student there is no code.", "For {n} students there is no code.", lacking),
        tr("Restock"), to(DeskPlace::Restock));
  }
  if (stock_.endBefore > 0) {
    add(Sign::Attention,
        trn("{n} code ends before the class does.", "{n} codes end before the class does.",
            stock_.endBefore),
        tr("Batches"), to(DeskPlace::Batches));
  }
  const auto expected = tools_.ledger.orders().expected();
  if (!expected) return;
  std::int64_t missing = 0;
  for (const ExpectedBatch& batch : *expected) missing += batch.missing();
  if (missing > 0) {
    add(Sign::Waiting,
        trn("{n} expected code has not arrived.", "{n} expected codes have not arrived.", missing),
        tr("Collect them"), to(DeskPlace::Restock));
  }
}

void FrontPage::addClassTroubles() {
  if (figures_.stuck > 0) {
    add(Sign::Attention, trn("{n} student is stuck.", "{n} students are stuck.", figures_.stuck),
        tr("Show them"), [this]() -> Step { return ReplacePage{stuckStudentsPage(tools_)}; });
  }
  const bool open = room_.heldClass && room_.heldClass->state != ClassState::Closed;
  if (open && figures_.students == 0 && room_.heldClass->facts.walkIns == WalkIns::Refused) {
    add(Sign::Bad, tr("Nobody is on the list of students, and others may not join."), tr("Class"),
        to(DeskPlace::Class));
  }
}

void FrontPage::addDeviceTroubles() {
  const bool behind = !room_.reasons.empty() && room_.reasons[0].kind == ReasonKind::ClockBehind;
  const bool kept = tools_.clock.quality() == platform::ClockQuality::Synchronised;
  if (!behind && !kept && !clockAcceptedSinceBoot()) {
    add(Sign::Waiting,
        filled(tr("No time source sets this clock. It says {time}. Is that right?"),
               {{"time", dayText(tools_.clock.now())}}),
        tr("It is right"), [this] { return acceptClock(); });
  }
}

bool FrontPage::clockAcceptedSinceBoot() const {
  Journal::Filter accepted;
  accepted.event = "clock-accepted";
  const auto page = tools_.ledger.journal().page(accepted, 0, 1);
  return page && !page->entries.empty() && page->entries.front().bootId == tools_.clock.bootId();
}

Step FrontPage::setState(ClassState state) {
  const auto set = tools_.ledger.classes().setState(state, tools_.role);
  if (!set) return OpenPage{refusalPage(tools_, set.error())};
  read();
  return StayHere{};
}

Step FrontPage::acceptClock() {
  const auto accepted = tools_.ledger.journal().acceptClock(tools_.role);
  if (!accepted) return OpenPage{refusalPage(tools_, accepted.error())};
  read();
  return StayHere{};
}

std::string FrontPage::stateText() const {
  if (isOpenState(ClassState::Paused)) return trc("state of a class", "Paused");
  if (!isOpenState(ClassState::Open)) return trc("state of a class", "Closed");
  const auto& until = room_.heldClass->facts.until;
  if (!until) return trc("state of a class", "Open");
  return filled(tr("Open until {time}"), {{"time", dayText(*until)}});
}

ScreenView FrontPage::view() const {
  FrontView view;
  view.figures = figures_;
  if (room_.heldClass) {
    const NewClass& facts = room_.heldClass->facts;
    const bool open = isOpenState(ClassState::Open);
    view.classTitle = facts.title;
    view.state = stateText();
    view.stateSign = open ? Sign::Good : Sign::Waiting;
    view.outlook = outlookSentence(figures_, stock_, tools_.clock.now());
    view.outlookSign = shortBy(figures_, stock_) > 0 ? Sign::Attention : Sign::Good;
    if (!isOpenState(ClassState::Closed)) view.stock = stock_;
  } else {
    view.outlook = tr("Open a class, and it is shown here at a glance.");
  }
  for (const Trouble& trouble : troubles_) view.lines.push_back(trouble.line);
  if (isOpenState(ClassState::Open)) view.other = DeskButton{"pause", tr("Pause the class")};
  if (isOpenState(ClassState::Paused)) view.other = DeskButton{"resume", tr("Go on")};
  if (room_.heldClass) view.main = DeskButton{"students", tr("Students")};
  return view;
}

Step FrontPage::handle(const Intent& intent) {
  if (intent.act == Act::Press && intent.index < troubles_.size() && troubles_[intent.index].mend) {
    // Mending reads the page anew, and with it what this is called through.
    const auto mend = troubles_[intent.index].mend;
    return mend();
  }
  if (intent.act == Act::Other && isOpenState(ClassState::Open))
    return setState(ClassState::Paused);
  if (intent.act == Act::Other && isOpenState(ClassState::Paused))
    return setState(ClassState::Open);
  if (intent.act == Act::Main && room_.heldClass) return GoToPlace{DeskPlace::Students};
  return StayHere{};
}

}  // namespace

std::unique_ptr<DeskPage> frontPage(const DeskTools& tools) {
  return std::make_unique<FrontPage>(tools);
}

}  // namespace hallpass
