#include <unistd.h>

#include "kiosk/ledger/ledger.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

struct SampleList {
  const char* file;
  const char* passType;
  int added;
  int duplicate;
  int odd;
  int rejected;
};

constexpr SampleList kSamples[] = {
    {"codes-azure-one-line.csv", "azure-pass", 24, 0, 0, 0},
    {"codes-azure-5x5.txt", "azure-pass", 12, 0, 0, 0},
    {"codes-azure-pasted.txt", "azure-pass", 16, 1, 1, 0},
    {"codes-training-keys.csv", "training-key", 18, 0, 0, 0},
    {"codes-exam-vouchers.csv", "exam-voucher", 9, 0, 0, 1},
};

/// `count` codes of the shape of an Azure Pass, one a line.
std::string manyCodes(int count) {
  std::string text;
  for (int number = 0; number < count; ++number) {
    const std::string digits = std::to_string(number);
    text += "TEST" + std::string(14 - digits.size(), '0') + digits + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("every sample list comes in as it should, and once only") {
  for (const SampleList& list : kSamples) {
    INFO(list.file);
    const Program program;
    const tests::Arguments import = {"import", "codes", sample(list.file), "--pass", list.passType};
    const json first = program.json(import);
    CHECK(first["added"] == list.added);
    CHECK(first["duplicate"] == list.duplicate);
    CHECK(first["in_stock_already"] == 0);
    CHECK(first["odd"] == list.odd);
    CHECK(first["rejected"] == list.rejected);
    CHECK(first["lines"].size() ==
          static_cast<std::size_t>(list.duplicate + list.odd + list.rejected));
    for (const json& line : first["lines"]) {
      CHECK(line["line"].get<int>() > 0);
      CHECK_FALSE(line["what"].get<std::string>().empty());
    }
    CHECK(first["same_file_at"].is_null());

    const json second = program.json(import);
    CHECK(second["added"] == 0);
    CHECK(second["in_stock_already"] == list.added);
    CHECK(second["same_file_at"].is_string());
    CHECK(program.done(import).find("This file was imported before") != std::string::npos);

    const json stock = program.json({"stock"});
    CHECK(stock["loaded"] == list.added);
    CHECK(stock["pass_types"][list.passType]["loaded"] == list.added);
    CHECK(program.json({"stock", "--pass", list.passType})["loaded"] == list.added);
  }
}

TEST_CASE("a list of another pass type is told from one with a few odd codes") {
  const Program program;
  const tests::Arguments wrong = {"import", "codes", sample("codes-training-keys.csv"), "--pass",
                                  "azure-pass"};
  tests::Arguments dry = wrong;
  dry.emplace_back("--dry-run");
  const json tried = program.json(dry);
  CHECK(tried["none_fits"] == true);
  CHECK(tried["fits"] == json::array({"exam-voucher", "training-key"}));
  const std::string text = program.done(dry);
  CHECK(text.find("None of them looks like a code of azure-pass") != std::string::npos);
  CHECK(text.find("--pass exam-voucher or --pass training-key") != std::string::npos);
  CHECK(program.done(wrong).find("--dry-run") != std::string::npos);

  const std::string odd = program.folder().file("odd.txt", "Code\n~~~\n");
  const json none = program.json({"import", "codes", odd, "--pass", "azure-pass", "--dry-run"});
  CHECK(none["none_fits"] == true);
  CHECK(none["fits"].empty());
  const json some = program.json(
      {"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass", "--dry-run"});
  CHECK(some["odd"] == 1);
  CHECK(some["none_fits"] == false);
}

TEST_CASE("one of a thing is said as one") {
  const Program program;
  openClass(program);
  const std::string code = program.folder().file("one.txt", manyCodes(1));
  CHECK(program.done({"import", "codes", code, "--pass", "azure-pass"}).find("Added 1 code;") == 0);
  const std::string student = program.folder().file("one.csv", "Name\nNew Person\n");
  CHECK(program.done({"import", "roster", student}).find("Added 1 student;") == 0);
  CHECK(program.done({"doctor"}).find("1 code in stock") != std::string::npos);
}

TEST_CASE("a dry run says the same as the import, and changes nothing") {
  const Program program;
  const tests::Arguments import = {"import", "codes", sample("codes-azure-pasted.txt"), "--pass",
                                   "azure-pass"};
  tests::Arguments dry = import;
  dry.emplace_back("--dry-run");
  json tried = program.json(dry);
  CHECK(tried["dry_run"] == true);
  CHECK(program.done(dry).find("Would add 16 codes") == 0);
  CHECK(program.json({"stock"})["loaded"] == 0);
  const json done = program.json(import);
  tried["dry_run"] = false;
  CHECK(tried == done);

  openClass(program);
  const json roster = program.json({"import", "roster", sample("roster.csv"), "--dry-run"});
  CHECK(roster["added"] == 0);
  const std::string more = program.folder().file("more.csv", "Name\nNew Person\n");
  CHECK(program.json({"import", "roster", more, "--dry-run"})["added"] == 1);
  CHECK(program.json({"students"})["students"].size() == 30);
}

TEST_CASE("where a list came from stands in the journal") {
  const Program program;
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass",
                "--course", "AZ-104T00", "--order", "MP-410200", "--redeem-by", "2999-02-19"});
  const json entries = program.json({"journal", "show"})["entries"];
  const json fields = entries.back()["fields"];
  CHECK(fields["course"] == "AZ-104T00");
  CHECK(fields["order"] == "MP-410200");
  CHECK(fields["redeem_by"] == "2999-02-19T23:59:59.999Z");
  CHECK(fields["file_sha256"].get<std::string>().size() == 64);
}

