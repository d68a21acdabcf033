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

/// Lets one student after the other take all that `files` brought; answers how many codes were read
/// from the screen, each of them different, as the ledger has it and as its file has it.
int takeAll(const Device& device, const std::string& passType,
            const std::vector<std::filesystem::path>& files) {
  device.openClass(passType);
  std::string listed;
  for (const auto& file : files) {
    device.restock(passType, file);
    listed += contentOf(file);
  }
  const int count = device.command({"stock"}).at("in_stock");
  device.command({"import", "roster", writeRoster(device, count).string()});
  Display display({1280, 720});
  Stage stage(device, display);
  std::set<std::string> taken;
  for (int i = 1; i <= count; ++i) {
    const Scene& scene = takeCode(stage, badge(i));
    const std::string payload = readQrCode(display.screenshot(), scene.qr("1").rect);
    CHECK((device.claim(badge(i)).at("payload") == payload));
    CHECK(listed.find(payload) != listed.npos);
    taken.insert(payload);
    leave(stage.kiosk);
  }
  CHECK(device.command({"stock"}).at("in_stock") == 0);
  return static_cast<int>(taken.size());
}

}  // namespace

TEST_CASE("Every Azure Pass code of the sample files is read from the screen", "[e2e]") {
  const Device device(places());
  CHECK(takeAll(device, "azure-pass",
                {device.sample("codes-azure-one-line.csv"), device.sample("codes-azure-5x5.txt"),
                 device.sample("codes-azure-pasted.txt")}) == 24 + 12 + 16);
}

TEST_CASE("Every training key of the sample file is read from the screen, case and all", "[e2e]") {
  const Device device(places());
  CHECK(takeAll(device, "training-key", {device.sample("codes-training-keys.csv")}) == 18);
}

TEST_CASE("Every exam voucher of the sample file is read from the screen", "[e2e]") {
  const Device device(places());
  CHECK(takeAll(device, "exam-voucher", {vouchersOfTheFuture(device)}) >= 9);
}
