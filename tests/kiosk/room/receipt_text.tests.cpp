#include "kiosk/room/receipt_text.h"

#include <cstdlib>

#include "kiosk/room/device_key.h"
#include "kiosk/room/signed_text.h"
#include "tests/support/catch.h"

using namespace hallpass;
using platform::SigningKey;

namespace {

ErasureReceipt receipt() {
  ErasureReceipt receipt;
  receipt.at = platform::parseIsoTime("2026-11-21T12:00").value();
  receipt.counts = {10, 4, 3, 1, 1, 1};
  receipt.students = 30;
  receipt.claims = 5;
  receipt.classes = 2;
  receipt.events = 62;
  receipt.oldHead.fill(0xAB);
  receipt.newHead.fill(0x01);
  receipt.deviceId = "0123456789ab";
  receipt.kept.staff = true;
  return receipt;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("A receipt tells what was erased, line by line, and is signed by its device") {
  const SigningKey key = SigningKey::fresh();
  std::string expected = "hallpass receipt 1\nerased: 2026-11-21T12:00:00.000Z\ndevice: ";
  expected += deviceName(key.publicKey());
  expected +=
      "\nledger: 0123456789ab\n"
      "codes: 10 = 4 in stock + 3 claimed + 1 quarantined + 1 expired + 1 returned\n"
      "students: 30\nclaims: 5\nclasses: 2\njournal: 62 events\n";
  expected.append("old head: ").append(repeated("ab", 32)).append("\n");
  expected.append("new head: ").append(repeated("01", 32)).append("\n");
  expected += "PINs kept: staff\n";
  const auto checked = checkSigned(receiptText(receipt(), key), key.publicKey());
  REQUIRE(checked);
  CHECK(checked->lines == expected);
}

TEST_CASE("A receipt of which any character was changed does not fit") {
  const SigningKey key = SigningKey::fresh();
  const std::string text = receiptText(receipt(), key);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    INFO(at << ": " << changed);
    CHECK_FALSE(checkSigned(changed, key.publicKey()));
  }
}

TEST_CASE("Another device's receipt, or one without a signature, is not taken for this one's") {
  const SigningKey key = SigningKey::fresh();
  CHECK_FALSE(checkSigned(receiptText(receipt(), SigningKey::fresh()), key.publicKey()));
  const std::string bare = receiptText(receipt(), std::nullopt);
  CHECK(bare.ends_with("not signed: the key of the device cannot be read\n"));
  CHECK_FALSE(checkSigned(bare, std::nullopt));
}

TEST_CASE("A receipt says which PINs were kept") {
  ErasureReceipt all = receipt();
  all.kept = {true, true};
  CHECK(receiptText(all, std::nullopt).find("PINs kept: instructor, staff\n") != std::string::npos);
  all.kept = {};
  CHECK(receiptText(all, std::nullopt).find("PINs kept: none\n") != std::string::npos);
}

TEST_CASE("The receipt's file is named after the device and the day") {
  REQUIRE(::setenv("TZ", "UTC0", 1) == 0);
  const SigningKey key = SigningKey::fresh();
  CHECK(receiptFileName(receipt(), key) ==
        "hallpass-" + deviceName(key.publicKey()) + "-2026-11-21-erased.txt");
  CHECK(receiptFileName(receipt(), std::nullopt) == "hallpass-2026-11-21-erased.txt");
}
