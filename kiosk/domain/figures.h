#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/outcome.h"
#include "kiosk/domain/student.h"
#include "platform/base/clock.h"

namespace hallpass {

/// A class at a glance. Every student is in exactly one of worked, stuck, silent and without.
struct ClassFigures {
  std::int64_t students = 0;
  std::int64_t withCode = 0;  ///< Hold a live claim: worked + stuck + silent.
  std::int64_t worked = 0;
  std::int64_t stuck = 0;   ///< Said anything else than that it worked.
  std::int64_t silent = 0;  ///< Have a code, and said nothing yet.
  std::int64_t without = 0;
  std::array<std::int64_t, kOutcomes.size()> byOutcome{};  ///< In the order of kOutcomes.
};

[[nodiscard]] ClassFigures figuresOf(const std::vector<Student>& students);

/// What the stock means for a class.
struct StockOutlook {
  std::int64_t inStock = 0;    ///< Codes of its pass type that may be handed out now.
  std::int64_t endBefore = 0;  ///< Of those: past their redeem-by before the class ends.
  std::optional<platform::UtcTime> classEnds;
};

/// Students without a code who would get none, or only one that ends before the class does.
[[nodiscard]] std::int64_t shortBy(const ClassFigures& figures, const StockOutlook& stock);

/// "24 students, 17 codes, 3 end before Friday: 10 short." Students: those who still need one,
/// called so once some have theirs ("12 of 24 students still need one"). A day within a week of
/// `now` by its name, this very day as "before the class is over today", else as "12 Dec"; in the
/// device's time zone. Without an end: nothing about it. In the language that is set.
[[nodiscard]] std::string outlookSentence(const ClassFigures& figures, const StockOutlook& stock,
                                          platform::UtcTime now);

}  // namespace hallpass
