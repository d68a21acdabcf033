#include "kiosk/domain/figures.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace hallpass {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::size_t placeOf(Outcome outcome) {
  const auto* const found = std::find(kOutcomes.begin(), kOutcomes.end(), outcome);
  return static_cast<std::size_t>(found - kOutcomes.begin());
}

void countOutcome(ClassFigures& figures, const std::string& said) {
  if (said.empty()) {
    ++figures.silent;
    return;
  }
  const Outcome outcome = outcomeNamed(said).value_or(Outcome::Other);
  ++(outcome == Outcome::Worked ? figures.worked : figures.stuck);
  ++figures.byOutcome.at(placeOf(outcome));
}

/// The day that the device's calendar shows at `time`.
std::chrono::sys_days localDay(platform::UtcTime time) {
  const auto day = platform::parseIsoTime(platform::toLocalText(time).substr(0, 10));
  return std::chrono::sys_days(std::chrono::days(day.value_or(time).ms / kMsPerDay));
}

/// "before Friday"
std::string beforeDay(platform::UtcTime end, platform::UtcTime now) {
  const std::chrono::sys_days day = localDay(end);
  const auto away = (day - localDay(now)).count();
  if (away == 0) return "before the class is over today";
  if (away > 0 && away < 7) {
    return "before " + std::string(kDays.at(std::chrono::weekday(day).c_encoding()));
  }
  const std::chrono::year_month_day date(day);
  return "before " + std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths.at(static_cast<unsigned>(date.month()) - 1));
}

std::string counted(std::int64_t count, std::string_view one, std::string_view several) {
  if (count == 0) return "no " + std::string(several);
  return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

/// "3 end": those of `all` codes that do.
std::string endText(std::int64_t count, std::int64_t all) {
  if (count == 1) return all == 1 ? "which ends" : "1 ends";
  if (count < all) return std::to_string(count) + " end";
  return all == 2 ? "both end" : "all end";
}

/// "17 codes, 3 end before Friday"
std::string codesText(const StockOutlook& stock, platform::UtcTime now) {
  const std::string codes = counted(stock.inStock, "code", "codes");
  if (!stock.classEnds || stock.endBefore == 0) return codes;
  return codes + ", " + endText(stock.endBefore, stock.inStock) + " " +
         beforeDay(*stock.classEnds, now);
}

/// "All 24 students have a code"
std::string allServed(std::int64_t students) {
  if (students == 1) return "The one student has a code";
  if (students == 2) return "Both students have a code";
  return "All " + std::to_string(students) + " students have a code";
}

/// "24 students, ", or "12 of 24 students still need one; "
std::string needText(const ClassFigures& figures) {
  const std::string students = counted(figures.students, "student", "students");
  if (figures.without == figures.students) return students + ", ";
  return std::to_string(figures.without) + " of " + students +
         (figures.without == 1 ? " still needs one; " : " still need one; ");
}

std::string verdict(const ClassFigures& figures, std::int64_t missing) {
  if (missing > 0) return std::to_string(missing) + " short";
  const bool all = figures.without == figures.students && figures.students > 1;
  return all ? "enough for all" : "enough";
}

}  // namespace

ClassFigures figuresOf(const std::vector<Student>& students) {
  ClassFigures figures;
  for (const Student& student : students) {
    ++figures.students;
    if (student.claimed) {
      ++figures.withCode;
      countOutcome(figures, student.outcome);
    } else {
      ++figures.without;
    }
  }
  return figures;
}

std::int64_t shortBy(const ClassFigures& figures, const StockOutlook& stock) {
  const std::int64_t tooShort = stock.classEnds ? stock.endBefore : 0;
  return std::max<std::int64_t>(0, figures.without - (stock.inStock - tooShort));
}

std::string outlookSentence(const ClassFigures& figures, const StockOutlook& stock,
                            platform::UtcTime now) {
  const std::string codes = codesText(stock, now);
  if (figures.students == 0) return "No students yet; " + codes + ".";
  if (figures.without == 0) return allServed(figures.students) + "; " + codes + " left.";
  return needText(figures) + codes + ": " + verdict(figures, shortBy(figures, stock)) + ".";
}

}  // namespace hallpass
