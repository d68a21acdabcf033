#include "kiosk/room/receipt_text.h"

#include <utility>

#include "kiosk/room/device_key.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/signed_text.h"

namespace hallpass {
namespace {

std::string pinsText(const KeptPins& kept) {
  if (kept.instructor) return kept.staff ? "instructor, staff" : "instructor";
  return kept.staff ? "staff" : "none";
}

void add(std::string& text, std::string_view what, const std::string& value) {
  text += what;
  text += ": " + value + "\n";
}

}  // namespace

std::string receiptText(const ErasureReceipt& receipt,
                        const std::optional<platform::SigningKey>& key) {
  std::string text(kReceiptHeading);
  text += "\n";
  add(text, "erased", platform::toIsoText(receipt.at));
  if (key) add(text, "device", deviceName(key->publicKey()));
  add(text, "ledger", receipt.deviceId);
  text += codesLine(receipt.counts);
  add(text, "students", std::to_string(receipt.students));
  add(text, "claims", std::to_string(receipt.claims));
  add(text, "classes", std::to_string(receipt.classes));
  add(text, "journal", std::to_string(receipt.events) + " events");
  add(text, "old head", platform::toHex(receipt.oldHead));
  add(text, "new head", platform::toHex(receipt.newHead));
  add(text, "PINs kept", pinsText(receipt.kept));
  if (key) return signedText(std::move(text), *key);
  return text + "not signed: the key of the device cannot be read\n";
}

std::string receiptFileName(const ErasureReceipt& receipt,
                            const std::optional<platform::SigningKey>& key) {
  return exportName(key ? deviceName(key->publicKey()) : "", receipt.at, "erased.txt");
}

}  // namespace hallpass
