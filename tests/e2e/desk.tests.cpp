// The instructor's desk by real taps on a real screen, each screen looked at for what overlaps, is
// cut or is too small to touch.
#include <fstream>

#include "tests/e2e/desk_room.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/support/catch.h"
#include "tests/support/keysyms.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
namespace fs = std::filesystem;

/// A backup lies on the stick that SQLite finds whole, and another device can go on from.
void checkBackup(const fs::path& stick, const std::string& student, const std::string& code) {
  fs::path backup;
  for (const auto& entry : fs::directory_iterator(stick)) {
    if (entry.path().filename().string().starts_with("ledger-")) backup = entry.path();
  }
  REQUIRE_FALSE(backup.empty());
  RawSql copy(backup);
  CHECK(copy.text("PRAGMA integrity_check") == "ok");
  CHECK(copy.text("SELECT count(*) FROM claim WHERE live = 1") == "1");
  CHECK(copy.text("SELECT count(*) FROM lock WHERE secret IS NOT NULL") == "0");
  const Device other(places());
  (void)other.command({"restore", backup, "--quarantine-stock"});
  (void)other.command({"journal", "verify"});
  CHECK(other.claim(student).at("code") == code);
}

}  // namespace

TEST_CASE("An instructor takes codes into stock from a stick, and returns what is left over") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    room.open();
    room.place("nav-restock", "restock");
    room.press("stick", "restock-files");
    room.row("codes.txt", "restock-preview");
    room.press("new", "restock-lines");
    room.press("back", "restock-preview");
    CHECK(room.device().command({"batches"}).at("batches").size() == 1);
    room.press("take", "restock-done");
    CHECK(room.kiosk().scene().mentions("You can pull the stick"));
    CHECK(room.device().command({"batches"}).at("batches").size() == 2);
    room.press("batches", "batches");
    room.press("row-1", "batch");
    room.press("return", "return-leftovers");
    room.kiosk().tapTo("return", "leftovers-written");
    room.look();
    CHECK(room.kiosk().scene().mentions("pull"));
    CHECK(room.device().command({"batches"}).at("batches")[0].at("in_stock") == 0);
  }
}

TEST_CASE("A finger that is drawn over a list turns its page, and taps nothing") {
  DeskRoom room(kDeskSizes[0]);
  room.open();
  const Scene& students = room.place("nav-students", "students");
  REQUIRE(students.mentions("Page 1 of"));
  const Point high = students.find("row-1")->rect.centre();
  const Point low = students.find("row-4")->rect.centre();
  const auto draw = [&](Point from, Point to, std::string_view page) {
    room.display().movePointer(from);
    room.display().press();
    room.display().movePointer({(from.x + to.x) / 2, (from.y + to.y) / 2});
    room.display().movePointer(to);
    room.display().release();
    room.kiosk().waitFor(page, [&](const Scene& scene) { return scene.mentions(page); });
    CHECK(room.kiosk().scene().screen == "students");
  };
  draw(low, high, "Page 2 of");
  draw(high, low, "Page 1 of");
}

TEST_CASE("Codes are typed or scanned, one by one, and a mistake is taken off") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    room.open();
    room.place("nav-restock", "restock");
    room.press("typed", "typed-codes");
    for (const char* code : {"WK0SKTEST00000001A", "WK0SKTEST00000002A", "WK0SKTEST00000003A"}) {
      room.display().type(code);
      room.display().type("\n");
      room.kiosk().waitFor("the code in the list", [&](const Scene& scene) {
        return scene.screen == "typed-codes" &&
               scene.mentions(std::string("•") + std::string(code).substr(14));
      });
    }
    room.look();
    room.press("row-1", "typed-code");
    room.press("take-off", "typed-codes");
    room.press("go-on", "restock-preview");
    room.press("take", "restock-done");
    CHECK(room.device().command({"batches"}).at("batches")[0].at("loaded") == 2);
  }
}

TEST_CASE("Passes are added to an order, and are expected until their codes arrive") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    room.open();
    room.place("nav-passes", "student-passes");
    room.press("help", "pass-help");
    room.press("back", "student-passes");
    room.press("import", "orders-files");
    room.row("orders.csv", "orders-preview");
    room.press("take", "orders-taken");
    room.press("student-passes", "student-passes");
    CHECK(room.kiosk().scene().all("row-").size() == 5);
    room.kiosk().tap("sort-1");
    room.kiosk().waitFor("the list the other way round", [](const Scene& scene) {
      return scene.find("sort-1")->label.find("descending") != std::string::npos;
    });
    room.look();
    room.kiosk().tap("available");
    room.kiosk().waitFor("the orders that take passes",
                         [](const Scene& scene) { return scene.find("all") != nullptr; });
    room.look();
    room.press("row-1", "add-passes");
    room.press("add", "passes-added");
    room.press("restock", "restock");
    CHECK(room.kiosk().scene().all("row-").size() == 1);
  }
}

TEST_CASE("A class is opened, gets its students from a stick, is changed and closed") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size, false);
    // A ledger without a class: the PINs are set, so the first start is over.
    room.open();
    room.place("nav-class", "class");
    room.press("open-class", "class-form");
    room.fill("field-title", "Sicherheitsgrundlagen fuer Administratorinnen");
    room.kiosk().tap("pass-1");
    room.look();
    room.press("next", "class-form-2");
    room.kiosk().tap("word-2");
    room.kiosk().waitFor("a word", [](const Scene& scene) {
      return scene.find("word-3") != nullptr && scene.find("word-3")->label != "Type one";
    });
    room.look();
    room.press("next", "class-form-guide");
    room.kiosk().tap("account-2");
    room.kiosk().tap("languages-8");
    room.kiosk().tap("begins-in-2");
    room.look();
    room.press("open-class", "class");
    room.press("roster", "roster-files");
    room.row("roster.csv", "roster");
    room.press("take", "roster-taken");
    room.press("to-students", "students");
    CHECK(room.device().command({"students"}).at("students").size() == 30);
    room.place("nav-class", "class");
    room.press("add-student", "add-student");
    room.fill("field-name", "Nadine Beaumont");
    room.press("add", "student");
    CHECK(room.device().command({"students"}).at("students").size() == 31);
    room.place("nav-class", "class");
    room.press("change", "class-change");
    room.kiosk().tap("walk-ins-2");
    room.press("guide", "class-change-guide");
    room.look();
    room.press("save", "class");
    room.press("close-class", "close-class");
    room.press("close-class", "class");
    CHECK(room.device().command({"class", "show"}).at("state") == "closed");
  }
}

