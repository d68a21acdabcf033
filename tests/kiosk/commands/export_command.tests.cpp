#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/table.h"
#include "platform/base/hash.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::contentOf;
using tests::openClass;
using tests::Program;
namespace fs = std::filesystem;

namespace {

/// A class with codes, of which the first student took one; gives that.
std::string teach(const Program& program) {
  openClass(program);
  program.done({"import", "codes", tests::sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  return program.json({"claim", "--student", "S70100"})["code"].get<std::string>();
}

std::string pathIn(const Program& program, const std::string& name) {
  return program.folder().path() / name;
}

/// Every code of the sample list that stands in `bytes`.
std::size_t codesIn(const std::string& bytes) {
  std::size_t found = 0;
  const auto list = hallpass::readTable(contentOf(tests::sample("codes-azure-5x5.txt"))).value();
  for (std::size_t row = 1; row < list.rows.size(); ++row) {
    found += bytes.find(list.rows[row].cells.front()) == std::string::npos ? 0 : 1;
  }
  return found;
}

std::string sha256Of(const std::string& file) {
  return platform::toHex(platform::sha256(contentOf(file)));
}

json newestEntry(const Program& program) {
  return program.json({"journal", "show"})["entries"].back();
}

}  // namespace

TEST_CASE("an export says what it wrote, and the journal records it") {
  const Program program;
  teach(program);
  const std::string file = pathIn(program, "claims.csv");
  const json said = program.json({"export", "claims", "--to", file});
  CHECK(said["file"] == file);
  CHECK(said["lines"] == 1);
  CHECK(said["bytes"] == fs::file_size(file));
  CHECK(said["sha256"] == sha256Of(file));
  CHECK(said["with_codes"] == false);
  CHECK(said["manifest"].is_null());
  const json entry = newestEntry(program);
  CHECK(entry["event"] == "data-exported");
  CHECK(entry["role"] == "operator");
  CHECK(entry["fields"]["what"] == "claims");
  CHECK(entry["fields"]["with_codes"] == "no");
}

TEST_CASE("codes stand in an export only where they are asked for") {
  const Program program;
  const std::string code = teach(program);
  const std::string file = pathIn(program, "list.csv");
  for (const std::string kind : {"claims", "students", "unused", "journal", "report"}) {
    INFO(kind);
    program.done({"export", kind, "--to", file});
    CHECK(codesIn(contentOf(file)) == 0);
  }
  CHECK(program.json({"export", "claims", "--to", file, "--with-codes"})["with_codes"] == true);
  CHECK(codesIn(contentOf(file)) == 1);
  CHECK(contentOf(file).find(code) != std::string::npos);
  CHECK(newestEntry(program)["fields"]["with_codes"] == "yes");
  const auto unused = program.json({"export", "unused", "--to", file, "--with-codes"});
  CHECK(codesIn(contentOf(file)) == unused["lines"].get<std::size_t>());
  CHECK(unused["lines"].get<int>() > 1);
  CHECK(program.run({"export", "report", "--to", file, "--with-codes"}).status == 2);
}

TEST_CASE("into a folder an export goes under a name of its own, and over no other file") {
  const Program program;
  teach(program);
  const std::string folder = pathIn(program, "stick");
  fs::create_directories(folder);
  const std::string first = program.json({"export", "report", "--to", folder})["file"];
  const std::string second = program.json({"export", "report", "--to", folder})["file"];
  CHECK(first.find("hallpass-") != std::string::npos);
  const std::regex own("hallpass-.*-report-[0-9a-f]{12}(-2)?\\.pdf");
  for (const std::string& file : {first, second}) {
    CHECK(std::regex_match(fs::path(file).filename().string(), own));
    CHECK(program.json({"export", "check", file})["ok"] == true);
  }
  CHECK(first != second);
  CHECK(contentOf(first).substr(0, 5) == "%PDF-");
}

TEST_CASE("a list that changed since it was exported is told by a check and by an import") {
  const Program program;
  teach(program);
  const std::string folder = pathIn(program, "stick");
  fs::create_directories(folder);
  const std::string file =
      program.json({"export", "unused", "--to", folder, "--with-codes"})["file"];
  const auto import = [&] {
    return program.json({"import", "codes", file, "--pass", "azure-pass", "--dry-run"});
  };
  CHECK(import()["changed_since_export"] == false);
  std::ofstream(file, std::ios::app) << "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ\n";
  CHECK(import()["changed_since_export"] == true);
  const auto said = program.run({"export", "check", file});
  CHECK(said.status == 1);
  CHECK(said.out.find("changed since Hallpass wrote it") != std::string::npos);
  const std::string other = pathIn(program, "codes.csv");
  fs::rename(file, other);
  CHECK(program.run({"export", "check", other}).out.find("Nothing tells") != std::string::npos);
  CHECK(program.refused({"export", "check", pathIn(program, "none.csv")}) == "FileNotFound");
}

TEST_CASE("a journal leaves with a manifest that proves it") {
  const Program program;
  teach(program);
  const std::string file = pathIn(program, "journal.jsonl");
  const std::string head = program.json({"journal", "verify"})["head"];
  const json said = program.json({"export", "journal", "--to", file});
  CHECK(said["manifest"] == file + ".manifest.json");
  const json manifest = json::parse(contentOf(file + ".manifest.json"));
  CHECK(manifest["sha256"] == sha256Of(file));
  CHECK(manifest["head"] == head);
  CHECK(manifest["lines"] == said["lines"]);
  CHECK(program.json({"journal", "verify", "--head", head})["head_found"] == true);
}

TEST_CASE("names that are formulas are none in an export, and come back from it") {
  const Program program;
  const std::set<std::string> names{"=1+1", "+49", "-Anna", "@home"};
  std::string roster = "Name\n";
  for (const std::string& name : names) roster += "\"" + name + "\"\n";
  const std::string list = program.folder().file("roster.csv", roster);
  program.done({"class", "open", "--title", "AZ-104", "--pass", "azure-pass", "--roster", list});
  const std::string file = pathIn(program, "students.csv");
  program.done({"export", "students", "--to", file});
  const auto table = hallpass::readTable(contentOf(file)).value();
  std::set<std::string> back;
  for (std::size_t row = 1; row < table.rows.size(); ++row) {
    const std::string& cell = table.rows[row].cells.front();
    CHECK(cell.front() == '\'');
    back.insert(std::string(hallpass::unguarded(cell)));
  }
  CHECK(back == names);
}

TEST_CASE("an export that cannot be written changes nothing") {
  const Program program;
  teach(program);
  const json before = newestEntry(program);
  CHECK(program.refused({"export", "claims", "--to", pathIn(program, "none/claims.csv")}) ==
        "FileNotFound");
  CHECK(program.refused({"export", "claims", "--to", pathIn(program, "none/")}) == "FileNotFound");
  CHECK(program.refused({"export", "claims", "--to", program.data() / "ledger.db"}) ==
        "LedgerFile");
  CHECK(newestEntry(program) == before);
  CHECK(program.run({"export", "claims"}).status == 2);
  CHECK(program.run({"export", "everything", "--to", "x"}).status == 2);
}

TEST_CASE("without a class only stock and journal can be exported") {
  const Program program;
  const std::string file = pathIn(program, "list");
  for (const std::string kind : {"claims", "students", "report"}) {
    CHECK(program.refused({"export", kind, "--to", file}) == "NoClass");
    CHECK_FALSE(fs::exists(file));
  }
  CHECK(program.json({"export", "unused", "--to", file})["lines"] == 0);
  CHECK(program.json({"export", "journal", "--to", file})["lines"].get<int>() > 0);
}
