// What a reader is shown as a status or a receipt: anything, and a text of ours with one thing done
// to it. The first two bytes say where, the third what is put there.
#include "kiosk/room/signed_text.h"
#include "tests/fuzz/fuzz.h"

namespace tests {
namespace {

const platform::SigningKey& deviceKey() {
  static const platform::SigningKey kKey{platform::Key{7, 1, 2}};
  return kKey;
}

/// Whether changing a character to another one changes no more than blanks at the ends of lines.
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void checkOurs(std::string_view bytes) {
  const std::size_t place = takeNumber(bytes) * 256 + takeNumber(bytes);
  const char put = static_cast<char>(takeNumber(bytes));
  const std::string heading(place % 2 == 0 ? hallpass::kStatusHeading : hallpass::kReceiptHeading);
  const std::string ours =
      hallpass::signedText(heading + "\ncodes: 3 = 1 in stock + 2 claimed\n", deviceKey());
  const auto checked = hallpass::checkSigned(ours, deviceKey().publicKey());
  must(checked.ok(), "what the device signed is its own");
  std::string changed = ours;
  char& at = changed[place % changed.size()];
  if (at == put || isBlank(at) || isBlank(put)) return;
  at = put;
  must(!hallpass::checkSigned(changed, deviceKey().publicKey()), "a changed text is refused");
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  const auto any = hallpass::checkSigned(bytes, std::nullopt);
  if (!any) must(any.error().sentence.size() > 10, "a refusal is a sentence");
  if (any) must(any->lines.find("hallpass ") == 0, "a checked text begins with its heading");
  must(!hallpass::checkSigned(bytes, deviceKey().publicKey()),
       "nobody else signs with the device's key");
  checkOurs(bytes);
}

}  // namespace tests
