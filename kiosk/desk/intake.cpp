#include "kiosk/desk/intake.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/practice.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/exchange/code_uses.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/guide/guide.h"
#include "kiosk/room/depot_words.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::Result;
using platform::tr;

IntakeProblem problemOf(Refusal refusal) {
  return {std::string(deskSentence(refusal)), refusal == Refusal::Cancelled};
}

IntakeProblem problemOf(const ListProblem& problem) {
  return {problem.sentence, problem.why == ListRefusal::Cancelled};
}

Result<std::unique_ptr<Ledger>, IntakeProblem> openLedger(const IntakePlaces& places) {
  auto ledger = Ledger::open(places.ledgerFile, places.clock);
  if (!ledger) return IntakeProblem{ledger.error().sentence};
  return *std::move(ledger);
}

std::vector<PassType> typesOf(const std::filesystem::path& assets) {
  std::vector<PassType> types;
  for (const std::string& id : passTypeIds(assets)) {
    if (auto type = loadPassType(assets, id)) types.push_back(*std::move(type));
  }
  return types;
}

/// Leaves those that the desk offers, and those of `preferred`: a class may have been opened for
/// another one. Where that leaves none, all of them stay.
void keepOffered(std::vector<PassType>& types, const std::vector<std::string>& preferred) {
  const auto left = std::stable_partition(types.begin(), types.end(), [&](const PassType& type) {
    return type.offered ||
           std::find(preferred.begin(), preferred.end(), type.id) != preferred.end();
  });
  if (left != types.begin()) types.erase(left, types.end());
}

/// A real code never reaches the ledger of training mode: stand-ins do, which go on counting.
Result<std::vector<NewCode>, IntakeProblem> standIns(Ledger& ledger, const CodeList& list,
                                                     const PassType& type) {
  const auto count = ledger.stock().count(std::nullopt);
  if (!count) return problemOf(count.error());
  std::int64_t number = count->loaded;
  std::vector<NewCode> codes;
  for (const NewCode& real : list.codes) {
    const std::string text = practiceCode(++number);
    codes.push_back({real.line, Code(text), type.identity(text), real.redeemBy});
  }
  return codes;
}

NewBatch withOrigin(NewBatch batch, const Intake& intake) {
  batch.passType = intake.type.id;
  batch.fileName = intake.source->name;
  batch.fileHash = intake.source->hash;
  return batch;
}

/// Puts what the stock says of intake.list into intake.report.
Result<Intake, IntakeProblem> tryOut(const IntakePlaces& places, Ledger& ledger, Intake intake,
                                     const Progress& progress) {
  if (places.training) {
    auto codes = standIns(ledger, intake.list, intake.type);
    if (!codes) return codes.error();
    intake.list.codes = *std::move(codes);
  }
  auto report = ledger.stock().add(withOrigin({}, intake), stockRows(intake), Mode::DryRun,
                                   places.role, progress);
  if (!report) return problemOf(report.error());
  intake.report = *std::move(report);
  return intake;
}

/// Those of `rows` that never came in here. The stock tells lines: each row is one for this.
Result<std::vector<NewCode>, IntakeProblem> unknownHere(Ledger& ledger, const NewBatch& facts,
                                                        const std::vector<NewCode>& rows,
                                                        Role role) {
  std::vector<NewCode> numbered = rows;
  for (std::size_t at = 0; at < rows.size(); ++at) numbered[at].line = static_cast<int>(at);
  const auto report = ledger.stock().add(facts, numbered, Mode::DryRun, role, {});
  if (!report) return problemOf(report.error());
  std::vector<bool> known(rows.size());
  for (const int row : report->inStockAlready) known[static_cast<std::size_t>(row)] = true;
  std::vector<NewCode> fresh;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!known[at]) fresh.push_back(rows[at]);
  }
  return fresh;
}

void recordSending(Ledger& ledger, const DepotBatch& batch, std::int64_t added, Role role) {
  // A refusal is not told: the codes are in the depot, which has its own record of it.
  (void)ledger.journal().record(Event::DepotRestocked, role,
                                {{"pass_type", batch.facts.passType},
                                 {"sent", std::to_string(batch.codes.size())},
                                 {"added", std::to_string(added)},
                                 {"file_sha256", platform::toHex(batch.facts.fileHash)},
                                 {"course", batch.facts.course},
                                 {"order", batch.facts.order}});
}

}  // namespace

