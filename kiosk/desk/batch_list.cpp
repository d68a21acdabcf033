#include "kiosk/desk/batch_list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "kiosk/desk/code_source.h"
#include "kiosk/desk/redeem_by.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::int64_t kSoonMs = std::int64_t{14} * 86'400'000;

}  // namespace

platform::Result<std::vector<ListedBatch>, Refusal> listBatches(Ledger& ledger) {
  auto batches = ledger.stock().batches();
  if (!batches) return batches.error();
  const auto ends = ledger.stock().ends();
  if (!ends) return ends.error();
  std::map<std::int64_t, platform::UtcTime> soonest;
  for (const StockEnd& end : *ends) {
    if (end.redeemBy) soonest.try_emplace(end.batch, *end.redeemBy);
  }
  std::vector<ListedBatch> listed;
  for (Batch& batch : *batches) {
    const auto end = soonest.find(batch.id);
    listed.push_back(
        {std::move(batch), end == soonest.end() ? std::nullopt : std::optional(end->second)});
  }
  return listed;
}

Sign endSign(const ListedBatch& listed, const std::optional<Class>& held, platform::UtcTime now) {
  if (listed.batch.count.expired > 0) return Sign::Bad;
  if (!listed.soonest) return Sign::None;
  if (listed.soonest->ms < now.ms + kSoonMs) return Sign::Attention;
  const bool sameClass = held && held->state != ClassState::Closed &&
                         held->facts.passType == listed.batch.facts.passType;
  const bool before = sameClass && held->facts.until && *listed.soonest < *held->facts.until;
  return before ? Sign::Attention : Sign::None;
}

std::string redeemByOf(const ListedBatch& listed) {
  const auto& whole = listed.batch.facts.redeemBy;
  if (listed.soonest &&
      listed.soonest != whole)  // TRANSLATORS: the first of several days to redeem codes by
    return filled(tr("from {day}"), {{"day", redeemByText(*listed.soonest)}});
  if (whole) return redeemByText(*whole);
  // TRANSLATORS: the day to redeem codes by
  return listed.batch.count.expired > 0 ? tr("past") : tr("none");
}

std::string fileShown(const NewBatch& facts) {
  return facts.fileName == kTypedName ? tr(facts.fileName) : facts.fileName;
}

std::string originOf(const NewBatch& facts) {
  if (facts.course.empty() || facts.order.empty()) return facts.course + facts.order;
  return facts.course + ", " + facts.order;
}

}  // namespace hallpass
