#include "kiosk/exchange/class_report.h"

#include <fstream>
#include <sstream>

#include "tests/kiosk/exchange/lists.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using hallpass::ClassReport;
using hallpass::Progressed;
using tests::contains;

namespace {

/// What a program of poppler says of the PDF `bytes`.
std::string readBy(std::vector<std::string> command, const std::string& bytes) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.path() / "report.pdf";
  std::ofstream(file, std::ios::binary) << bytes;
  command.push_back(file);
  if (command.front() == "pdftotext") command.emplace_back("-");
  const tests::ProcessEnd outcome = tests::runToEnd({command});
  INFO(outcome.errors);
  CHECK(outcome.status == 0);
  return outcome.output;
}

std::string textOf(const ClassReport& report) {
  return readBy({"pdftotext", "-layout"}, hallpass::writeClassReport(report));
}

bool hasPages(const ClassReport& report, int pages) {
  const std::string facts = readBy({"pdfinfo"}, hallpass::writeClassReport(report));
  return contains(facts, "Pages:           " + std::to_string(pages) + "\n");
}

ClassReport reportOf(std::size_t students) {
  ClassReport report;
  report.classTitle = "AZ-104 in Ängelholm";
  report.passTitle = "Azure Pass";
  report.window = "until 2026-11-21 17:00 CET";
  report.madeAt = "2026-11-21 16:40 CET";
  report.made = tests::kToday;
  report.program = "Hallpass 9.9.9";
  for (std::size_t i = 0; i < students; ++i) {
    report.people.push_back({"Student No" + std::to_string(i), Progressed::NotYet, "", "", ""});
  }
  report.figures.students = static_cast<std::int64_t>(students);
  report.figures.without = report.figures.students;
  report.head = std::string(64, 'e');
  return report;
}

}  // namespace

TEST_CASE("a class report says what it was given, names of every script among it", "[exchange]") {
  ClassReport report = reportOf(0);
  report.people = {{"Aino Virtanen", Progressed::Worked, "••••1A2B", "2026-11-21 10:30", "Worked"},
                   {"山田 太郎", Progressed::Stuck, "••••77QQ", "2026-11-21 10:31", "Blank page"},
                   {"Nguyễn Thị Hương", Progressed::HasCode, "••••9Z8Y", "2026-11-21 10:32", ""},
                   {"Иван Петров", Progressed::NotYet, "", "", ""}};
  report.figures = {4, 3, 1, 1, 1, 1, {1, 0, 1, 0, 0, 0}};
  report.stock = {48, 20, 24, 2, 1, 1};
  report.swaps = {{"山田 太郎", "••••0000", "••••77QQ", "Already used", "2026-11-21 10:29"}};
  report.events = 132;
  const std::string text = textOf(report);
  INFO(text);
  for (const std::string part :
       {"AZ-104 in Ängelholm",
        "Azure Pass",
        "until 2026-11-21 17:00 CET",
        "Made 2026-11-21 16:40 CET",
        "Aino Virtanen",
        "山田 太郎",
        "Nguyễn Thị Hương",
        "Иван Петров",
        "1A2B",
        "2026-11-21 10:31",
        "Blank page: 1",
        "4 students",
        "Worked: 1",
        "Has a code: 1",
        "Stuck: 1",
        "Not yet: 1",
        "48 loaded = 20 in stock + 24 claimed + 2 quarantined + 1 expired + 1 returned",
        "Already used",
        "132 events",
        "eeeeeeee",
        "Hallpass 9.9.9",
        "Page 1 of 1"}) {
    INFO(part);
    CHECK(contains(text, part));
  }
}

TEST_CASE("a class of twenty stands on one page, a larger one on as many as it needs",
          "[exchange]") {
  CHECK(hasPages(reportOf(0), 1));
  CHECK(hasPages(reportOf(20), 1));
  CHECK(hasPages(reportOf(60), 2));
  const std::string text = textOf(reportOf(300));
  for (std::size_t i = 0; i < 300; ++i) {
    INFO(i);
    CHECK(contains(text, "Student No" + std::to_string(i) + " "));
  }
  CHECK(contains(text, "Page 1 of 7"));
  CHECK(contains(text, "Page 7 of 7"));
  CHECK_FALSE(contains(text, "of 8"));
}

TEST_CASE("a class without students has a report that says so", "[exchange]") {
  CHECK(contains(textOf(reportOf(0)), "Nobody is on the list yet"));
}

TEST_CASE("the same report gives the same bytes", "[exchange]") {
  CHECK(hallpass::writeClassReport(reportOf(3)) == hallpass::writeClassReport(reportOf(3)));
}

TEST_CASE("names that are too long or hold line ends stay in their row", "[exchange]") {
  ClassReport report = reportOf(2);
  report.people[0].name = std::string(200, 'W');
  report.people[1].name = "two\nlines";
  CHECK(hasPages(report, 1));
  const std::string text = textOf(report);
  INFO(text);
  int rows = 0;
  std::istringstream lines(text);
  for (std::string row; std::getline(lines, row);) {
    const bool named = contains(row, "WWW") || contains(row, "two");
    rows += named && contains(row, "Not yet") ? 1 : 0;
  }
  CHECK(rows == 2);
}
