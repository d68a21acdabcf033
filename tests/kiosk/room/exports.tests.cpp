#include "kiosk/room/exports.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/exchange/code_list.h"
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/proven_name.h"
#include "kiosk/exchange/roster_file.h"
#include "kiosk/exchange/table.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ledger/canonical_bytes.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/process.h"

using namespace hallpass;
using nlohmann::ordered_json;
using tests::newCode;

namespace {

const std::vector<std::string> kNames{
    "Aino Virtanen", "=HYPERLINK(\"http://x\")", "+49 Erika", "-Anna", "@home", "山田 太郎"};
constexpr int kStock = 20;

using Cells = std::vector<std::string>;

/// A class in which the first three took codes, and the first had hers swapped twice.
struct TaughtRoom : tests::Room {
  std::vector<StudentId> students;

  TaughtRoom() {
    NewClass facts = tests::newClass();
    facts.title = "AZ-104, Monday";
    openClass(facts);
    addCodes(tests::newCodes(0, kStock));
    enrol({{kNames[0], "aino@example.org", "S1"}});
    for (std::size_t i = 1; i < kNames.size(); ++i)
      enrol({{kNames[i], "", "S" + std::to_string(i + 1)}});
    for (const Student& student : ledger->roster().students().value())
      students.push_back(student.id);
    for (std::size_t i = 0; i < 3; ++i) REQUIRE(claim(students[i]).ok());
    swap(Cause::Used);
    swap(Cause::BlankActivation);
    REQUIRE(ledger->claims().report(students[1], Outcome::Worked, Role::Student).ok());
  }

  void swap(Cause cause) {
    REQUIRE(ledger->claims().replace(students[0], cause, Role::Instructor).ok());
  }

  [[nodiscard]] std::vector<ExportFile> files(ExportKind kind, CodesIn codes = CodesIn::Masked) {
    return makeExport(*ledger, assetsFolder(), {kind, codes}).value();
  }
  [[nodiscard]] ExportFile file(ExportKind kind, CodesIn codes = CodesIn::Masked) {
    return files(kind, codes).front();
  }
};

std::string named(const char* plain, const ExportFile& file) {
  return provenName(plain, platform::sha256(file.bytes));
}

Table tableOf(const ExportFile& file) { return readTable(file.bytes).value(); }

/// Row `row` by its headings, as it was before it was guarded.
std::map<std::string, std::string> rowOf(const Table& table, std::size_t row) {
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < table.rows.front().cells.size(); ++i) {
    cells[table.rows.front().cells[i]] = unguarded(table.rows.at(row).cells.at(i));
  }
  return cells;
}

std::string textOfPdf(const std::string& bytes) {
  const tests::TempFolder folder;
  const std::string name = folder.path() / "report.pdf";
  std::ofstream(name, std::ios::binary) << bytes;
  return tests::runToEnd({{"pdftotext", "-layout", name, "-"}}).output;
}

/// How many of all the codes that ever came in stand in `bytes`.
int codesIn(const std::string& bytes) {
  int found = 0;
  for (int i = 0; i < kStock; ++i) {
    found += bytes.find(newCode(i).code.reveal()) == std::string::npos ? 0 : 1;
  }
  return found;
}

std::vector<ordered_json> linesOf(const ExportFile& journal) {
  std::vector<ordered_json> lines;
  std::istringstream text(journal.bytes);
  for (std::string line; std::getline(text, line);) lines.push_back(ordered_json::parse(line));
  return lines;
}

/// The hash of a line by what journal.h says, from nothing but the line.
platform::Hash hashOf(const ordered_json& line) {
  const auto previous = *platform::hashFromHex(line["previous"].get<std::string>());
  CanonicalBytes bytes;
  bytes.add(line["sequence"].get<std::int64_t>()).add(line["boot_id"].get<std::string>());
  bytes.add(line["since_boot_ms"].get<std::int64_t>());
  bytes.add(platform::parseIsoTime(line["wall"].get<std::string>())->ms);
  for (const char* name : {"wall_quality", "role", "event"})
    bytes.add(line[name].get<std::string>());
  bytes.add(line["fields"].dump());
  bytes.add({reinterpret_cast<const char*>(previous.data()), previous.size()});
  return platform::sha256(bytes.bytes());
}

}  // namespace

