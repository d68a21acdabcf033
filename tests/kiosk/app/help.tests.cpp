// What everybody may do without a PIN, and that nothing of it outlasts the visit.
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <memory>

#include "platform/base/secret_hash.h"
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Look kPlain{};
constexpr Look kLarger{TextStep::Large};
constexpr Look kContrast{TextStep::Normal, ThemeName::WhiteOnBlack};

class Visitor : public Kiosk {
 public:
  using Kiosk::Kiosk;
  [[nodiscard]] Look look() { return app().view().look; }
  void choose(Act act, std::size_t index) { Kiosk::act(act, "", index); }
  void call() {
    act(Act::Help);
    act(Act::Call);
    (void)on<CallView>();
  }
  void stopCalling() {
    act(Act::Finish);
    act(Act::Yes);
  }
  void setPins() {
    const std::string pin = platform::hashSecret("402713");
    REQUIRE(desk().locks().set(Lock::Instructor, pin, Role::Operator));
    REQUIRE(desk().locks().set(Lock::Staff, pin, Role::Operator));
  }
};

/// Another program finds the ledger as after a power cut, and mends it: meanwhile nobody reads it.
/// By the locks and the header of the file beside it (sqlite.org/walformat.html, 2.1 and 2.3).
class UnderRecovery {
 public:
  explicit UnderRecovery(const std::filesystem::path& ledger)
      : index_(::open((ledger.string() + "-shm").c_str(), O_RDWR | O_CLOEXEC)) {
    constexpr off_t kWriteLock = 120;
    constexpr off_t kChanges = 8;  // Of the first copy of the header alone: they differ.
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kWriteLock;
    lock.l_len = 3;
    REQUIRE(::fcntl(index_, F_OFD_SETLK, &lock) == 0);
    const std::uint32_t changes = 0xFFFFFFFF;
    REQUIRE(::pwrite(index_, &changes, sizeof changes, kChanges) == sizeof changes);
  }
  ~UnderRecovery() { ::close(index_); }
  UnderRecovery(const UnderRecovery&) = delete;
  UnderRecovery& operator=(const UnderRecovery&) = delete;

 private:
  int index_;
};

}  // namespace

TEST_CASE("Help changes the text, the colours, the place and the hand, each by itself") {
  Visitor room;
  room.act(Act::Help);
  CHECK(room.on<HelpView>().look == kPlain);
  room.choose(Act::TextStep, 2);
  CHECK(room.look() == kLarger);
  CHECK(room.on<HelpView>().look == kLarger);
  room.choose(Act::Theme, 3);
  CHECK(room.look() == Look{TextStep::Large, ThemeName::WhiteOnBlack});
  room.choose(Act::TextStep, 1);
  CHECK(room.look() == kContrast);
  room.choose(Act::ControlsLow, 1);
  room.choose(Act::LeftHand, 1);
  CHECK(room.look() == Look{TextStep::Normal, ThemeName::WhiteOnBlack, true, true});
  room.choose(Act::ControlsLow, 0);
  room.choose(Act::LeftHand, 0);
  room.choose(Act::Theme, 4);
  room.choose(Act::TextStep, 4);
  CHECK(room.look() == kContrast);
}

TEST_CASE("What was chosen on the attract screen stands through the visit, and ends with it") {
  Visitor room;
  room.act(Act::Help);
  room.choose(Act::TextStep, 2);
  room.act(Act::Back);
  CHECK(room.shows<AttractView>());
  CHECK(room.look() == kLarger);
  CHECK_FALSE(room.takeCode("aino").empty());
  CHECK(room.look() == kLarger);
  room.leave();
  CHECK(room.shows<AttractView>());
  CHECK(room.look() == kPlain);
}

TEST_CASE("A look that somebody chose and walked away from is given up") {
  Visitor room;
  room.act(Act::Help);
  room.choose(Act::Theme, 3);
  room.act(Act::Back);
  room.pass(seconds(59));
  CHECK(room.look() == kContrast);
  REQUIRE(room.app().deadline());
  CHECK(*room.app().deadline() <= room.clock.boot + seconds(1));
  room.pass(seconds(1));
  CHECK(room.look() == kPlain);
}

TEST_CASE("A look that somebody chose is given up also where a busy ledger let nobody begin") {
  Visitor room;
  room.act(Act::Help);
  room.choose(Act::Theme, 3);
  room.act(Act::Back);
  const bool busy = GENERATE(true, false);
  {
    const auto recovery = busy ? std::make_unique<UnderRecovery>(room.file()) : nullptr;
    room.act(Act::Wake);
  }
  CHECK(room.shows<AttractView>() == busy);
  CHECK(room.look() == kContrast);
  room.pass(seconds(60));
  CHECK((room.look() == kPlain) == busy);  // A visit is asked first whether somebody is there.
}

TEST_CASE("Help that nobody leaves ends as every visit does") {
  Visitor room;
  room.act(Act::Help);
  room.choose(Act::TextStep, 2);
  room.pass(seconds(60));
  CHECK(room.app().view().secondsLeft);
  room.pass(seconds(20));
  CHECK(room.shows<AttractView>());
  CHECK(room.look() == kPlain);
}

