#include "kiosk/gallery/rehearsal.h"

#include "kiosk/gallery/demo_kiosk.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

void beAStudent(DemoKiosk& kiosk) {
  kiosk.in("visit");
  kiosk.keep("attract");
  kiosk.touch("wake", "find, nothing typed");
  kiosk.type("an");
  kiosk.keep("find");
  kiosk.keepCountdown("still there");
  kiosk.touch("student-1", "confirm");
  kiosk.touch("yes", "class word");
  kiosk.type(DemoKiosk::kWord);
  kiosk.keep("class word, typed");
  kiosk.touch("go", "before");
  kiosk.touch("agree-1 agree-2", "before, last card");
  kiosk.touch("agree-3", "digits");
  kiosk.touch("digit-2 digit-5 digit-8 digit-0", "digits, chosen");
  kiosk.touch("take", "code");
  kiosk.touch("steps", "step by step");
  kiosk.touch("code hide", "code hidden");
  kiosk.touch("done", "done");
  kiosk.touch("did-not", "what went wrong");
  kiosk.touch("stage-redeeming", "what is seen");
  kiosk.home();
  kiosk.touch("wake");
  kiosk.type("an");
  kiosk.touch("student-1 yes", "have a code");
  kiosk.touch("show", "digits, asked for");
}

void lookAround(DemoKiosk& kiosk) {
  kiosk.home();
  kiosk.keepOpened("languages", "language");
  kiosk.home();
  kiosk.touch("help", "help");
  kiosk.touch("call-instructor", "call");
  kiosk.touch("end-call", "call, asked");
  kiosk.home();
  kiosk.touch("how", "how it works");
  kiosk.home();
  kiosk.touch("wake walk-in");
  kiosk.type("Ruth");
  kiosk.keep("walk-in");
}

void enter(DemoKiosk& kiosk, std::string_view pin) {
  for (const char digit : pin) kiosk.touch(std::string("pin-") + digit);
}

void openDesk(DemoKiosk& kiosk) {
  kiosk.home();
  kiosk.touch("door", "pin");
  enter(kiosk, DemoKiosk::kInstructorPin);
}

/// From the desk's front page on.
void touchAtDesk(DemoKiosk& kiosk, std::string_view ids, const std::string& name) {
  openDesk(kiosk);
  kiosk.touch(ids, name);
}

void lookAfterClass(DemoKiosk& kiosk) {
  kiosk.in("desk");
  openDesk(kiosk);
  kiosk.keep("overview");
  kiosk.touch("nav-class", "class");
  kiosk.touch("change", "class, change");
  kiosk.touch("field-title", "class, typing its title");
  touchAtDesk(kiosk, "nav-class close-class", "class, to be closed");
  touchAtDesk(kiosk, "nav-class add-student", "add a student");
  touchAtDesk(kiosk, "nav-class roster", "roster, files");
  kiosk.touch("row-2", "roster, preview");
  touchAtDesk(kiosk, "nav-students", "students");
  kiosk.touch("row-1", "student");
  touchAtDesk(kiosk, "mend-1", "students who are stuck");
  kiosk.touch("row-1", "student who is stuck");
  kiosk.touch("swap", "swap");
}

void lookAfterStock(DemoKiosk& kiosk) {
  touchAtDesk(kiosk, "nav-restock", "restock");
  kiosk.touch("typed", "restock, typed");
  touchAtDesk(kiosk, "nav-restock stick", "restock, files");
  kiosk.touch("row-1", "restock, preview");
  kiosk.touch("take", "restock, done");
  touchAtDesk(kiosk, "nav-passes", "student passes");
  touchAtDesk(kiosk, "nav-batches", "batches");
  kiosk.touch("row-1", "batch");
  touchAtDesk(kiosk, "nav-batches pictures", "stock in pictures");
  touchAtDesk(kiosk, "nav-journal", "journal");
  kiosk.touch("row-1", "journal, entry");
  touchAtDesk(kiosk, "nav-journal filter", "journal, filter");
  touchAtDesk(kiosk, "nav-journal verify", "journal, verified");
  touchAtDesk(kiosk, "nav-hand-over", "hand over");
  kiosk.touch("write", "hand over, written");
  touchAtDesk(kiosk, "nav-device", "device");
  kiosk.touch("practice", "training mode");
}

/// Last, for the device stays in it.
void lookAfterDepot(DemoKiosk& kiosk) {
  kiosk.in("desk");
  kiosk.takePartInDepot();
  openDesk(kiosk);
  kiosk.keep("overview, with a depot");
  kiosk.touch("mend-2", "depot");
  kiosk.touch("give-back", "depot, codes that are needed");
  touchAtDesk(kiosk, "nav-class close-class close-class nav-front",
              "overview, with a depot, closed");
  touchAtDesk(kiosk, "nav-restock stick row-1", "restock, preview for all rooms");
  kiosk.touch("send", "restock, sent to the depot");
  kiosk.loseDepot();
  openDesk(kiosk);
  kiosk.keep("overview, without the network");
}

void openStaff(DemoKiosk& kiosk) {
  kiosk.home();
  kiosk.touch("door other-role", "pin");
  enter(kiosk, DemoKiosk::kStaffPin);
}

void beStaff(DemoKiosk& kiosk) {
  kiosk.in("staff");
  openStaff(kiosk);
  kiosk.keep("venue staff");
  kiosk.touch("reset", "reset");
  openStaff(kiosk);
  kiosk.touch("readiness", "test this device");
  openStaff(kiosk);
  kiosk.touch("machine", "device");
  for (const char* page :
       {"cleaning", "clock", "disk-key", "language-default", "ports", "restart-machine",
        "settings-files", "sleep", "sound-and-picture", "switch-off"}) {
    openStaff(kiosk);
    kiosk.touch(std::string("machine ") + page, std::string("device, ") + page);
  }
  openStaff(kiosk);
  kiosk.touch("machine settings-files row-1", "device, settings to take");
  openStaff(kiosk);
  kiosk.touch("machine settings-files row-2", "device, settings with a mistake");
}

/// Last: nothing is left to show then.
void eraseTheDevice(DemoKiosk& kiosk) {
  kiosk.in("staff");
  openStaff(kiosk);
  kiosk.touch("reset row-4", "erase the device");
  kiosk.touch("go-on", "erase the device, what no list holds");
  kiosk.touch("go-on", "erase the device, PINs");
  kiosk.touch("go-on");
  enter(kiosk, DemoKiosk::kStaffPin);
  kiosk.keep("erase the device, hold");
  kiosk.touch("erase", "erased");
}

}  // namespace

std::vector<GalleryScreen> rehearse(std::vector<std::string>& missing) {
  std::vector<GalleryScreen> screens;
  const std::string language(platform::language());
  {
    DemoKiosk kiosk(language, screens, missing);
    beAStudent(kiosk);
    lookAround(kiosk);
    lookAfterClass(kiosk);
    lookAfterStock(kiosk);
    beStaff(kiosk);
    lookAfterDepot(kiosk);
    eraseTheDevice(kiosk);
  }
  platform::setLanguage(language);  // The kiosk sets it at each end of a visit.
  return screens;
}

}  // namespace hallpass
