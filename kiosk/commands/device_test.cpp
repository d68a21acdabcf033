#include "kiosk/commands/device_test.h"

#include "kiosk/commands/printing.h"
#include "kiosk/commands/text_table.h"
#include "kiosk/settings/settings.h"
#include "kiosk/ui/screen_probes.h"

namespace hallpass {

SelfTestPlaces placesOf(Session& session, const std::string& problem) {
  const Settings settings = findSettings(session.config()).settings;
  const auto ledger = session.ledger();
  SelfTestPlaces places{.ledger = ledger && problem.empty() ? *ledger : nullptr,
                        .ledgerProblem = problem,
                        .data = session.data(),
                        .assets = assetsFolder(),
                        .locale = localeFolder(),
                        .settings = session.config(),
                        .media = settings.media,
                        .clock = session.clock(),
                        .probes = {qrReadsBack, undrawable}};
  places.reserveBytes = static_cast<std::uintmax_t>(settings.diskReserveMiB) << 20U;
  return places;
}

std::string linesOf(const std::vector<Check>& checks) {
  std::string text;
  for (const Check& check : checks) {
    text += std::string(name(check.finding)) + ": " + check.title + ". ";
    text += harmlessLine(check.sentence) + "\n";
  }
  return text;
}

nlohmann::ordered_json jsonOf(const std::vector<Check>& checks) {
  auto list = nlohmann::ordered_json::array();
  for (const Check& check : checks) {
    list.push_back({{"id", check.id},
                    {"title", check.title},
                    {"finding", name(check.finding)},
                    {"sentence", check.sentence}});
  }
  return list;
}

}  // namespace hallpass