TEST_CASE("Help lies over the screen that stands, and Back leads there") {
  Visitor room;
  room.act(Act::Wake);
  room.act(Act::Type, "smi");
  room.act(Act::Help);
  room.act(Act::Back);
  CHECK(room.on<FindView>().typed == "smi");
  room.act(Act::Pick);
  room.act(Act::Help);
  room.act(Act::Back);
  CHECK(room.shows<ConfirmView>());
}

TEST_CASE("Digits that were typed are gone after help, and a code is shown again") {
  Visitor room;
  room.readCards("aino");
  room.typeDigits("25");
  room.act(Act::Help);
  room.act(Act::Back);
  CHECK(room.on<DigitsView>().typed.empty());
  room.typeDigits("2580");
  room.act(Act::Take);
  const std::string code = room.on<CodeView>().code.reveal();
  room.act(Act::Help);
  room.choose(Act::Theme, 3);
  room.act(Act::Back);
  CHECK(room.on<CodeView>().code.reveal() == code);
  CHECK(room.look() == kContrast);
}

TEST_CASE("A call stands for minutes, is taken back by two touches, and ends by itself") {
  Visitor room;
  room.call();
  room.pass(minutes(9));
  CHECK(room.shows<CallView>());
  CHECK_FALSE(room.app().view().secondsLeft);
  room.act(Act::Yes);
  CHECK(room.shows<CallView>());
  room.act(Act::Finish);
  CHECK(room.on<CallView>().asked);
  room.act(Act::Stay);
  CHECK_FALSE(room.on<CallView>().asked);
  room.stopCalling();
  CHECK(room.shows<AttractView>());
  room.call();
  CHECK(room.app().deadline() == room.clock.boot + App::kCall);
  room.pass(App::kCall);
  CHECK(room.shows<AttractView>());
}

TEST_CASE("A question whether to stop calling that nobody answers goes back to the call") {
  Visitor room;
  room.call();
  room.act(Act::Finish);
  REQUIRE(room.on<CallView>().asked);
  CHECK(room.app().deadline() == room.clock.boot + App::kCallQuestion);
  room.pass(App::kCallQuestion - std::chrono::milliseconds(1));
  CHECK(room.on<CallView>().asked);
  room.pass(std::chrono::milliseconds(1));
  CHECK_FALSE(room.on<CallView>().asked);
  room.pass(App::kCall - App::kCallQuestion - std::chrono::milliseconds(1));
  CHECK(room.shows<CallView>());
  room.act(Act::Finish);
  room.pass(std::chrono::milliseconds(1));
  CHECK(room.shows<AttractView>());
}

TEST_CASE("A call in the middle of a visit keeps it, and asks for the digits of a code") {
  Visitor room;
  room.act(Act::Wake);
  room.act(Act::Type, "smi");
  room.call();
  room.pass(minutes(3));
  room.stopCalling();
  CHECK(room.on<FindView>().typed == "smi");
  room.act(Act::Back);
  CHECK_FALSE(room.takeCode("aino").empty());
  room.call();
  room.stopCalling();
  CHECK(room.shows<CodeHiddenView>());
  room.act(Act::Show);
  CHECK(room.on<DigitsView>().purpose == DigitsView::Purpose::Ask);
}

TEST_CASE("A call stands while the class is closed, and its visit ends then") {
  Visitor room;
  room.act(Act::Wake);
  room.call();
  REQUIRE(room.desk().classes().setState(ClassState::Closed, Role::Operator));
  room.app().refresh();
  CHECK(room.shows<CallView>());
  room.stopCalling();
  CHECK(room.shows<AttractView>());
  room.act(Act::Help);
  room.app().refresh();
  CHECK(room.shows<HelpView>());
}

TEST_CASE("At the door and the desk the screens look as ever, and the call waits behind the door") {
  Visitor room;
  room.setPins();
  room.act(Act::Help);
  room.choose(Act::Theme, 3);
  room.act(Act::Call);
  room.act(Act::OpenDoor);
  CHECK(room.look() == kPlain);
  room.act(Act::Help);
  CHECK(room.shows<PinView>());
  room.act(Act::Back);
  CHECK(room.shows<CallView>());
  CHECK(room.look() == kContrast);
}

TEST_CASE("A kiosk out of service offers no help of its own") {
  const TemporaryFolder folder;
  const ManualClock clock;
  const auto file = folder.path() / "ledger.db";
  std::ofstream(file) << "this is no database, and it is long enough to be looked at as one";
  App app({file, assetsFolder()}, {}, clock);
  REQUIRE(std::holds_alternative<OutOfServiceView>(app.view().screen));
  app.handle({Act::Help, "", 0});
  CHECK(std::holds_alternative<OutOfServiceView>(app.view().screen));
}

TEST_CASE("The venue's colours stand at the desk and until a student asks for others, and after") {
  Visitor room;
  room.machine.settings.theme = ThemeName::Dark;
  room.setPins();
  room.restart();
  CHECK(room.look() == Look{TextStep::Normal, ThemeName::Dark});
  room.act(Act::Help);
  CHECK(room.on<HelpView>().look.theme == ThemeName::Dark);
  room.choose(Act::Theme, 0);
  CHECK(room.look().theme == ThemeName::Light);
  room.act(Act::OpenDoor);
  CHECK(room.shows<PinView>());
  CHECK(room.look().theme == ThemeName::Dark);
  room.act(Act::Back);
  CHECK(room.look().theme == ThemeName::Light);
  room.act(Act::Back);
  room.pass(seconds(60));
  CHECK(room.look().theme == ThemeName::Dark);
}
