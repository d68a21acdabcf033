#include "kiosk/room/receipt_text.h"

#include <cstdlib>

#include "tests/support/catch.h"

using namespace hallpass;

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

TEST_CASE("A receipt tells what was erased, line by line") {
  std::string expected =
      "Hallpass: this device was erased\n"
      "device: 0123456789ab\n"
      "erased at: 2026-11-21T12:00:00.000Z\n"
      "codes: 10\nin stock: 4\nclaimed: 3\nquarantined: 1\nexpired: 1\nreturned: 1\n"
      "students: 30\nclaims: 5\nclasses: 2\njournal entries: 62\n";
  expected.append("journal ended with: ").append(repeated("ab", 32)).append("\n");
  expected.append("new journal begins with: ").append(repeated("01", 32)).append("\n");
  expected += "PINs kept: staff\n";
  CHECK(receiptText(receipt()) == expected);
}

TEST_CASE("A receipt says which PINs were kept") {
  ErasureReceipt all = receipt();
  all.kept = {true, true};
  CHECK(receiptText(all).ends_with("PINs kept: instructor, staff\n"));
  all.kept = {};
  CHECK(receiptText(all).ends_with("PINs kept: none\n"));
}

TEST_CASE("The receipt's file is named after the device and the day") {
  REQUIRE(::setenv("TZ", "UTC0", 1) == 0);
  CHECK(receiptFileName(receipt()) == "hallpass-0123456789ab-2026-11-21-erased.txt");
}
