#include "kiosk/desk/restock_preview.h"

#include <algorithm>
#include <utility>

#include "kiosk/depot/depot_key.h"
#include "kiosk/desk/depot_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/redeem_by.h"
#include "kiosk/desk/restock_lines.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/exchange/code_uses.h"
#include "kiosk/exchange/proven_name.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;
using platform::Worker;

Step showProblem(const DeskTools& tools, const IntakeProblem& problem,
                 const std::string& headline) {
  if (problem.cancelled) return GoBack{};
  NoticeView notice;
  notice.screen = "restock-refused";
  notice.sign = Sign::Attention;
  notice.headline = headline;
  notice.detail = problem.sentence + " " + tr("Nothing was stored.");
  notice.main = DeskButton{"back", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(notice))};
}

/// What the sentence says may be that nobody knows: then "Nothing was stored." would be a guess.
Step showUnsent(const DeskTools& tools, const IntakeProblem& problem) {
  NoticeView notice;
  notice.screen = "restock-unsent";
  notice.sign = Sign::Attention;
  notice.headline = tr("The codes may not be in the depot");
  notice.detail = problem.sentence;
  notice.main = DeskButton{"back", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(notice))};
}

/// What looking at a list leads to.
LongWork::Leads previewOf(const DeskTools& tools, std::shared_ptr<RestockDetails> details,
                          platform::Result<Intake, IntakeProblem> looked,
                          std::function<void()> taken) {
  auto found = std::make_shared<platform::Result<Intake, IntakeProblem>>(std::move(looked));
  return [tools, details = std::move(details), found, taken = std::move(taken)]() -> Step {
    if (!*found) return showProblem(tools, found->error(), tr("No codes were taken"));
    return ReplacePage{std::make_unique<RestockPreview>(tools, details, std::move(**found), taken)};
  };
}

std::vector<std::string> preferredOf(const RestockDetails& details) {
  if (details.passType.empty()) return {};
  return {details.passType};
}

/// How many of the codes can never be handed out.
std::int64_t pastCount(const CodeList& list, platform::UtcTime now) {
  return std::count_if(list.codes.begin(), list.codes.end(),
                       [&](const NewCode& code) { return code.redeemBy && *code.redeemBy < now; });
}

struct Lead {
  std::string text;
  Sign sign = Sign::None;
};

std::string sameFile(const Intake& intake) {
  if (!intake.report.sameFileAt || intake.source->typed()) return {};
  return filled(tr("This very file was taken before, on {day}."),
                {{"day", platform::toLocalText(*intake.report.sameFileAt).substr(0, 10)}}) +
         " ";
}

/// Whether Hallpass wrote the list, and its bytes are others now.
bool wasChanged(const CodeSource& source) {
  return !source.typed() && proofOf(source.name, source.hash) == NameProof::Differs;
}

/// Whether it is known how many rows of stock the list makes.
bool usesSaid(const Intake& intake) { return !intake.type.shared || intake.uses > 0; }

Lead leadOf(const Intake& intake, bool training, platform::UtcTime now) {
  if (!usesSaid(intake)) {
    return {tr("Several students share one code of this kind: say how many."), Sign::Attention};
  }
  if (training) return {tr("Training: stand-ins go into stock instead of these codes.")};
  if (intake.report.added == 0) {
    return {sameFile(intake) + tr("No code of this list is new: nothing is to be taken."),
            Sign::Attention};
  }
  if (intake.list.odd == std::ssize(intake.list.codes)) {
    return {
        filled(tr("None of them looks like a code of {pass} ({shape}). Check the kind of pass."),
               {{"pass", tr(intake.type.title)}, {"shape", tr(intake.type.shapeHint)}}),
        Sign::Attention};
  }
  if (wasChanged(*intake.source)) {
    return {tr("This list was changed since Hallpass wrote it. Take it only if you changed it "
               "yourself; otherwise the stick may be damaged."),
            Sign::Attention};
  }
  if (const std::int64_t past = pastCount(intake.list, now); past > 0) {
    return {trn("{n} code of the list can never be handed out: the last day to redeem is past. "
                "Check the list.",
                "{n} codes of the list can never be handed out: the last day to redeem is past. "
                "Check the list.",
                past),
            Sign::Attention};
  }
  if (intake.report.sameFileAt)
    return {sameFile(intake) + tr("Only what is new is taken."), Sign::Attention};
  return {tr("Nothing is stored yet. Say what the codes are, then take them.")};
}

