#include "kiosk/room/self_test.h"

#include <algorithm>
#include <array>

#include "kiosk/room/device_checks.h"
#include "kiosk/room/ledger_checks.h"

namespace hallpass {
namespace {

/// In the order in which a report lists them.
constexpr std::array kTests{checkLedger,  checkJournal,  checkDisk,   checkSealing, checkClock,
                            checkPins,    checkSettings, checkGuides, checkFonts,   checkQr,
                            checkDisplay, checkTouch,    checkSound,  checkStick,   checkDepot,
                            checkKey,     checkServing};

}  // namespace

std::string_view name(Finding finding) {
  switch (finding) {
    case Finding::Attention:
      return "attention";
    case Finding::Bad:
      return "bad";
    case Finding::Absent:
      return "absent";
    case Finding::Good:
      break;
  }
  return "good";
}

std::vector<Check> selfTest(const SelfTestPlaces& places) {
  std::vector<Check> checks;
  for (const auto test : kTests) {
    checks.push_back(test(places));
    const bool goesOn = !places.progress || places.progress(std::ssize(checks), std::ssize(kTests));
    if (!goesOn) break;
  }
  return checks;
}

Finding worstOf(const std::vector<Check>& checks) {
  if (countOf(checks, Finding::Bad) > 0) return Finding::Bad;
  return countOf(checks, Finding::Attention) > 0 ? Finding::Attention : Finding::Good;
}

std::int64_t countOf(const std::vector<Check>& checks, Finding finding) {
  return std::count_if(checks.begin(), checks.end(),
                       [finding](const Check& check) { return check.finding == finding; });
}

}  // namespace hallpass
