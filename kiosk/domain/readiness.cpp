#include "kiosk/domain/readiness.h"

namespace hallpass {
namespace {

Reason classReason(Refusal refusal) {
  switch (refusal) {
    case Refusal::ClassPaused:
      return {"class-paused", std::string(sentence(refusal))};
    case Refusal::ClassNotYetOpen:
      return {"class-not-yet-open", std::string(sentence(refusal))};
    case Refusal::ClassOver:
      return {"class-over", std::string(sentence(refusal))};
    case Refusal::ClassClosed:
      return {"class-closed", std::string(sentence(refusal))};
    default:
      return {"no-class", std::string(sentence(Refusal::NoClass))};
  }
}

}  // namespace

std::vector<Reason> readiness(const ReadinessFacts& facts) {
  std::vector<Reason> reasons;
  if (facts.ledgerFailed) {
    return {{"ledger-failed", std::string(sentence(Refusal::Failed))}};
  }
  if (facts.now.ms + kClockToleranceMs < facts.lastEvent.ms) {
    reasons.push_back({"clock-behind", "The clock says " + platform::toIsoText(facts.now) +
                                           ", but the newest journal entry is from " +
                                           platform::toIsoText(facts.lastEvent) +
                                           ". Set the clock."});
  }
  if (!facts.openClass) {
    reasons.push_back(classReason(Refusal::NoClass));
    return reasons;
  }
  if (const auto refusal = facts.openClass->refusesAt(facts.now)) {
    reasons.push_back(classReason(*refusal));
  }
  if (!facts.guideProblem.empty()) reasons.push_back({"guide-invalid", facts.guideProblem});
  if (facts.inStock == 0) {
    reasons.push_back({"out-of-stock", std::string(sentence(Refusal::OutOfStock))});
  }
  return reasons;
}

}  // namespace hallpass
