#include "kiosk/room/status.h"

#include <algorithm>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr std::string_view kHeading = "hallpass status 1";
constexpr std::string_view kKey = "key ";
constexpr std::string_view kSignature = "signature ";

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

std::string codesLine(const StockCount& count) {
  const auto text = [](std::int64_t number) { return std::to_string(number); };
  return platform::filled(
      "codes: {loaded} = {stock} in stock + {claimed} claimed + {quarantined} "
      "quarantined + {expired} expired + {returned} returned\n",
      {{"loaded", text(count.loaded)},
       {"stock", text(count.inStock)},
       {"claimed", text(count.claimed)},
       {"quarantined", text(count.quarantined)},
       {"expired", text(count.expired)},
       {"returned", text(count.returned)}});
}

/// The lines of `text` without blanks at their ends and without empty ones.
std::vector<std::string_view> linesOf(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(kBlanks)));
    line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

StatusProblem noStatus() {
  return {"This is no status of Hallpass, or not all of it: it begins with \"" +
          std::string(kHeading) + "\" and ends with the line of its signature."};
}

}  // namespace

std::string signedStatus(const Status& status, const platform::SigningKey& key) {
  std::string text(kHeading);
  text += "\nversion: " HALLPASS_VERSION "\ntime: ";
  text += platform::toIsoText(status.at);
  text += "\n";
  text += listed("tested", "good", "bad", status.failed);
  text += listed("ready", "yes", "no", status.reasons);
  text += codesLine(status.codes);
  text += "journal: " + std::to_string(status.events) + " events\nhead: ";
  text += platform::toHex(status.head) + "\n";
  text += std::string(kKey) + platform::toText(key.publicKey()) + "\n";
  const std::string signature = platform::toText(key.sign(text));
  return text + std::string(kSignature) + signature + "\n";
}

platform::Result<CheckedStatus, StatusProblem> checkStatus(
    std::string_view text, const std::optional<platform::PublicKey>& key) {
  const std::vector<std::string_view> lines = linesOf(text);
  constexpr std::size_t kFewestLines = 3;
  if (lines.size() < kFewestLines || lines.front() != kHeading) return noStatus();
  const std::string_view last = lines.back();
  const std::string_view named = lines[lines.size() - 2];
  if (!last.starts_with(kSignature) || !named.starts_with(kKey)) return noStatus();
  const auto signature = platform::signatureFromText(last.substr(kSignature.size()));
  const auto signer = platform::publicKeyFromText(named.substr(kKey.size()));
  if (!signature || !signer) return noStatus();
  std::string signedLines;
  for (std::size_t at = 0; at + 2 < lines.size(); ++at)
    signedLines += std::string(lines[at]) + "\n";
  const std::string whole = signedLines + std::string(named) + "\n";
  if (!platform::isSignature(*signature, whole, *signer)) {
    return StatusProblem{"The signature does not fit: the status was changed after it was signed."};
  }
  if (key && *key != *signer) {
    return StatusProblem{"This status was signed by another device than the one of that key."};
  }
  return CheckedStatus{signedLines, *signer};
}

}  // namespace hallpass
