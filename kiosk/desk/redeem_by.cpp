#include "kiosk/desk/redeem_by.h"

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::int64_t kDayMs = 86'400'000;

}  // namespace

std::string redeemByText(platform::UtcTime moment) {
  if (moment == platform::endOfDay(moment)) return platform::toIsoDate(moment);
  return platform::toLocalText(moment).substr(0, 10);
}

platform::UtcTime redeemByIn(int days, platform::UtcTime now) {
  return platform::endOfLocalDay({now.ms + days * kDayMs});
}

std::variant<platform::UtcTime, std::string> typedRedeemBy(const std::string& typed,
                                                           platform::UtcTime now) {
  const auto day = platform::parseLocalTime(typed);
  const std::string example = redeemByText(redeemByIn(90, now));
  if (!day)
    return filled(tr("That is no date. Type it as year-month-day, such as {example}."),
                  {{"example", example}});
  const platform::UtcTime end = platform::endOfLocalDay(*day);
  if (end < now) {
    return filled(
        tr("{day} is past: no code could be handed out. Type a day to come, such as {example}."),
        {{"day", redeemByText(end)}, {"example", example}});
  }
  return end;
}

}  // namespace hallpass
