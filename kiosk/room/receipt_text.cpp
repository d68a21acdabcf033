#include "kiosk/room/receipt_text.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "kiosk/room/export_name.h"

namespace hallpass {
namespace {

class Lines {
 public:
  Lines& add(std::string_view what, std::string_view value) {
    text_ += what;
    text_ += ": ";
    text_ += value;
    text_ += '\n';
    return *this;
  }
  Lines& add(std::string_view what, std::int64_t count) { return add(what, std::to_string(count)); }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_ = "Hallpass: this device was erased\n";
};

std::string pinsText(const KeptPins& kept) {
  if (kept.instructor) return kept.staff ? "instructor, staff" : "instructor";
  return kept.staff ? "staff" : "none";
}

}  // namespace

std::string receiptText(const ErasureReceipt& receipt) {
  const StockCount& codes = receipt.counts;
  return Lines()
      .add("device", receipt.deviceId)
      .add("erased at", platform::toIsoText(receipt.at))
      .add("codes", codes.loaded)
      .add("in stock", codes.inStock)
      .add("claimed", codes.claimed)
      .add("quarantined", codes.quarantined)
      .add("expired", codes.expired)
      .add("returned", codes.returned)
      .add("students", receipt.students)
      .add("claims", receipt.claims)
      .add("classes", receipt.classes)
      .add("journal entries", receipt.events)
      .add("journal ended with", platform::toHex(receipt.oldHead))
      .add("new journal begins with", platform::toHex(receipt.newHead))
      .add("PINs kept", pinsText(receipt.kept))
      .take();
}

std::string receiptFileName(const ErasureReceipt& receipt) {
  return exportName(receipt.deviceId, receipt.at, "erased.txt");
}

}  // namespace hallpass