TEST_CASE("A bad code is swapped on the student's own screen, behind the instructor's PIN") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    const std::string first = room.device().claim("S70282").at("code");
    room.open();
    room.place("nav-students", "students");
    room.fill("field-search", "liisa");
    room.press("row-1", "student");
    CHECK_FALSE(room.kiosk().scene().mentions(first));
    room.press("swap", "swap");
    room.kiosk().tap("cause-2");
    room.look();
    room.press("hand-over", "handed");
    CHECK(room.device().claim("S70282").at("code") == first);
    room.press("yes", "digits");
    typeDigits(room.kiosk());
    room.press("take", "code");
    const std::string shown =
        readQrCode(room.display().screenshot(), room.kiosk().scene().qr("1").rect);
    CHECK(shown != first);
    CHECK(room.device().claim("S70282").at("code") == shown);
    leave(room.kiosk());
  }
}

TEST_CASE("A student who forgot the digits is let in by the instructor, who never sees the code") {
  DeskRoom room({1280, 800});
  takeCode(room.stage(), "S70282");
  const std::string code =
      readQrCode(room.display().screenshot(), room.kiosk().scene().qr("1").rect);
  leave(room.kiosk());
  room.open();
  room.place("nav-students", "students");
  room.fill("field-search", "liisa");
  room.press("row-1", "student");
  room.press("again", "show-again");
  room.press("hand-over", "handed");
  CHECK_FALSE(room.kiosk().scene().mentions(code));
  room.press("yes", "digits");
  typeDigits(room.kiosk(), "9021");
  room.press("take", "code");
  CHECK(readQrCode(room.display().screenshot(), room.kiosk().scene().qr("1").rect) == code);
}

TEST_CASE("The overview follows the class, and mends what is wrong") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    room.open();
    room.kiosk().tap("pause");
    room.kiosk().waitFor("a paused class",
                         [](const Scene& scene) { return scene.find("resume") != nullptr; });
    room.look();
    CHECK(room.device().command({"class", "show"}).at("state") == "paused");
    room.kiosk().tap("mend-1");
    room.kiosk().waitFor("an open class",
                         [](const Scene& scene) { return scene.find("pause") != nullptr; });
    CHECK(room.kiosk().scene().mentions("24 codes: 6 short"));
    (void)room.device().claim("S70282");
    room.kiosk().waitFor("one student less",
                         [](const Scene& scene) { return scene.mentions("29 of 30"); });
    room.look();
  }
}

TEST_CASE("Lists and the report go to the stick, with codes only behind the PIN") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    const std::string code = room.device().claim("S70282").at("code");
    const auto contents = [&] {
      std::string all;
      for (const auto& entry : fs::recursive_directory_iterator(room.stick())) {
        std::ifstream file(entry.path(), std::ios::binary);
        if (entry.path().filename().string().starts_with("hallpass-")) {
          all.append(std::istreambuf_iterator<char>(file), {});
        }
      }
      return all;
    };
    room.open();
    room.place("nav-hand-over", "hand-over");
    room.kiosk().tapTo("write", "hand-over-written");
    room.look();
    CHECK(room.kiosk().scene().mentions("You can pull it now"));
    CHECK_FALSE(contents().empty());
    CHECK(contents().find(code) == std::string::npos);
    room.press("done", "hand-over");
    room.kiosk().tap("codes-2");
    room.press("write", "pin");
    typeOnPad(room.kiosk(), kInstructorPin);
    room.kiosk().waitForScreen("hand-over-written");
    CHECK(contents().find(code) != std::string::npos);
    room.press("done", "hand-over");
    room.kiosk().tap("row-6");
    room.kiosk().waitFor("a backup that goes along",
                         [](const Scene& scene) { return scene.mentions("Choose none"); });
    room.look();
    room.press("write", "pin");
    typeOnPad(room.kiosk(), kInstructorPin);
    room.kiosk().waitForScreen("hand-over-written");
    checkBackup(room.stick(), "S70282", code);
    room.press("done", "hand-over");
    room.place("nav-journal", "journal");
    CHECK(room.kiosk().scene().mentions("exported"));
    room.press("verify", "journal-verified");
  }
}

TEST_CASE("A stick that is plugged in shows on the restock screen, and on no other") {
  DeskRoom room({1280, 800});
  room.open();
  room.place("nav-class", "class");
  fs::create_directory(room.stick().parent_path() / "OTHER");
  fs::copy_file(room.device().sample("codes-azure-pasted.txt"),
                room.stick().parent_path() / "OTHER" / "new-codes.txt");
  room.place("nav-restock", "restock");
  fs::create_directory(room.stick().parent_path() / "THIRD");
  fs::copy_file(room.device().sample("codes-azure-pasted.txt"),
                room.stick().parent_path() / "THIRD" / "third.txt");
  room.kiosk().waitForScreen("restock-files");
  room.kiosk().waitFor("the file", [](const Scene& scene) { return scene.mentions("third.txt"); });
  room.look();
}
