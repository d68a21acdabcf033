#include "kiosk/domain/figures.h"

#include <rapidcheck.h>
#include <stdlib.h>

#include <ctime>
#include <numeric>

#include "tests/support/catch.h"

namespace hallpass {
namespace {

platform::UtcTime at(std::string_view text) { return platform::parseIsoTime(text).value(); }

const platform::UtcTime kMonday = at("2026-11-23T09:00");

Student student(bool claimed, std::string outcome = "") {
  Student one;
  one.claimed = claimed;
  one.outcome = std::move(outcome);
  return one;
}

/// A class of `students`, of whom `without` need a code.
ClassFigures classOf(std::int64_t students, std::int64_t without) {
  ClassFigures figures;
  figures.students = students;
  figures.without = without;
  figures.withCode = figures.silent = students - without;
  return figures;
}

/// Of a class that ends on Friday afternoon, said on Monday.
std::string said(const ClassFigures& figures, std::int64_t codes, std::int64_t endBefore = 0) {
  return outlookSentence(figures, {codes, endBefore, at("2026-11-27T16:00")}, kMonday);
}

std::string saidOfEnd(std::string_view end, std::string_view now = "2026-11-23T09:00") {
  return outlookSentence(classOf(24, 24), {17, 3, at(end)}, at(now));
}

/// The device's time zone, for as long as a test needs it.
class TimeZone {
 public:
  explicit TimeZone(const char* zone) { ::setenv("TZ", zone, 1); }
  ~TimeZone() { ::unsetenv("TZ"); }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
};

}  // namespace

TEST_CASE("a class is counted by what became of each student") {
  const ClassFigures figures =
      figuresOf({student(false), student(true), student(true, "worked"), student(true, "worked"),
                 student(true, "card-asked"), student(true, "other")});
  CHECK(figures.students == 6);
  CHECK(figures.without == 1);
  CHECK(figures.withCode == 5);
  CHECK(figures.silent == 1);
  CHECK(figures.worked == 2);
  CHECK(figures.stuck == 2);
  CHECK(figures.byOutcome == std::array<std::int64_t, 6>{2, 0, 0, 1, 0, 1});
}

TEST_CASE("a student whose code went away without another one has none, whatever was said") {
  const ClassFigures figures = figuresOf({student(false, "already-used")});
  CHECK(figures.without == 1);
  CHECK(figures.stuck == 0);
}

TEST_CASE("a word that is no outcome still counts as stuck") {
  const ClassFigures figures = figuresOf({student(true, "from-a-newer-program")});
  CHECK(figures.stuck == 1);
  CHECK(figures.byOutcome.back() == 1);
}

TEST_CASE("every student is in exactly one group") {
  REQUIRE(rc::check("one group each", [] {
    std::vector<Student> students;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      const auto outcome = *rc::gen::elementOf(
          std::vector<std::string>{"", "worked", "already-used", "blank-page", "strange"});
      students.push_back(student(*rc::gen::arbitrary<bool>(), outcome));
    }
    const ClassFigures figures = figuresOf(students);
    RC_ASSERT(figures.students == count);
    RC_ASSERT(figures.worked + figures.stuck + figures.silent == figures.withCode);
    RC_ASSERT(figures.withCode + figures.without == figures.students);
    const auto told = std::accumulate(figures.byOutcome.begin(), figures.byOutcome.end(), 0LL);
    RC_ASSERT(told == figures.worked + figures.stuck);
  }));
}

TEST_CASE("a class is short by the students who get no code that lasts") {
  CHECK(shortBy(classOf(24, 24), {17, 3, kMonday}) == 10);
  CHECK(shortBy(classOf(24, 24), {17, 0, kMonday}) == 7);
  CHECK(shortBy(classOf(24, 24), {24, 0, kMonday}) == 0);
  CHECK(shortBy(classOf(24, 12), {30, 0, kMonday}) == 0);
  CHECK(shortBy(classOf(24, 24), {0, 0, std::nullopt}) == 24);
  CHECK(shortBy(classOf(24, 24), {24, 5, std::nullopt}) == 0);
}

