#include "kiosk/depot/refill.h"

#include <algorithm>

#include "kiosk/depot/depot_key.h"
#include "kiosk/domain/figures.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

/// At the least, beside those for students without a code.
constexpr std::int64_t kSpare = 4;
/// The same where students may join who are on no list: the network may be away all day.
constexpr std::int64_t kSpareForWalkIns = 12;

/// Codes of `passType` that can be handed out, or were asked for and have not come.
Result<std::int64_t, Refusal> coming(Ledger& ledger, const std::string& passType) {
  const auto stock = ledger.stock().count(passType);
  if (!stock) return stock.error();
  const auto asks = ledger.leases().asks();
  if (!asks) return asks.error();
  std::int64_t codes = stock->inStock;
  for (const LeaseAsk& ask : *asks) codes += ask.passType == passType ? ask.count : 0;
  return codes;
}

Result<Done, Refusal> refillFor(Ledger& ledger, const NewClass& facts) {
  const auto students = ledger.roster().places();
  if (!students) return students.error();
  const auto codes = coming(ledger, facts.passType);
  if (!codes) return codes.error();
  const ClassFigures figures = figuresOf(*students);
  const int block = blockOf(figures.students, figures.without, facts.walkIns);
  if (*codes * 2 >= block) return Done{};
  return ledger.leases().ask({freshUuid(), facts.passType, block - static_cast<int>(*codes)});
}

}  // namespace

int blockOf(std::int64_t students, std::int64_t without, WalkIns walkIns) {
  const std::int64_t least = walkIns == WalkIns::Allowed ? kSpareForWalkIns : kSpare;
  return static_cast<int>(
      std::min<std::int64_t>(kMostLeased, without + std::max(least, students / 4)));
}

Result<Done, Refusal> refill(Ledger& ledger) {
  const auto member = ledger.leases().membership();
  if (!member) return member.error();
  if (!*member || !(*member)->frozen.empty()) return Done{};
  const auto held = ledger.classes().current();
  if (!held) return held.error();
  if (!*held || (*held)->state == ClassState::Closed) return Done{};
  return refillFor(ledger, (*held)->facts);
}

}  // namespace hallpass
