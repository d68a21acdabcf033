#include "kiosk/desk/journal_page.h"

#include <future>

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"
#include "tests/kiosk/ledger/raw_sql.h"

using namespace hallpass;
using namespace tests;

namespace {

using EventNames = std::vector<std::string>;

/// The journal of a class in which one student took a code and said that it worked.
struct Past {
  DeskRoom room;
  StudentId aino;
  StudentId bo;
  std::string codeEnd;

  Past() {
    room.openClass();
    room.stock(3);
    aino = room.add("Aino Virtanen", "S1");
    bo = room.add("Bo Ek", "S2");
    room.clock.pass(std::chrono::hours(48));
    const std::string masked = room.claim(aino).code.masked();
    codeEnd = masked.substr(masked.size() - 4);
    room.say(aino, hallpass::Outcome::Worked);
    room.claim(bo);
  }
};

/// Keeps a worker busy until it is let go.
class Busy {
 public:
  explicit Busy(platform::Worker& worker)
      : job_(worker.start([done = done_.get_future().share()](platform::Worker::Job&) {
          done.wait();
          return platform::Worker::Finish{};
        })) {}
  ~Busy() { letGo(); }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
  void letGo() {
    if (job_) done_.set_value();
    job_.reset();
  }

 private:
  std::promise<void> done_;
  std::shared_ptr<platform::Worker::Job> job_;
};

std::vector<std::string> eventsOf(const PageStack& pages) {
  std::vector<std::string> events;
  const auto view = pages.desk();
  for (const TableRow& row : view.table->rows) events.push_back(row.cells[1]);
  return events;
}

}  // namespace

TEST_CASE("the journal shows what happened last first, with whom and by whom") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  CHECK(pages.screen() == "journal");
  CHECK(eventsOf(pages) == EventNames{"Claim made", "Outcome reported", "Claim made",
                                      "Student added", "Student added"});
  const std::string when = platform::toLocalText(past.room.clock.time).substr(0, 19);
  CHECK(pages.rows().front() == when + " | Claim made | Bo Ek | student");
  CHECK(pages.rows()[2] == when + " | Claim made | Aino Virtanen | student");
}

TEST_CASE("the journal is turned by pages of a chosen length") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  const std::size_t total = past.room.journal().size();
  REQUIRE(total == 8);
  CHECK(pages.desk().table->page.pages == 2);
  pages.act(Intent::Act::Turn, 1);
  CHECK(eventsOf(pages) == EventNames{"Codes imported", "Class opened", "Ledger created"});
  pages.act(Intent::Act::PerPage, 1);
  CHECK(eventsOf(pages).size() == total);
}

TEST_CASE("an entry that happens meanwhile shows at the next look") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  past.room.setState(ClassState::Paused);
  pages.refresh();
  CHECK(eventsOf(pages).front() == "Class paused");
}

TEST_CASE("the journal is narrowed by student, code, event and day") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.touch("filter");
  CHECK(pages.screen() == "journal-filter");

  SECTION("a student, by name") {
    pages.fill("student", "aino");
    CHECK(pages.field("student").value == "Aino Virtanen");
    pages.touch("show");
    CHECK(eventsOf(pages) == EventNames{"Outcome reported", "Claim made", "Student added"});
    CHECK(pages.desk().lead == "Only Aino Virtanen: 3 entries.");
  }
  SECTION("a student, by number") {
    pages.fill("student", "S2");
    pages.touch("show");
    CHECK(eventsOf(pages) == EventNames{"Claim made", "Student added"});
  }
  SECTION("a code, by its last characters") {
    pages.fill("code", past.codeEnd);
    pages.touch("show");
    CHECK(eventsOf(pages).back() == "Claim made");
    for (const std::string& row : pages.rows()) CHECK(row.find("Bo Ek") == std::string::npos);
    CHECK(pages.desk().lead.find("code ends in " + past.codeEnd) != std::string::npos);
  }
  SECTION("an event, out of all that there are") {
    pages.act(Intent::Act::Focus, 2);
    CHECK(pages.screen() == "journal-events");
    for (int turn = 0; pages.names().front() != "Claim made"; ++turn) {
      REQUIRE(turn < 20);
      const auto names = pages.names();
      const auto found = std::find(names.begin(), names.end(), "Claim made");
      if (found != names.end()) {
        pages.open(static_cast<std::size_t>(found - names.begin()));
        break;
      }
      pages.act(Intent::Act::Turn, 1);
    }
    if (pages.screen() == "journal-events") pages.open(0);
    CHECK(pages.field("event").value == "Claim made");
    pages.touch("show");
    CHECK(eventsOf(pages) == EventNames{"Claim made", "Claim made"});
  }
  SECTION("a day") {
    pages.choose("day", "Today");
    pages.touch("show");
    CHECK(eventsOf(pages) == EventNames{"Claim made", "Outcome reported", "Claim made"});
    pages.touch("filter");
    pages.choose("day", "Yesterday");
    pages.touch("show");
    CHECK(eventsOf(pages).empty());
    CHECK(pages.desk().table->whenEmpty == "No entry is like that.");
    pages.touch("filter");
    pages.choose("day", "Another day");
    pages.type("2026-10-14");
    pages.touch("show");
    CHECK(pages.desk().lead == "Only 2026-10-14: 5 entries.");
  }
  SECTION("everything again") {
    pages.fill("student", "aino");
    pages.touch("clear");
    CHECK(pages.desk().table->page.pages == 2);
  }
}

