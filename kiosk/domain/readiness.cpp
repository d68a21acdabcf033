#include "kiosk/domain/readiness.h"

namespace hallpass {
namespace {

ReasonKind kindOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::ClassPaused:
      return ReasonKind::ClassPaused;
    case Refusal::ClassNotYetOpen:
      return ReasonKind::ClassNotYetOpen;
    case Refusal::ClassOver:
      return ReasonKind::ClassOver;
    case Refusal::ClassClosed:
      return ReasonKind::ClassClosed;
    case Refusal::DiskLow:
      return ReasonKind::DiskLow;
    case Refusal::OutOfStock:
      return ReasonKind::OutOfStock;
    default:
      return ReasonKind::NoClass;
  }
}

Reason reasonOf(Refusal refusal) { return {kindOf(refusal), std::string(sentence(refusal))}; }

Reason clockBehind(const ReadinessFacts& facts) {
  return {ReasonKind::ClockBehind,
          "The clock says " + platform::toIsoText(facts.now) +
              ", but the newest journal entry is from " + platform::toIsoText(facts.lastEvent) +
              ". Set the clock. If it is right now, say so with: hallpass doctor --clock-is-right"};
}

}  // namespace

std::string_view id(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::ClockBehind:
      return "clock-behind";
    case ReasonKind::DiskLow:
      return "disk-low";
    case ReasonKind::NoClass:
      return "no-class";
    case ReasonKind::ClassClosed:
      return "class-closed";
    case ReasonKind::ClassPaused:
      return "class-paused";
    case ReasonKind::ClassNotYetOpen:
      return "class-not-yet-open";
    case ReasonKind::ClassOver:
      return "class-over";
    case ReasonKind::GuideInvalid:
      return "guide-invalid";
    case ReasonKind::OutOfStock:
      break;
  }
  return "out-of-stock";
}

std::vector<Reason> readiness(const ReadinessFacts& facts) {
  std::vector<Reason> reasons;
  if (facts.now.ms + kClockToleranceMs < facts.lastEvent.ms) reasons.push_back(clockBehind(facts));
  if (facts.diskLow) reasons.push_back(reasonOf(Refusal::DiskLow));
  if (!facts.openClass) {
    reasons.push_back(reasonOf(Refusal::NoClass));
    return reasons;
  }
  if (const auto refusal = facts.openClass->refusesAt(facts.now)) {
    reasons.push_back(reasonOf(*refusal));
  }
  if (!facts.guideProblem.empty()) {
    reasons.push_back({ReasonKind::GuideInvalid, facts.guideProblem});
  }
  if (facts.inStock == 0) reasons.push_back(reasonOf(Refusal::OutOfStock));
  return reasons;
}

}  // namespace hallpass