TEST_CASE("no export holds a whole code unless it is asked for with its codes") {
  TaughtRoom room;
  for (const ExportKind kind : kExportKinds) {
    INFO(name(kind));
    for (const ExportFile& file : room.files(kind)) {
      CHECK(codesIn(file.bytes) == 0);
      CHECK(codesIn(file.name) == 0);
    }
  }
  CHECK(codesIn(textOfPdf(room.file(ExportKind::Report).bytes)) == 0);
}

TEST_CASE(
    "asked for with their codes, claims hold every code handed out, and the stock the others") {
  TaughtRoom room;
  CHECK(codesIn(room.file(ExportKind::Claims, CodesIn::Whole).bytes) == 5);
  CHECK(codesIn(room.file(ExportKind::Unused, CodesIn::Whole).bytes) == kStock - 5);
  for (const ExportKind kind : {ExportKind::Students, ExportKind::Journal, ExportKind::Report}) {
    CHECK_FALSE(canHoldCodes(kind));
    for (const ExportFile& file : room.files(kind, CodesIn::Whole)) CHECK(codesIn(file.bytes) == 0);
  }
  CHECK(codesIn(textOfPdf(room.file(ExportKind::Report, CodesIn::Whole).bytes)) == 0);
}

TEST_CASE("the claims tell who took what, and what replaced what") {
  TaughtRoom room;
  const ExportFile file = room.file(ExportKind::Claims);
  const Table table = tableOf(file);
  CHECK(file.lines == 5);
  REQUIRE(table.rows.size() == 6);
  auto first = rowOf(table, 1);
  CHECK(first["Claim"] == "1");
  CHECK(first["Name"] == "Aino Virtanen");
  CHECK(first["E-mail"] == "aino@example.org");
  CHECK(first["Student number"] == "S1");
  CHECK(first["Class"] == "AZ-104, Monday");
  CHECK(first["Pass"] == "Azure Pass");
  CHECK(first["Code"] == newCode(0).code.masked());
  CHECK(first["Batch"] == "1");
  CHECK(first["Order"] == "4711");
  CHECK(first["Taken at"] == platform::toLocalText(room.clock.time));
  CHECK(first["Live"] == "no");
  CHECK(first["Replaces"].empty());
  CHECK(rowOf(table, 2)["Outcome"] == title(Outcome::Worked));
  CHECK(rowOf(table, 2)["Live"] == "yes");
  auto last = rowOf(table, 5);
  CHECK(last["Replaces"] == "4");
  CHECK(last["Cause"] == title(Cause::BlankActivation));
  CHECK(last["Live"] == "yes");
}

TEST_CASE("claims of earlier classes leave in a list of their own, with the class of each") {
  TaughtRoom room;
  CHECK(room.file(ExportKind::EarlierClaims).lines == 0);
  room.setState(ClassState::Closed);
  NewClass facts = tests::newClass();
  facts.title = "AI-900, Tuesday";
  room.openClass(facts);
  CHECK(room.file(ExportKind::Claims).lines == 0);
  const ExportFile file = room.file(ExportKind::EarlierClaims);
  CHECK(file.lines == 5);
  CHECK(file.name == named("hallpass-2026-10-14-claims-of-earlier-classes.csv", file));
  auto first = rowOf(tableOf(file), 1);
  CHECK(first["Name"] == "Aino Virtanen");
  CHECK(first["Class"] == "AZ-104, Monday");
  CHECK(first["Pass"] == "Azure Pass");
  CHECK(codesIn(file.bytes) == 0);
  CHECK(codesIn(room.file(ExportKind::EarlierClaims, CodesIn::Whole).bytes) == 5);
}