TEST_CASE("a name that nobody or more than one has is asked for again") {
  Past past;
  past.room.add("Aino Mäki", "S3");
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.touch("filter");
  pages.fill("student", "nobody");
  CHECK(pages.on<EditView>().mistake.find("Nobody of this class") == 0);
  pages.type("aino");
  CHECK(pages.on<EditView>().mistake.find("Several students") == 0);
  pages.type("aino m");
  CHECK(pages.field("student").value == "Aino Mäki");
}

TEST_CASE("no more of a code can be asked for than lists show of it") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.touch("filter");
  pages.act(Intent::Act::Focus, 1);
  for (int i = 0; i < 6; ++i) pages.typeKey("A");
  CHECK(pages.on<EditView>().typed == "AAAA");
}

TEST_CASE("an entry opens with its sentence, and holds no code") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.open(2);
  const auto notice = pages.on<NoticeView>();
  INFO(notice.detail);
  CHECK(notice.headline == "Claim made");
  CHECK(notice.detail.find("took code") != std::string::npos);
  CHECK(notice.detail.find("Student: Aino Virtanen.") != std::string::npos);
  for (int at = 0; at < past.room.stocked(); ++at) {
    CHECK(notice.detail.find(DeskRoom::codeText(at)) == std::string::npos);
  }
  pages.touch("done");
  CHECK(pages.screen() == "journal");
}

TEST_CASE("a journal that is whole shows its head as a QR code") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.touch("verify");
  CHECK(pages.on<WorkingView>().cancels);
  pages.finishWork();
  const auto notice = pages.on<NoticeView>();
  CHECK(notice.sign == Sign::Good);
  CHECK(notice.headline == "The journal is whole");
  CHECK(notice.detail.find("8 events") == 0);
  CHECK(notice.detail.find("Photograph this") != std::string::npos);
  CHECK(notice.qr == platform::toHex(past.room.journal().back().hash));
  pages.touch("done");
  CHECK(pages.screen() == "journal");
}

TEST_CASE("a journal that somebody changed names the first entry that does not fit") {
  Past past;
  RawSql raw(past.room.tools().ledgerFile);
  raw.withoutTriggers([&] { raw.run("UPDATE journal SET role = 'staff' WHERE sequence = 3"); });
  PageStack pages(past.room, journalPage(past.room.tools()));
  pages.touch("verify");
  pages.finishWork();
  const auto notice = pages.on<NoticeView>();
  CHECK(notice.sign == Sign::Bad);
  CHECK(notice.headline == "The journal was changed");
  CHECK(notice.detail.find("Entry 3 is the first") == 0);
  CHECK(notice.qr.empty());
}

TEST_CASE("verifying can be stopped, and leads back") {
  Past past;
  PageStack pages(past.room, journalPage(past.room.tools()));
  Busy busy(past.room.worker());
  pages.touch("verify");
  pages.act(Intent::Act::Other);
  CHECK_FALSE(pages.on<WorkingView>().cancels);
  busy.letGo();
  pages.finishWork();
  CHECK(pages.screen() == "journal");
}
