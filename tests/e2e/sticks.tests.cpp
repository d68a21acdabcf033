// A stick is read while a screen asks for what is on it, and at no other time.
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include "tests/e2e/desk.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;
namespace fs = std::filesystem;

/// Whoever opens or reads a folder or what is in it.
class Readers {
 public:
  explicit Readers(const fs::path& folder) : file_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (file_ < 0 || ::inotify_add_watch(file_, folder.c_str(), IN_OPEN | IN_ACCESS) < 0) {
      throw std::runtime_error("the stick cannot be watched");
    }
  }
  ~Readers() { ::close(file_); }
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Whether there was one since the last call.
  bool came() const {
    std::array<char, 4096> events{};
    bool any = false;
    while (::read(file_, events.data(), events.size()) > 0) any = true;
    return any;
  }

 private:
  int file_;
};

}  // namespace

TEST_CASE("A stick is read only while a screen asks for what is on it", "[e2e]") {
  const Device device(places());
  device.setPin("instructor", kInstructorPin);
  device.setPin("staff", kStaffPin);
  device.openSampleClass();
  const fs::path stick = device.stick();
  fs::copy_file(device.sample("codes-training-keys.csv"), stick / "codes.csv");
  const Readers readers(stick);
  Display display({1280, 800});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  fs::create_directory(stick.parent_path() / "ANOTHER");
  takeCode(stage, "S70282");
  stage.kiosk.tapTo("done", "done");
  CHECK_FALSE(readers.came());
  waitForInvitation(stage.kiosk);
  openDesk(stage.kiosk);
  goTo(stage.kiosk, "nav-restock", "restock");
  CHECK_FALSE(readers.came());
  stage.kiosk.tapTo("stick", "restock-files");
  CHECK(readers.came());
  lockDesk(stage.kiosk);
  (void)readers.came();
  fs::create_directory(stick.parent_path() / "A THIRD");
  takeCode(stage, "S70126");
  CHECK_FALSE(readers.came());
}
