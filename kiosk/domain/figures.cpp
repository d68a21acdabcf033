#include "kiosk/domain/figures.h"

#include <algorithm>
#include <chrono>

#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::timeText;
using platform::tr;
using platform::trn;

constexpr std::int64_t kMsPerDay = 86'400'000;
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

/// "Friday", or "12 Dec" where it is further away than a week; "" = this very day.
std::string dayName(platform::UtcTime end, platform::UtcTime now) {
  const auto away = (localDay(end) - localDay(now)).count();
  if (away == 0) return "";
  // TRANSLATORS: the name of a day: letters of Unicode LDML
  if (away > 0 && away < 7) return timeText(end, tr("EEEE"));
  // TRANSLATORS: a date without its year: letters of Unicode LDML
  return timeText(end, tr("d MMM"));
}

/// "which ends before the class is over today": all or some of `all` codes do.
std::string endToday(std::int64_t count, std::int64_t all) {
  if (all == 1) return tr("which ends before the class is over today");
  if (count == all && all == 2) return tr("both end before the class is over today");
  if (count == all) return tr("all end before the class is over today");
  return trn("{n} ends before the class is over today", "{n} end before the class is over today",
             count);
}

/// "3 end before Friday"
std::string endText(std::int64_t count, std::int64_t all, const std::string& day) {
  if (day.empty()) return endToday(count, all);
  // TRANSLATORS: these follow a number of codes: "17 codes, 3 end before Friday"
  std::string text;
  if (all == 1) {
    text = tr("which ends before {day}");
  } else if (count == all) {
    text = all == 2 ? tr("both end before {day}") : tr("all end before {day}");
  } else {
    text = trn("{n} ends before {day}", "{n} end before {day}", count);
  }
  return filled(text, {{"day", day}});
}

/// "17 codes, 3 end before Friday"
std::string codesText(const StockOutlook& stock, platform::UtcTime now) {
  const std::string codes =
      stock.inStock == 0 ? tr("no codes") : trn("{n} code", "{n} codes", stock.inStock);
  if (!stock.classEnds || stock.endBefore == 0) return codes;
  return filled(tr("{codes}, {end}"),
                {{"codes", codes},
                 {"end", endText(stock.endBefore, stock.inStock, dayName(*stock.classEnds, now))}});
}

/// "All 24 students have a code; 3 codes left."
std::string allServed(std::int64_t students, const std::string& codes) {
  std::string text;
  if (students == 1) {
    text = tr("The one student has a code; {codes} left.");
  } else if (students == 2) {
    text = tr("Both students have a code; {codes} left.");
  } else {
    text = trn("All {n} students have a code; {codes} left.",
               "All {n} students have a code; {codes} left.", students);
  }
  return filled(text, {{"codes", codes}});
}

/// "24 students", or "12 of 24 students still need one"
std::string needText(const ClassFigures& figures) {
  if (figures.without == figures.students) {
    return trn("{n} student", "{n} students", figures.students);
  }
  return filled(trn("{n} of {all} students still needs one", "{n} of {all} students still need one",
                    figures.without),
                {{"all", std::to_string(figures.students)}});
}

std::string verdict(const ClassFigures& figures, std::int64_t missing) {
  // TRANSLATORS: so many codes are missing: "24 students, 17 codes: 7 short."
  if (missing > 0) return trn("{n} short", "{n} short", missing);
  const bool all = figures.without == figures.students && figures.students > 1;
  return all ? tr("enough for all") : tr("enough");
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
  if (figures.students == 0) return filled(tr("No students yet; {codes}."), {{"codes", codes}});
  if (figures.without == 0) return allServed(figures.students, codes);
  // TRANSLATORS: "24 students, 17 codes: 7 short.", "12 of 24 students still need one; 30 codes:
  // ..."
  const char* sentence = figures.without == figures.students ? tr("{students}, {codes}: {verdict}.")
                                                             : tr("{need}; {codes}: {verdict}.");
  const std::string need = needText(figures);
  return filled(sentence, {{"students", need},
                           {"need", need},
                           {"codes", codes},
                           {"verdict", verdict(figures, shortBy(figures, stock))}});
}

}  // namespace hallpass
