#include "kiosk/commands/command_set.h"
#include "kiosk/domain/readiness.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;
using platform::Result;

std::string guideProblemOf(const std::string& passType) {
  const auto type = passTypeOf(passType);
  if (!type) return type.error().sentence;
  const auto guide = guideOf(*type);
  return guide ? "" : guide.error().sentence;
}

Result<ReadinessFacts, Refusal> gather(Ledger& ledger, platform::UtcTime now) {
  ReadinessFacts facts;
  facts.now = now;
  const auto current = ledger.classes().current();
  if (!current) return current.error();
  const auto lastEvent = ledger.journal().lastEventAt();
  if (!lastEvent) return lastEvent.error();
  facts.openClass = *current;
  facts.lastEvent = *lastEvent;
  if (!facts.openClass) return facts;
  const std::string& passType = facts.openClass->facts.passType;
  const auto stock = ledger.stock().count(passType);
  if (!stock) return stock.error();
  facts.inStock = stock->inStock;
  facts.guideProblem = guideProblemOf(passType);
  return facts;
}

Answer examine(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto facts = gather(**ledger, session.clock().now());
  if (!facts) return complaint(facts.error());
  const std::vector<Reason> reasons = readiness(*facts);
  Report report;
  report.json = {{"ready", reasons.empty()},
                 {"reasons", ordered_json::array()},
                 {"in_stock", facts->inStock},
                 {"data", session.data().string()},
                 {"assets", assetsFolder().string()}};
  if (reasons.empty()) {
    report.text = "Ready: \"" + facts->openClass->facts.title + "\" is open, " +
                  std::to_string(facts->inStock) + " codes in stock.\n";
  } else {
    report.text = "The kiosk serves nobody yet:\n";
    report.status = ExitStatus::Refused;
  }
  for (const Reason& reason : reasons) {
    report.json["reasons"].push_back({{"id", reason.id}, {"sentence", reason.sentence}});
    report.text += "- " + reason.sentence + "\n";
  }
  return report;
}

}  // namespace

void addDoctorCommand(CLI::App& app, Asked& asked) {
  CLI::App* command = addCommand(
      app, asked, "doctor", "Say whether the kiosk may serve, and if not, why; status 1 if not",
      "hallpass doctor");
  command->callback([&asked] { asked.work = examine; });
}

}  // namespace hallpass
