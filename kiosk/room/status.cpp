#include "kiosk/room/status.h"

#include <utility>

#include "kiosk/room/signed_text.h"

namespace hallpass {
namespace {

/// "tested: good", or "tested: bad, ledger disk".
std::string listed(std::string_view what, std::string_view none, std::string_view some,
                   const std::vector<std::string>& ids) {
  std::string line(what);
  line += ": ";
  line += ids.empty() ? none : some;
  for (const std::string& id : ids) {
    line += &id == &ids.front() ? ", " : " ";
    line += id;
  }
  line += "\n";
  return line;
}

}  // namespace

std::string signedStatus(const Status& status, const platform::SigningKey& key) {
  std::string text(kStatusHeading);
  text += "\nversion: " HALLPASS_VERSION "\ntime: ";
  text += platform::toIsoText(status.at);
  text += "\n";
  text += listed("tested", "good", "bad", status.failed);
  text += listed("ready", "yes", "no", status.reasons);
  text += codesLine(status.codes);
  text += "journal: " + std::to_string(status.events) + " events\nhead: ";
  text += platform::toHex(status.head) + "\n";
  return signedText(std::move(text), key);
}

}  // namespace hallpass