Sign signOf(IntakePart part, std::int64_t count) {
  if (count == 0) return Sign::None;
  if (part == IntakePart::New) return Sign::Good;
  return part == IntakePart::Rejected || part == IntakePart::Odd ? Sign::Attention : Sign::None;
}

std::string titleOf(const CodeSource& source) {
  return source.typed() ? tr("Typed codes") : source.name;
}

}  // namespace

RestockPreview::RestockPreview(DeskTools tools, std::shared_ptr<RestockDetails> details,
                               Intake intake, std::function<void()> taken)
    : DeskPage(tools),
      details_(std::move(details)),
      form_(tools, details_),
      state_(std::make_shared<State>(State{std::make_shared<const Intake>(std::move(intake)),
                                           std::nullopt, std::nullopt, std::move(taken)})) {
  details_->uses = 0;  // Another list, another number.
  depotBatch_ = freshUuid();
  refresh();
}

/// Asks the stock again where another number of uses was typed.
void RestockPreview::countUses() {
  const Intake& intake = *state_->intake;
  if (!intake.type.shared || details_->uses == intake.uses) return;
  if (!usesFit(intake.list.codes.size(), details_->uses)) {
    details_->uses = intake.uses;
    return;
  }
  auto other = withOtherUses(tools_.ledger, intake, details_->uses, tools_.role);
  if (!other) {
    details_->uses = intake.uses;
    return;
  }
  state_->intake = std::make_shared<const Intake>(*std::move(other));
}

void RestockPreview::refresh() {
  form_.refresh();
  const auto depot = newsOfDepot(tools_);
  forAllRooms_ = depot && mayRestock(*depot);
  if (!isDone()) return countUses();
  if (const auto count = tools_.ledger.stock().count(state_->intake->type.id)) {
    left_ = count->inStock;
  }
  missing_ = 0;
  const auto expected = tools_.ledger.orders().expected();
  if (!expected) return;
  for (const ExpectedBatch& batch : *expected) {
    if (batch.order == details_->order) missing_ += batch.missing();
  }
  if (missing_ > 0 || details_->order.empty()) return;
  // The next list is of another order.
  details_->order.clear();
  details_->course.clear();
}

ScreenView RestockPreview::view() const {
  if (state_->sent) return sentResult();
  return state_->report ? result() : preview();
}

DeskView RestockPreview::preview() const {
  const Intake& intake = *state_->intake;
  DeskView view;
  view.screen = "restock-preview";
  view.title = titleOf(*intake.source);
  const Lead lead = leadOf(intake, tools_.training, tools_.clock.now());
  view.lead = lead.text;
  view.leadSign = lead.sign;
  for (const IntakePart part : kIntakeParts) {
    const std::int64_t count = countOf(intake, part);
    if (part != IntakePart::Remark) {
      view.facts.push_back({std::to_string(count), std::string(title(part)), signOf(part, count)});
    }
    if (count > 0) view.buttons.push_back({std::string(id(part)), std::string(label(part))});
  }
  view.form = form_.view(intake);
  addWays(view);
  return view;
}