TEST_CASE("codes past their date come in, count as expired, and a word warns of it") {
  const Program program;
  const tests::Arguments import = {"import",    "codes",      sample("codes-azure-5x5.txt"),
                                   "--pass",    "azure-pass", "--redeem-by",
                                   "2020-01-31"};
  const std::string text = program.done(import);
  CHECK(text.find("12 of the file's codes are past the redeem-by date") != std::string::npos);
  const json stock = program.json({"stock"});
  CHECK(stock["expired"] == 12);
  CHECK(stock["in_stock"] == 0);
  CHECK(stock["loaded"] == 12);
}

TEST_CASE("a file that gives nothing is refused with the reason, and nothing is kept") {
  const Program program;
  const auto& folder = program.folder();
  const auto refusedCodes = [&](const std::string& file) {
    return program.refused({"import", "codes", file, "--pass", "azure-pass"});
  };
  CHECK(refusedCodes("/nowhere/codes.csv") == "FileNotFound");
  CHECK(refusedCodes("/dev/null") == "NotAFile");
  CHECK(refusedCodes(folder.path().string()) == "NotAFile");
  CHECK(refusedCodes(folder.file("empty.csv", "")) == "Empty");
  CHECK(refusedCodes(folder.file("blank.csv", "\n \r\n")) == "Empty");
  CHECK(refusedCodes(folder.file("picture.csv",
                                 std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16))) == "NotAList");
  CHECK(refusedCodes(folder.file(
            "old.xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10))) == "OldWorkbook");
  CHECK(refusedCodes(folder.file("broken.xlsx", std::string("PK\x03\x04 and no more", 16))) ==
        "Damaged");
  CHECK(program.refused({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "none"}) ==
        "UnknownPassType");
  CHECK(program.json({"stock"})["loaded"] == 0);
}

TEST_CASE("a file with an odd name is taken, its name has no say") {
  const Program program;
  const std::string file = program.folder().file("--liste \xFF ü.pdf", manyCodes(3));
  CHECK(program.json({"import", "codes", file, "--pass", "azure-pass"})["added"] == 3);
}

TEST_CASE("a long list is told in twenty lines, and in full with --json") {
  const Program program;
  const tests::Arguments import = {
      "import", "codes", program.folder().file("m.txt", manyCodes(500)), "--pass", "azure-pass"};
  program.done(import);
  const std::string text = program.done(import);
  CHECK(std::count(text.begin(), text.end(), '\n') < 25);
  CHECK(text.find("and 480 lines more") != std::string::npos);
  CHECK(program.json(import)["lines"].size() == 500);
}

TEST_CASE("Ctrl-C during an import stops it, with nothing kept") {
  const Program program;
  const std::string file = program.folder().file("many.txt", manyCodes(5'000));
  const auto ended = program.run({"import", "codes", file, "--pass", "azure-pass", "--json"},
                                 Program::Start::Interrupted);
  CHECK(ended.status == 1);
  CHECK(ended.json()["refused"] == "Cancelled");
  CHECK(program.json({"stock"})["loaded"] == 0);
  CHECK(program.json({"import", "codes", file, "--pass", "azure-pass"})["added"] == 5'000);
}

TEST_CASE("a roster comes in once, and news of a student update that student") {
  const Program program;
  openClass(program);
  const json again = program.json({"import", "roster", sample("roster.csv")});
  CHECK(again["added"] == 0);
  CHECK(again["updated"] == 0);
  const std::string news = program.folder().file(
      "news.csv", "Name;Student number\nAino Maria Virtanen;S70100\nNew Person;S99\n;\n");
  const json changed = program.json({"import", "roster", news});
  CHECK(changed["added"] == 1);
  CHECK(changed["updated"] == 1);
  const json students = program.json({"students"})["students"];
  CHECK(students.size() == 31);
  CHECK(students[0]["name"] == "Aino Maria Virtanen");
  CHECK(students[0]["email"] == "student01@example.org");
}

TEST_CASE("a roster that is none is refused") {
  const Program program;
  openClass(program);
  CHECK(program.refused({"import", "roster", "/nowhere"}) == "FileNotFound");
  CHECK(program.refused({"import", "roster", program.folder().file("r.csv", "\n")}) == "Empty");
  CHECK(program.refused({"import", "roster", program.folder().file("n.csv", "17\n18\n")}) ==
        "NoStudents");
}

TEST_CASE("a command that meets another program's import waits, then says so and keeps nothing") {
  const Program program;
  openClass(program);
  const platform::SystemClock clock;
  auto ledger = hallpass::Ledger::open(program.data() / "ledger.db", clock);
  REQUIRE(ledger);
  std::vector<hallpass::NewCode> codes;
  for (int number = 0; number < 1'000; ++number) {
    const std::string text = "HELD" + std::to_string(number);
    codes.push_back({number + 1, hallpass::Code(text), text, {}});
  }
  hallpass::NewBatch batch;
  batch.passType = "azure-pass";
  bool met = false;
  const auto added = (*ledger)->stock().add(
      batch, codes, hallpass::Mode::Keep, hallpass::Role::Operator, [&](auto, auto) {
        met = true;
        const auto ended = program.run({"class", "pause", "--json"});
        CHECK(ended.status == 3);
        CHECK(ended.json()["refused"] == "Busy");
        CHECK(ended.err == "Another program is writing to the ledger: test_commands (process " +
                               std::to_string(::getpid()) + "). Nothing changed; try again.\n");
        CHECK(program.json({"class", "show"})["state"] == "open");
        return true;
      });
  REQUIRE(added);
  CHECK(met);
  CHECK(program.json({"stock"})["in_stock"] == 1'000);
}

TEST_CASE("what a code is worth is kept with its batch and said with the code") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass", "--value",
                "about $100, 30 days"});
  CHECK(program.json({"batches"})["batches"][0]["value"] == "about $100, 30 days");
  CHECK(program.done({"claim", "--student", "S70100"}).find("It is worth: about $100, 30 days\n") !=
        std::string::npos);
}

TEST_CASE("a code that several students share comes in once for each, and each gets it") {
  const Program program;
  const std::string file = program.folder().file("invite.txt", "INV7Q2\n");
  const auto import = [&](const std::string& uses) {
    return program.json({"import", "codes", file, "--pass", "education-lab", "--uses", uses});
  };
  CHECK(import("3")["added"] == 3);
  const json more = import("5");
  CHECK(more["added"] == 2);
  CHECK(more["in_stock_already"] == 3);
  CHECK(import("4")["added"] == 0);
  openClass(program, "education-lab");
  for (const char* student : {"S70100", "STUDENT02@example.org", "STUDENT03@example.org",
                              "STUDENT04@example.org", "STUDENT05@example.org"}) {
    CHECK(program.json({"claim", "--student", student})["code"] == "INV7Q2");
  }
  CHECK(program.refused({"claim", "--student", "STUDENT06@example.org"}) == "OutOfStock");
  CHECK(program.json({"claim", "--student", "S70100"})["again"] == true);
}

TEST_CASE("the number of students is asked for where a code is shared, and only there") {
  const Program program;
  const std::string shared = program.folder().file("invite.txt", "INV7Q2\n");
  const std::string unique = program.folder().file("codes.txt", manyCodes(2));
  CHECK(program.refused({"import", "codes", shared, "--pass", "education-lab"}) == "UsesNotSaid");
  CHECK(program.refused({"import", "codes", unique, "--pass", "azure-pass", "--uses", "2"}) ==
        "NotShared");
  std::string many;
  for (int at = 100; at < 1'000; ++at) many += "INV" + std::to_string(at) + "\n";
  CHECK(program.refused({"import", "codes", program.folder().file("many.txt", many), "--pass",
                         "education-lab", "--uses", "12"}) == "TooManyUses");
  for (const char* uses : {"0", "-1", "1000", "x"}) {
    const auto ended =
        program.run({"import", "codes", shared, "--pass", "education-lab", "--uses", uses});
    CHECK(ended.status == 2);
  }
  CHECK(program.json({"stock"})["loaded"] == 0);
}