TEST_CASE("the outlook of a class where nobody has a code yet") {
  CHECK(said(classOf(24, 24), 17, 3) == "24 students, 17 codes, 3 end before Friday: 10 short.");
  CHECK(said(classOf(24, 24), 30) == "24 students, 30 codes: enough for all.");
  CHECK(said(classOf(24, 24), 0) == "24 students, no codes: 24 short.");
  CHECK(said(classOf(1, 1), 1) == "1 student, 1 code: enough.");
  CHECK(said(classOf(2, 2), 1) == "2 students, 1 code: 1 short.");
}

TEST_CASE("the outlook of a class where some have their codes") {
  CHECK(said(classOf(24, 12), 30) == "12 of 24 students still need one; 30 codes: enough.");
  CHECK(said(classOf(24, 1), 1) == "1 of 24 students still needs one; 1 code: enough.");
  CHECK(said(classOf(24, 12), 5, 1) ==
        "12 of 24 students still need one; 5 codes, 1 ends before Friday: 8 short.");
}

TEST_CASE("the outlook of a class where all have their codes, and of one without students") {
  CHECK(said(classOf(24, 0), 6) == "All 24 students have a code; 6 codes left.");
  CHECK(said(classOf(2, 0), 1) == "Both students have a code; 1 code left.");
  CHECK(said(classOf(1, 0), 0) == "The one student has a code; no codes left.");
  CHECK(said(classOf(0, 0), 17) == "No students yet; 17 codes.");
  CHECK(said(classOf(0, 0), 0) == "No students yet; no codes.");
  CHECK(said(classOf(0, 0), 17, 3) == "No students yet; 17 codes, 3 end before Friday.");
}

TEST_CASE("the outlook says how many of the codes end, one, some or all") {
  CHECK(said(classOf(9, 9), 1, 1) == "9 students, 1 code, which ends before Friday: 9 short.");
  CHECK(said(classOf(9, 9), 2, 1) == "9 students, 2 codes, 1 ends before Friday: 8 short.");
  CHECK(said(classOf(9, 9), 2, 2) == "9 students, 2 codes, both end before Friday: 9 short.");
  CHECK(said(classOf(9, 9), 9, 9) == "9 students, 9 codes, all end before Friday: 9 short.");
}

TEST_CASE("the outlook of a class without an end says nothing of one") {
  CHECK(outlookSentence(classOf(24, 24), {17, 0, std::nullopt}, kMonday) ==
        "24 students, 17 codes: 7 short.");
}

TEST_CASE("a day within a week has its name, any other one its date") {
  const TimeZone zone("UTC");
  const std::string start = "24 students, 17 codes, 3 end before ";
  CHECK(saidOfEnd("2026-11-24T00:00") == start + "Tuesday: 10 short.");
  CHECK(saidOfEnd("2026-11-29T23:59") == start + "Sunday: 10 short.");
  CHECK(saidOfEnd("2026-11-30T00:00") == start + "30 Nov: 10 short.");
  CHECK(saidOfEnd("2026-12-12T16:00") == start + "12 Dec: 10 short.");
  CHECK(saidOfEnd("2026-11-23T16:00") == start + "the class is over today: 10 short.");
  CHECK(saidOfEnd("2026-11-20T16:00") == start + "20 Nov: 10 short.");
}

TEST_CASE("the day is that of the device's time zone") {
  const TimeZone zone("Asia/Tokyo");
  CHECK(saidOfEnd("2026-11-27T16:00").find("before Saturday") != std::string::npos);
  CHECK(saidOfEnd("2026-11-23T16:00", "2026-11-23T14:00").find("Tuesday") != std::string::npos);
  CHECK(saidOfEnd("2026-11-23T16:00", "2026-11-23T15:00").find("today") != std::string::npos);
}

}  // namespace hallpass