/// Into this device's stock, or, where there is a depot, that of all rooms.
void RestockPreview::addWays(DeskView& view) const {
  const std::int64_t added = state_->intake->report.added;
  const bool ready = added > 0 && usesSaid(*state_->intake);
  if (!forAllRooms_) {
    view.main = DeskButton{
        "take", trn("Take {n} code into stock", "Take {n} codes into stock", added), ready};
    return;
  }
  view.other = DeskButton{"take", tr("For this room only"), ready};
  view.main = DeskButton{
      "send",
      trn("For all rooms: {n} code to the depot", "For all rooms: {n} codes to the depot", added),
      ready};
}

DeskView RestockPreview::sentResult() const {
  const Intake& intake = *state_->intake;
  const DepotReceipt& receipt = *state_->sent;
  DeskView view;
  view.screen = "restock-sent";
  view.title = filled(trn("{n} code of {pass} is new in the depot",
                          "{n} codes of {pass} are new in the depot", receipt.added),
                      {{"pass", tr(intake.type.title)}});
  view.lead = tr("Every room can hand them out. This device takes of them what its class needs.");
  view.leadSign = Sign::Good;
  if (receipt.before > 0) {
    view.facts = {{std::to_string(receipt.before),
                   trn("was in the depot before", "were in the depot before", receipt.before)}};
  }
  view.buttons = {{"more", tr("Restock more")}, {"depot", tr("Depot")}};
  view.main = DeskButton{"overview", tr("Overview")};
  return view;
}

DeskView RestockPreview::result() const {
  const Intake& intake = *state_->intake;
  const std::int64_t added = state_->report->added;
  DeskView view;
  view.screen = "restock-done";
  view.title =
      filled(trn("{n} code of {pass} is in stock", "{n} codes of {pass} are in stock", added),
             {{"pass", tr(intake.type.title)}});
  view.lead =
      intake.source->typed() ? tr("They can be handed out.") : tr("You can pull the stick.");
  view.leadSign = Sign::Good;
  view.facts = {{std::to_string(left_), filled(trn("{pass} code left", "{pass} codes left", left_),
                                               {{"pass", tr(intake.type.title)}})}};
  if (missing_ > 0) {
    view.facts.push_back(
        {std::to_string(missing_),
         filled(tr("still missing of order {order}"), {{"order", details_->order}}),
         Sign::Waiting});
  }
  view.buttons = {{"more", tr("Restock more")}, {"batches", tr("Batches")}};
  view.main = DeskButton{"overview", tr("Overview")};
  return view;
}

Step RestockPreview::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (isDone()) return afterwards(intent);
  if (intent.act == Act::Press) return openPart(intent.index);
  if (intent.act == Act::Main) return forAllRooms_ ? send() : take();
  if (intent.act == Act::Other && forAllRooms_) return take();
  return form_.handle(intent, *state_->intake,
                      [this](const PassType& type) { return retype(type); });
}

Step RestockPreview::afterwards(const Intent& intent) const {
  if (intent.act == Act::Main) return GoToPlace{DeskPlace::Front};
  if (intent.act != Act::Press) return StayHere{};
  if (intent.index == 0) return GoBack{};
  if (intent.index == 1 && state_->sent) return OpenPage{depotPage(tools_)};
  if (intent.index == 1) return GoToPlace{DeskPlace::Batches};
  return StayHere{};
}

Step RestockPreview::openPart(std::size_t button) const {
  for (const IntakePart part : kIntakeParts) {
    if (countOf(*state_->intake, part) == 0 || button-- > 0) continue;
    return OpenPage{std::make_unique<LinesPage>(tools_, linesOf(*state_->intake, part))};
  }
  return StayHere{};
}

