// Every code of the sample files, taken by a student and read from the screen.
#include <fstream>
#include <iterator>
#include <set>

#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

std::string badge(int number) { return "B" + std::to_string(1000 + number); }

/// A roster of `count` students with badges.
std::filesystem::path writeRoster(const Device& device, int count) {
  const auto file = device.folder() / "badges.csv";
  std::ofstream stream(file);
  stream << "Name,Student number\n";
  for (int i = 1; i <= count; ++i) stream << "Student Number" << i << "," << badge(i) << "\n";
  return file;
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The sample vouchers with dates that do not come in the lifetime of this test.
std::filesystem::path vouchersOfTheFuture(const Device& device) {
  std::string content = contentOf(device.sample("codes-exam-vouchers.csv"));
  for (std::size_t at = 0; (at = content.find("2027-", at)) != content.npos;) {
    content.replace(at, 4, "2127");
  }
  const auto file = device.folder() / "vouchers.csv";
  std::ofstream(file, std::ios::binary) << content;
  return file;
}

/// What the code on the screen holds; it is the ledger's for that student.
std::string readCode(Stage& stage, const std::string& student) {
  const ShownQr& qr = stage.kiosk.scene().qr("1");
  const std::string read = readQrCode(stage.display.screenshot(), qr.rect);
  CHECK((stage.device.claim(student).at("payload") == read));
  leave(stage.kiosk);
  return read;
}

/// Gives all that `file` brought to one student after the other, the last of it at the kiosk, and
/// lets each see it there; answers how many different codes of the file were read from the screen.
std::size_t readAll(const Device& device, const std::string& passType,
                    const std::filesystem::path& file) {
  device.openClass(passType);
  device.restock(passType, file);
  const int count = device.command({"stock"}).at("in_stock");
  device.command({"import", "roster", writeRoster(device, count).string()});
  for (int i = 1; i < count; ++i) CHECK(device.claim(badge(i)).at("again") == false);
  Display display({1280, 720});
  Stage stage(device, display);
  std::set<std::string> shown;
  for (int i = 1; i < count; ++i) {
    seeAgain(stage, badge(i));
    shown.insert(readCode(stage, badge(i)));
  }
  takeCode(stage, badge(count));
  shown.insert(readCode(stage, badge(count)));
  CHECK(device.command({"stock"}).at("in_stock") == 0);
  const std::string listed = contentOf(file);
  for (const std::string& code : shown) CHECK((listed.find(code) != listed.npos));
  return shown.size();
}

}  // namespace

TEST_CASE("Every code of a list on one line is read from the screen", "[e2e]") {
  const Device device(places());
  CHECK(readAll(device, "azure-pass", device.sample("codes-azure-one-line.csv")) == 24);
}

TEST_CASE("Every code of five groups of five is read from the screen", "[e2e]") {
  const Device device(places());
  CHECK(readAll(device, "azure-pass", device.sample("codes-azure-5x5.txt")) == 12);
}

TEST_CASE("Every code of a pasted list is read from the screen, the odd one too", "[e2e]") {
  const Device device(places());
  CHECK(readAll(device, "azure-pass", device.sample("codes-azure-pasted.txt")) == 16);
}

TEST_CASE("Every training key is read from the screen, case and all", "[e2e]") {
  const Device device(places());
  CHECK(readAll(device, "training-key", device.sample("codes-training-keys.csv")) == 18);
}

TEST_CASE("Every exam voucher is read from the screen", "[e2e]") {
  const Device device(places());
  CHECK(readAll(device, "exam-voucher", vouchersOfTheFuture(device)) >= 9);
}
