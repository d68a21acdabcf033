#include "kiosk/room/signed_text.h"

#include <algorithm>
#include <vector>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr std::string_view kKey = "key ";
constexpr std::string_view kSignature = "signature ";

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

SignedTextProblem notSigned() {
  return {"This is no status and no receipt of Hallpass, or not all of it: it begins with \"" +
          std::string(kStatusHeading) + "\" or \"" + std::string(kReceiptHeading) +
          "\" and ends with the line of its signature."};
}

bool isHeading(std::string_view line) { return line == kStatusHeading || line == kReceiptHeading; }

}  // namespace

std::string signedText(std::string lines, const platform::SigningKey& key) {
  lines += std::string(kKey) + platform::toText(key.publicKey()) + "\n";
  const std::string signature = platform::toText(key.sign(lines));
  return lines + std::string(kSignature) + signature + "\n";
}

platform::Result<CheckedText, SignedTextProblem> checkSigned(
    std::string_view text, const std::optional<platform::PublicKey>& key) {
  const std::vector<std::string_view> lines = linesOf(text);
  constexpr std::size_t kFewestLines = 3;
  if (lines.size() < kFewestLines || !isHeading(lines.front())) return notSigned();
  const std::string_view last = lines.back();
  const std::string_view named = lines[lines.size() - 2];
  if (!last.starts_with(kSignature) || !named.starts_with(kKey)) return notSigned();
  const auto signature = platform::signatureFromText(last.substr(kSignature.size()));
  const auto signer = platform::publicKeyFromText(named.substr(kKey.size()));
  if (!signature || !signer) return notSigned();
  std::string signedLines;
  for (std::size_t at = 0; at + 2 < lines.size(); ++at)
    signedLines += std::string(lines[at]) + "\n";
  const std::string whole = signedLines + std::string(named) + "\n";
  if (!platform::isSignature(*signature, whole, *signer)) {
    return SignedTextProblem{
        "The signature does not fit: the text was changed after it was signed."};
  }
  if (key && *key != *signer) {
    return SignedTextProblem{"This text was signed by another device than the one of that key."};
  }
  return CheckedText{signedLines, *signer};
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

}  // namespace hallpass