std::vector<NewCode> stockRows(const Intake& intake) {
  if (!intake.type.shared) return intake.list.codes;
  return withUses(intake.list.codes, std::max(1, intake.uses));
}

Result<Intake, Refusal> withOtherUses(Ledger& ledger, const Intake& intake, int uses, Role role) {
  Intake other = intake;
  other.uses = uses;
  auto report = ledger.stock().add(withOrigin({}, other), stockRows(other), Mode::DryRun, role, {});
  if (!report) return report.error();
  other.report = *std::move(report);
  return other;
}

IntakePlaces::IntakePlaces(const DeskTools& tools)
    : ledgerFile(tools.ledgerFile),
      assets(tools.assets),
      clock(tools.clock),
      role(tools.role),
      training(tools.training) {}

Result<CodeSource, IntakeProblem> readSource(const platform::MediaFile& file) {
  const auto bytes = platform::readFile(file.path, kMostFileBytes, platform::Links::Refused);
  if (!bytes) return IntakeProblem{readingSentence(bytes.error(), file)};
  auto table = readTable(*bytes);
  if (!table) return problemOf(table.error());
  const platform::Hash hash = table->fileHash;
  return CodeSource{nameOf(file), hash, *std::move(table)};
}

Result<Intake, IntakeProblem> lookAt(const IntakePlaces& places, CodeSource source,
                                     std::vector<std::string> preferred, const Progress& progress) {
  auto types = typesOf(places.assets);
  if (types.empty()) {
    return IntakeProblem{tr(
        "No pass type of this kiosk can be read, so no code can be taken. Run: hallpass doctor")};
  }
  const auto ledger = openLedger(places);
  if (!ledger) return ledger.error();
  const auto held = (*ledger)->classes().current();
  if (!held) return problemOf(held.error());
  if (*held) preferred.push_back((*held)->facts.passType);
  keepOffered(types, preferred);
  Intake intake;
  intake.type = likeliestType(source, types, preferred, progress);
  intake.types = std::make_shared<const std::vector<PassType>>(std::move(types));
  intake.source = std::make_shared<const CodeSource>(std::move(source));
  auto list = codesOf(*intake.source, intake.type, places.clock.now(), progress);
  if (!list) return problemOf(list.error());
  intake.list = *std::move(list);
  return tryOut(places, **ledger, std::move(intake), progress);
}

Result<Intake, IntakeProblem> lookAgain(const IntakePlaces& places, const Intake& intake,
                                        const PassType& type, const Progress& progress) {
  auto list = codesOf(*intake.source, type, places.clock.now(), progress);
  if (!list) return problemOf(list.error());
  const auto ledger = openLedger(places);
  if (!ledger) return ledger.error();
  Intake other{intake.types, intake.source, type, *std::move(list), {}, 0};
  return tryOut(places, **ledger, std::move(other), progress);
}

Result<Stock::Report, IntakeProblem> takeIn(const IntakePlaces& places, const Intake& intake,
                                            NewBatch batch, const Progress& progress) {
  const auto ledger = openLedger(places);
  if (!ledger) return ledger.error();
  auto report = (*ledger)->stock().add(withOrigin(std::move(batch), intake), stockRows(intake),
                                       Mode::Keep, places.role, progress);
  if (!report) return problemOf(report.error());
  return *std::move(report);
}

Result<DepotReceipt, IntakeProblem> sendToDepot(const IntakePlaces& places, const Intake& intake,
                                                DepotBatch batch, DepotLink& depot,
                                                const platform::Interruption& cancel) {
  const auto ledger = openLedger(places);
  if (!ledger) return ledger.error();
  batch.facts = withOrigin(std::move(batch.facts), intake);
  auto fresh = unknownHere(**ledger, batch.facts, stockRows(intake), places.role);
  if (!fresh) return fresh.error();
  batch.codes = *std::move(fresh);
  const auto added = depot.add(batch, cancel);
  if (!added) return IntakeProblem{notAddedSentence(added.error())};
  recordSending(**ledger, batch, *added, places.role);
  return DepotReceipt{*added, std::ssize(batch.codes) - *added};
}

}  // namespace hallpass
