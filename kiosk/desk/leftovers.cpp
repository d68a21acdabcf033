#include "kiosk/desk/leftovers.h"

#include <system_error>
#include <utility>
#include <vector>

#include "kiosk/desk/redeem_by.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/ledger/ledger.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using platform::Result;

/// More than a code and its date take as a rule.
constexpr std::size_t kLineBytes = 100;
constexpr std::size_t kLeastBytes = 4096;

/// Whether the stick takes as much as the file will have; leaves nothing there.
Result<platform::Done, platform::FileRefusal> tryStick(const LeftoversAsk& ask) {
  const std::filesystem::path probe = ask.stick / ".hallpass-try.tmp";
  const std::string blank(kLeastBytes + static_cast<std::size_t>(ask.most) * kLineBytes, ' ');
  auto written = platform::exportFile(probe, blank);
  std::error_code ignored;
  std::filesystem::remove(probe, ignored);
  return written;
}

/// "leftovers-batch-3-20261014-103000.csv": a name of its own at each writing.
std::string fileNameOf(std::int64_t batch, platform::UtcTime now) {
  std::string stamp;
  for (const char c : platform::toLocalText(now).substr(0, 19)) {
    if (c >= '0' && c <= '9') stamp += c;
    if (c == ' ') stamp += '-';
  }
  return "leftovers-batch-" + std::to_string(batch) + "-" + stamp + ".csv";
}

}  // namespace

std::string leftoversList(std::span<const StockedCode> codes) {
  std::vector<std::vector<std::string>> rows{{"Code", "Redeem by"}};
  for (const StockedCode& code : codes) {
    rows.push_back({code.code.reveal(), code.redeemBy ? redeemByText(*code.redeemBy) : ""});
  }
  return writeCsv(rows);
}

Result<Leftovers, LeftoversProblem> returnLeftovers(const LeftoversAsk& ask,
                                                    const platform::Clock& clock) {
  const auto writable = ask.appliance.writing(ask.stick);
  if (const auto tried = tryStick(ask); !tried) {
    return LeftoversProblem{writingSentence(tried.error()) + " " +
                            platform::tr("No code left the stock.")};
  }
  const auto ledger = Ledger::open(ask.ledgerFile, clock);
  if (!ledger) return LeftoversProblem{ledger.error().sentence};
  const auto codes = (*ledger)->stock().takeBack(ask.batch, ask.role);
  if (!codes) return LeftoversProblem{std::string(deskSentence(codes.error()))};
  Leftovers leftovers{fileNameOf(ask.batch, clock.now()), std::ssize(*codes)};
  const auto written = platform::exportFile(ask.stick / leftovers.fileName, leftoversList(*codes));
  if (!written) return LeftoversProblem{writingSentence(written.error()), true};
  return leftovers;
}

}  // namespace hallpass
