// On the appliance a stick is read-only, and each page that writes to one asks for it.
#include <sys/statvfs.h>

#include "kiosk/desk/erase_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/receipt_page.h"
#include "platform/os/files.h"
#include "tests/kiosk/desk/page_stack.h"
#include "tests/support/granting_service.h"
#include "tests/support/mount.h"

using namespace hallpass;
using namespace tests;
namespace fs = std::filesystem;

namespace {

bool canMount() {
  const std::string why = Mount::whyNot();
  if (!why.empty()) WARN("not tested: " << why);
  return why.empty();
}

/// The appliance, whose image mounted a stick that it opens to who asks for it.
struct Kiosk {
  DeskRoom room;
  Mount stick = Mount::inMemory(room.stick(), 4096);
  TemporaryFolder folder;
  MachineTools machine{{}, folder.path() / "hallpass.toml", {}, Appliance(folder.path())};
  GrantingService image{folder.path() / "sticks",
                        [this] {
                          if (!locked) stick.makeWritable();
                          return !locked;
                        },
                        [this] { stick.makeReadOnly(); }};
  bool locked = false;  ///< By the stick's own switch.

  Kiosk() {
    room.openClass("AZ-104");
    room.stock(3);
    stick.makeReadOnly();
  }

  [[nodiscard]] DeskTools tools(Role role = Role::Instructor) {
    DeskTools tools = room.tools(role);
    tools.machine = &machine;
    return tools;
  }

  /// So many files are on the stick, whose writing was asked for once, and it is read-only again.
  void checkWritten(std::ptrdiff_t files) {
    CHECK(std::distance(fs::directory_iterator(stick.folder()), {}) == files);
    CHECK(image.asked() == std::vector<std::string>{"STICK"});
    struct statvfs facts {};
    REQUIRE(::statvfs(stick.folder().c_str(), &facts) == 0);
    CHECK((facts.f_flag & ST_RDONLY) != 0);
  }
};

}  // namespace

TEST_CASE("What is handed over is written, and the stick is read-only again", "[mount]") {
  if (!canMount()) return;
  Kiosk kiosk;
  PageStack pages(kiosk.room, handOverPage(kiosk.tools()));
  CHECK(platform::exportFile(kiosk.stick.folder() / "x", "x").error() ==
        platform::FileRefusal::ReadOnly);
  pages.touch("write");
  pages.finishWork();
  REQUIRE(pages.screen() == "hand-over-written");
  kiosk.checkWritten(6);
}

TEST_CASE("A stick that stays read-only is told, and the device is as it was", "[mount]") {
  if (!canMount()) return;
  Kiosk kiosk;
  kiosk.locked = true;
  const auto before = kiosk.room.journal().size();
  PageStack pages(kiosk.room, handOverPage(kiosk.tools()));
  pages.touch("write");
  pages.finishWork();
  CHECK(pages.screen() == "hand-over-failed");
  CHECK(pages.on<NoticeView>().detail.starts_with("The stick can only be read."));
  CHECK(kiosk.room.journal().size() == before);
  kiosk.checkWritten(0);
}

TEST_CASE("What is left of a batch is written, and the stick is read-only again", "[mount]") {
  if (!canMount()) return;
  Kiosk kiosk;
  PageStack pages(kiosk.room, batchesPage(kiosk.tools()));
  pages.open(0);
  pages.touch("return");
  pages.touch("return");
  pages.finishWork();
  REQUIRE(pages.screen() == "leftovers-written");
  kiosk.checkWritten(1);
}

TEST_CASE("A receipt is written, and the stick is read-only again", "[mount]") {
  if (!canMount()) return;
  Kiosk kiosk;
  PageStack pages(kiosk.room,
                  std::make_unique<ReceiptPage>(kiosk.tools(Role::Staff), ErasureReceipt{},
                                                ReceiptPage::Kind::Again));
  pages.touch("write");
  while (!pages.on<NoticeView>().main->enabled) {
    kiosk.room.bell().wait();
    kiosk.room.worker().collect();
  }
  CHECK(pages.on<NoticeView>().detail.find("It is on the stick as") != std::string::npos);
  kiosk.checkWritten(1);
}

TEST_CASE("The device's test tries a stick, and its report is written", "[mount]") {
  if (!canMount()) return;
  Kiosk kiosk;
  PageStack pages(kiosk.room, readinessPage(kiosk.tools(Role::Staff)));
  pages.finishWork();
  REQUIRE(pages.screen() == "readiness");
  const auto rows = pages.rows();
  CHECK(std::none_of(rows.begin(), rows.end(),
                     [](const std::string& row) { return row.starts_with("Stick | "); }));
  kiosk.checkWritten(0);
  pages.touch("report");
  pages.finishWork();
  CHECK(pages.screen() == "report-written");
  CHECK(kiosk.image.asked() == std::vector<std::string>{"STICK", "STICK"});
}