Step RestockPreview::retype(const PassType& type) const {
  if (type.id == state_->intake->type.id) return StayHere{};
  LongWork work;
  work.title = filled(tr("Looking at the codes as {pass}"), {{"pass", tr(type.title)}});
  work.run = [places = IntakePlaces(tools_), state = state_, details = details_, tools = tools_,
              intake = state_->intake, type](Worker::Job& job) -> LongWork::Leads {
    auto looked = std::make_shared<platform::Result<Intake, IntakeProblem>>(
        lookAgain(places, *intake, type, progressOf(job)));
    return [state, details, tools, looked, title = type.title]() -> Step {
      if (!*looked)
        return showProblem(tools, looked->error(),
                           filled(tr("These are no codes of {pass}"), {{"pass", tr(title)}}));
      state->intake = std::make_shared<const Intake>(std::move(**looked));
      details->passType = state->intake->type.id;
      return GoBack{};
    };
  };
  return openWork(tools_, std::move(work));
}

Step RestockPreview::take() const {
  if (state_->intake->report.added == 0 || !usesSaid(*state_->intake)) return StayHere{};
  LongWork work;
  work.title = trn("Taking {n} code into stock", "Taking {n} codes into stock",
                   state_->intake->report.added);
  work.run = [places = IntakePlaces(tools_), state = state_, details = details_, tools = tools_,
              intake = state_->intake,
              batch = details_->batch(tools_.clock.now())](Worker::Job& job) -> LongWork::Leads {
    const auto taken = takeIn(places, *intake, batch, progressOf(job));
    return [state, details, tools, taken]() -> Step {
      if (!taken) return showProblem(tools, taken.error(), tr("The codes were not taken"));
      state->report = *taken;
      details->passType = state->intake->type.id;
      if (state->taken) state->taken();
      return GoBack{};
    };
  };
  return openWork(tools_, std::move(work));
}

/// One transaction of the depot: all of it or nothing, however often it is sent.
Step RestockPreview::send() const {
  if (state_->intake->report.added == 0 || !usesSaid(*state_->intake)) return StayHere{};
  LongWork work;
  work.title = trn("Sending {n} code to the depot", "Sending {n} codes to the depot",
                   state_->intake->report.added);
  work.run = [places = IntakePlaces(tools_), state = state_, details = details_, tools = tools_,
              intake = state_->intake,
              batch = DepotBatch{depotBatch_, details_->batch(tools_.clock.now()), {}}](
                 Worker::Job& job) -> LongWork::Leads {
    const auto sent = sendToDepot(places, *intake, batch, *tools.depot, job.interruption());
    return [state, details, tools, sent]() -> Step {
      if (!sent) return showUnsent(tools, sent.error());
      state->sent = *sent;
      details->passType = state->intake->type.id;
      if (state->taken) state->taken();
      tools.depot->tellNow();
      return GoBack{};
    };
  };
  return openWork(tools_, std::move(work));
}

Step openCodeFile(const DeskTools& tools, const std::shared_ptr<RestockDetails>& details,
                  const platform::MediaFile& file) {
  LongWork work;
  work.title = filled(tr("Reading {file}"), {{"file", nameOf(file)}});
  work.run = [places = IntakePlaces(tools), preferred = preferredOf(*details), file, tools,
              details](Worker::Job& job) -> LongWork::Leads {
    auto source = readSource(file);
    if (!source) return previewOf(tools, details, source.error(), {});
    return previewOf(tools, details, lookAt(places, *std::move(source), preferred, progressOf(job)),
                     {});
  };
  return openWork(tools, std::move(work));
}

Step openTypedCodes(const DeskTools& tools, const std::shared_ptr<RestockDetails>& details,
                    std::vector<Code> codes, std::function<void()> taken) {
  LongWork work;
  work.title = trn("Looking at {n} code", "Looking at {n} codes", std::ssize(codes));
  work.run = [places = IntakePlaces(tools), preferred = preferredOf(*details),
              source = typedSource(std::move(codes), tools.clock.now()), tools, details,
              taken = std::move(taken)](Worker::Job& job) -> LongWork::Leads {
    return previewOf(tools, details, lookAt(places, source, preferred, progressOf(job)), taken);
  };
  return openWork(tools, std::move(work));
}

}  // namespace hallpass
