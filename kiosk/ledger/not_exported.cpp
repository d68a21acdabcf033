// What no list that left the device holds.
#include <nlohmann/json.hpp>
#include <utility>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/erasure.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

/// Counts along the journal, oldest entry first. A list of claims holds those of the class that is
/// the current one at its time, and one of earlier claims those of all classes before it.
class Tally {
 public:
  void take(std::string_view event, std::string_view exported) {
    if (event == "class-opened") {
      earlier_ += std::exchange(claims_, 0);
    }
    if (event == "claim-made" || event == "claim-replaced") ++claims_;
    if (exported == "claims") claims_ = 0;
    if (exported == "earlier-claims") earlier_ = 0;
    if (!isHousekeeping(event)) ++events_;
    if (exported == "journal") events_ = 0;
  }

  [[nodiscard]] NotExported result() const { return {claims_, earlier_, events_}; }

 private:
  static bool isHousekeeping(std::string_view event) {
    return event == "data-exported" || event.starts_with("lock-") || event == "desk-locked" ||
           event.starts_with("ledger-");
  }

  std::int64_t claims_ = 0;
  std::int64_t earlier_ = 0;
  std::int64_t events_ = 0;
};

}  // namespace

platform::Result<NotExported, Refusal> Erasure::notExported() {
  return database_.query([&]() -> platform::Result<NotExported, Refusal> {
    Tally tally;
    Statement row = database_.prepare(
        "SELECT event, CASE WHEN event = 'data-exported' AND json_valid(fields) "
        "THEN json_extract(fields, '$.what') END FROM journal ORDER BY sequence");
    while (row.step()) tally.take(row.text(0), row.text(1));
    return tally.result();
  });
}

}  // namespace hallpass
