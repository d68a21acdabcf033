// A file that left is checked by its name, or by the manifest beside it.
//
// HALLPASS_FLIPS=10000 test_room "[bit-rot]" turns more bits over than the sample.
#include "kiosk/room/export_check.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

#include "kiosk/guide/guide.h"
#include "kiosk/ledger/copies.h"
#include "kiosk/room/export_files.h"
#include "tests/kiosk/ledger/residue.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::checkExport;
using hallpass::CodesIn;
using hallpass::ExportFile;
using hallpass::ExportKind;
using hallpass::NameProof;
namespace fs = std::filesystem;

namespace {

/// What a class hands over, on a stick.
struct HandedOver {
  HandedOver() {
    room.openClass();
    room.addCodes(tests::newCodes(0, 20));
    for (const char* name : {"Aino", "Erika", "Anna"}) {
      const auto who = room.student(name);
      if (*name == 'A') REQUIRE(room.claim(who).ok());
    }
  }

  fs::path write(const std::vector<ExportFile>& files) {
    REQUIRE(hallpass::writeExport(files, stick.path()).ok());
    return stick.path() / files.front().name;
  }
  fs::path write(ExportKind kind) {
    return write(hallpass::makeExport(*room.ledger, hallpass::assetsFolder(),
                                      {kind, CodesIn::Whole, "", stick.path()})
                     .value());
  }
  fs::path writeBackup() {
    const auto packed = hallpass::packBackup(room.folder.file(), room.clock.time).value();
    return write({{packed.name, packed.bytes, 0}});
  }

  tests::Room room;
  tests::TemporaryFolder stick;
};

int flips() {
  constexpr int kSample = 200;
  const char* asked = std::getenv("HALLPASS_FLIPS");  // NOLINT(concurrency-mt-unsafe)
  return asked == nullptr ? kSample : std::atoi(asked) / 4;
}

void overwrite(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// Of `count` bits of `flipped` that turn over, each by itself: how many are not found in
/// `checked`.
int missed(const fs::path& flipped, const fs::path& checked, int count, std::mt19937& random) {
  const std::string whole = tests::rawBytes(flipped);
  int found = 0;
  for (int number = 0; number < count; ++number) {
    std::string bytes = whole;
    char& byte = bytes[random() % bytes.size()];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random() % 8));
    overwrite(flipped, bytes);
    found += checkExport(checked).value().proof == NameProof::Differs ? 1 : 0;
  }
  overwrite(flipped, whole);
  return count - found;
}

}  // namespace

TEST_CASE("whatever leaves the device can be checked, and is whole") {
  HandedOver handed;
  for (const ExportKind kind : hallpass::kExportKinds) {
    INFO(hallpass::name(kind));
    CHECK(checkExport(handed.write(kind)).value().proof == NameProof::Fits);
  }
  CHECK(checkExport(handed.writeBackup()).value().proof == NameProof::Fits);
}

TEST_CASE("a bit of a file that left that turns over is found", "[bit-rot]") {
  HandedOver handed;
  std::mt19937 random(5);
  const int each = flips() / static_cast<int>(hallpass::kExportKinds.size() + 1);
  int wrong = 0;
  for (const ExportKind kind : hallpass::kExportKinds) {
    const fs::path file = handed.write(kind);
    wrong += missed(file, file, each, random);
  }
  const fs::path backup = handed.writeBackup();
  wrong += missed(backup, backup, each, random);
  std::printf("bit rot, files that left: %d bits, %d not found\n",
              each * static_cast<int>(hallpass::kExportKinds.size() + 1), wrong);
  CHECK(wrong == 0);
}

TEST_CASE("control: under another name a changed list is not found") {
  HandedOver handed;
  const fs::path file = handed.write(ExportKind::Unused);
  const fs::path renamed = handed.stick.path() / "codes.csv";
  fs::rename(file, renamed);
  overwrite(renamed, tests::rawBytes(renamed) + "x");
  CHECK(checkExport(renamed).value().proof == NameProof::None);
}

TEST_CASE("a manifest that is damaged or of another journal proves nothing whole") {
  HandedOver handed;
  const fs::path journal = handed.write(ExportKind::Journal);
  const fs::path manifest = journal.string() + ".manifest.json";
  const std::string whole = tests::rawBytes(manifest);
  for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() / 2),
                                     std::string("[]"), std::string(R"({"sha256": 7})")}) {
    overwrite(manifest, damaged);
    CHECK(checkExport(journal).value().proof == NameProof::Differs);
  }
}

TEST_CASE("a file that is not there is refused") {
  const tests::TemporaryFolder folder;
  CHECK(checkExport(folder.path() / "none.csv").error() == platform::FileRefusal::NotFound);
}