TEST_CASE("names that are formulas come out of the lists as they went in") {
  TaughtRoom room;
  const Table claims = tableOf(room.file(ExportKind::Claims));
  CHECK(rowOf(claims, 2)["Name"] == kNames[1]);
  CHECK(rowOf(claims, 3)["Name"] == kNames[2]);
  const Table students = tableOf(room.file(ExportKind::Students));
  for (const Table& table : {claims, students}) {
    for (const Row& row : table.rows) {
      for (const std::string& cell : row.cells) {
        INFO(cell);
        CHECK((cell.empty() || std::string("=+-@\t\r\n").find(cell.front()) == std::string::npos));
      }
    }
  }
}

TEST_CASE("the students without a code can be read as a roster") {
  TaughtRoom room;
  const ExportFile file = room.file(ExportKind::Students);
  CHECK(file.lines == 3);
  const auto roster = readRoster(tableOf(file)).value();
  REQUIRE(roster.entries.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(roster.entries[i].name == kNames[i + 3]);
  CHECK(roster.entries[2].number == "S6");
}

TEST_CASE("unused codes can be taken into stock elsewhere, with their dates") {
  TaughtRoom room;
  const auto date = platform::endOfDay(*platform::parseIsoTime("2027-01-28"));
  NewBatch batch = tests::newBatch("dated.csv");
  room.addCodes({newCode(100, date)}, batch);
  const ExportFile file = room.file(ExportKind::Unused, CodesIn::Whole);
  CHECK(file.lines == kStock - 5 + 1);
  const auto type = loadPassType(assetsFolder(), "azure-pass").value();
  const auto list = readCodes(tableOf(file), type, room.clock.time).value();
  REQUIRE(list.codes.size() == kStock - 5 + 1);
  CHECK(list.codes.front().code == newCode(100).code);
  CHECK(list.codes.front().redeemBy == date);
  CHECK(list.codes.back().code == newCode(kStock - 1).code);
}

TEST_CASE("the chain of an exported journal can be checked with nothing but its file") {
  TaughtRoom room;
  const ExportFile journal = room.file(ExportKind::Journal);
  const auto lines = linesOf(journal);
  REQUIRE(lines.size() == room.journal().size());
  CHECK(journal.lines == static_cast<std::int64_t>(lines.size()));
  std::string previous(64, '0');
  for (const ordered_json& line : lines) {
    CHECK(line["previous"] == previous);
    previous = platform::toHex(hashOf(line));
    CHECK(line["hash"] == previous);
  }
  ordered_json forged = lines[2];
  forged["fields"]["class"] = "2";
  CHECK(forged["hash"] != platform::toHex(hashOf(forged)));
}

TEST_CASE("the manifest of a journal proves its file") {
  TaughtRoom room;
  const auto files = room.files(ExportKind::Journal);
  REQUIRE(files.size() == 2);
  CHECK(files[1].name == files[0].name + ".manifest.json");
  const auto manifest = ordered_json::parse(files[1].bytes);
  CHECK(manifest["file"] == files[0].name);
  CHECK(manifest["lines"] == room.journal().size());
  CHECK(manifest["bytes"] == files[0].bytes.size());
  CHECK(manifest["sha256"] == platform::toHex(platform::sha256(files[0].bytes)));
  CHECK(manifest["head"] == platform::toHex(room.ledger->journal().verify({}).value().head));
  CHECK(manifest["head"] == linesOf(files[0]).back()["hash"]);
  CHECK(manifest["first_sequence"] == 1);
  CHECK(manifest["last_sequence"] == room.journal().size());
  CHECK(manifest["events"]["claim-made"] == 3);
  CHECK(manifest["events"]["claim-replaced"] == 2);
  CHECK(manifest["version"] == HALLPASS_VERSION);
  CHECK(manifest["made_at"] == platform::toIsoText(room.clock.time));
}

TEST_CASE("the report of a class says how it went") {
  TaughtRoom room;
  const ExportFile file = room.file(ExportKind::Report);
  CHECK(file.lines == static_cast<std::int64_t>(kNames.size()));
  const std::string text = textOfPdf(file.bytes);
  INFO(text);
  const std::string head = platform::toHex(room.ledger->journal().verify({}).value().head);
  for (const std::string& part :
       {std::string("AZ-104, Monday"), std::string("Azure Pass"), std::string("Worked: 1"),
        std::string("Has a code: 2"), std::string("Stuck: 0"), std::string("Not yet: 3"), kNames[0],
        kNames[5], std::string("20 loaded = 15 in stock + 3 claimed + 2 quarantined"),
        std::string("Blank page at the activation"), head}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find("aino@example.org") == std::string::npos);
}

TEST_CASE("a class whose names were erased is still counted and listed") {
  TaughtRoom room;
  room.setState(ClassState::Closed);
  room.clock.pass(std::chrono::hours(24));
  REQUIRE(room.ledger->eraseNamesBefore(room.clock.time, Role::System).value() ==
          std::ssize(kNames));
  const std::string text = textOfPdf(room.file(ExportKind::Report).bytes);
  INFO(text);
  for (const char* part : {"Worked: 1", "Has a code: 2", "Not yet: 3", "(name erased)"}) {
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find(kNames[0]) == std::string::npos);
  const Table claims = tableOf(room.file(ExportKind::Claims));
  CHECK(claims.rows.size() == 6);
  CHECK(rowOf(claims, 1)["Name"] == "(name erased)");
  CHECK(tableOf(room.file(ExportKind::Students)).rows.size() == 1);
}

TEST_CASE("an export is named after the class and changes nothing in the ledger") {
  TaughtRoom room;
  const auto before = room.journal().size();
  CHECK(room.file(ExportKind::Claims).name ==
        named("hallpass-AZ-104-Monday-2026-10-14-claims.csv", room.file(ExportKind::Claims)));
  CHECK(room.file(ExportKind::Report).name ==
        named("hallpass-AZ-104-Monday-2026-10-14-report.pdf", room.file(ExportKind::Report)));
  CHECK(room.file(ExportKind::Journal).name == "hallpass-AZ-104-Monday-2026-10-14-journal.jsonl");
  CHECK(room.journal().size() == before);
}

TEST_CASE("an export takes the name that it is given, and its manifest too") {
  TaughtRoom room;
  const auto files =
      makeExport(*room.ledger, assetsFolder(), {ExportKind::Journal, CodesIn::Masked, "mine.jsonl"})
          .value();
  CHECK(files[0].name == "mine.jsonl");
  CHECK(files[1].name == "mine.jsonl.manifest.json");
  CHECK(ordered_json::parse(files[1].bytes)["file"] == "mine.jsonl");
}

TEST_CASE("without a class, only what needs none leaves") {
  tests::Room room;
  room.addCodes(tests::newCodes(0, 2));
  for (const ExportKind kind :
       {ExportKind::Claims, ExportKind::EarlierClaims, ExportKind::Students, ExportKind::Report}) {
    const auto made = makeExport(*room.ledger, assetsFolder(), {kind, CodesIn::Masked});
    REQUIRE_FALSE(made.ok());
    CHECK(made.error() == Refusal::NoClass);
  }
  const auto unused =
      makeExport(*room.ledger, assetsFolder(), {ExportKind::Unused, CodesIn::Whole}).value();
  CHECK(unused.front().lines == 2);
  CHECK(unused.front().name == named("hallpass-2026-10-14-unused-codes.csv", unused.front()));
  CHECK(makeExport(*room.ledger, assetsFolder(), {ExportKind::Journal, CodesIn::Masked}).ok());
}

TEST_CASE("a class that nobody is in leaves lists of headings alone") {
  tests::Room room;
  room.openClass();
  for (const ExportKind kind : {ExportKind::Claims, ExportKind::Students, ExportKind::Unused}) {
    const auto files = makeExport(*room.ledger, assetsFolder(), {kind, CodesIn::Masked}).value();
    CHECK(files.front().lines == 0);
    CHECK(tableOf(files.front()).rows.size() == 1);
  }
}
