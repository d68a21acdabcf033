#include "tests/bench/peer.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <utility>

#include "tests/bench/benches.h"
#include "tests/bench/until.h"
#include "tests/support/process_usage.h"

namespace tests {
namespace {

/// As page.html and page.qml have them: a point of the first name's button, from there to the next
/// column and row, the button's colour, and the top left of the code.
constexpr Point kFirstName{30, 30};
constexpr Point kToNextName{475, 90};
constexpr int kColumns = 4;
constexpr Colour kButton{0x2d, 0x6c, 0xdf};
constexpr Point kCodePlace{600, 150};

constexpr std::chrono::seconds kEnding{20};

/// A browser without what a kiosk has no use for, which reaches no network.
std::unique_ptr<Peer> chromium() {
  const std::string size =
      std::to_string(kBenchScreen.width) + "," + std::to_string(kBenchScreen.height);
  return std::make_unique<Peer>(
      "Chromium page",
      std::vector<std::string>{"/usr/lib/chromium/chromium", "--kiosk", "--no-sandbox",
                               "--test-type", "--no-first-run", "--no-default-browser-check",
                               "--disable-background-networking", "--disable-component-update",
                               "--disable-sync", "--disable-breakpad", "--log-level=3",
                               "--host-resolver-rules=MAP * ~NOTFOUND", "--window-position=0,0",
                               "--window-size=" + size},
      "file://", "page.html");
}

std::unique_ptr<Peer> qtQuick() {
  return std::make_unique<Peer>(
      "Qt Quick page, drawn by the processor",
      std::vector<std::string>{"/usr/lib/qt6/bin/qml", "--apptype", "gui"}, "", "page.qml");
}

Launch launchOn(const Display& display, const std::vector<std::string>& command,
                const std::filesystem::path& folder) {
  return {command,
          {{"DISPLAY", display.name()},
           {"HOME", folder.string()},
           {"XDG_CONFIG_HOME", folder.string()},
           {"XDG_CACHE_HOME", folder.string()},
           {"XDG_RUNTIME_DIR", folder.string()},
           {"QT_QPA_PLATFORM", "xcb"},
           {"QT_QUICK_BACKEND", "software"}}};
}

}  // namespace

/// The program at its list of names, on a screen of its own.
class Peer::Running {
 public:
  Running(const std::vector<std::string>& command, const std::filesystem::path& folder)
      : start_(Timer::now()), process_(launchOn(display_, command, folder)) {
    started_ = waitUntil([&] { return showsList(); }, start_);
  }

  /// Asks it to end, so that it finds its folder in order the next time.
  ~Running() {
    process_.send(SIGTERM);
    (void)process_.waitFor(kEnding);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  [[nodiscard]] double started() const { return started_; }
  [[nodiscard]] double proportionalMiB() const { return proportionalMiBOf(process_.id()); }

  double tap(int name, const Finder& finder) {
    if (finder.shown(display_)) throw std::runtime_error("the code is there before the tap");
    display_.movePointer({kFirstName.x + name % kColumns * kToNextName.x,
                          kFirstName.y + name / kColumns * kToNextName.y});
    display_.press();
    const auto start = Timer::now();
    display_.release();
    const double taken = waitUntil([&] { return finder.shown(display_); }, start);
    display_.press();
    display_.release();
    waitUntil([&] { return showsList(); }, Timer::now());
    return taken;
  }

 private:
  double waitUntil(const std::function<bool()>& holds, Timer::time_point start) {
    return measureUntil(start, [&] {
      if (!process_.running()) throw std::runtime_error("the peer ended");
      return holds();
    });
  }
  bool showsList() {
    return display_.screenshot({kFirstName.x, kFirstName.y, 1, 1}).at({0, 0}) == kButton;
  }

  Display display_{kBenchScreen};
  Timer::time_point start_;
  Process process_;
  double started_ = 0;
};

Peer::Peer(std::string name, std::vector<std::string> command, const std::string& prefix,
           const std::string& page)
    : name_(std::move(name)), command_(std::move(command)) {
  std::filesystem::copy_file(std::filesystem::path(PEER_PAGES) / page, folder_.path() / page);
  command_.push_back(prefix + (folder_.path() / page).string());
}

Peer::~Peer() = default;

bool Peer::installed() const { return ::access(command_.front().c_str(), X_OK) == 0; }

void Peer::open(const Image& code) {
  writePng(code, folder_.path() / "code.png");
  finder_ = finderOf(code, kCodePlace);
  running_ = std::make_unique<Running>(command_, folder_.path());
  running_->tap(0, *finder_);
}

void Peer::tap() { taps_.add(running_->tap(++tappedName_, *finder_)); }

void Peer::close() {
  proportionalMiB_ = running_->proportionalMiB();
  running_.reset();
}

void Peer::start() { starts_.add(Running(command_, folder_.path()).started()); }

void Peer::report(const Samples& kioskStarts, const Tapped& kiosk, Figures& figures) const {
  const std::string of = " (" + name_ + ": no record kept, the code lies ready)";
  const std::string ours = "the kiosk (cpu)";
  const std::string goal = "above 1";
  const double rare = taps_.quantile(0.99);
  const double oursRare = kiosk.milliseconds.quantile(0.99);
  figures.compare("start to the first picture" + of, starts_, "ms", ours, kioskStarts, goal);
  figures.compare("tap to code on the screen" + of, taps_, "ms", ours, kiosk.milliseconds, goal);
  figures.add("the same, 99th of 100" + of, decimal(rare) + " ms",
              ours + " " + decimal(oursRare) + " ms", decimal(rare / oursRare), goal);
  figures.add("memory (PSS) of all its processes after the taps" + of,
              decimal(proportionalMiB_, 1) + " MiB",
              ours + " " + decimal(kiosk.proportionalMiB, 1) + " MiB",
              decimal(proportionalMiB_ / kiosk.proportionalMiB), goal);
}

Peers installedPeers() {
  Peers peers;
  peers.push_back(chromium());
  peers.push_back(qtQuick());
  std::erase_if(peers, [](const std::unique_ptr<Peer>& peer) {
    if (peer->installed()) return false;
    std::fprintf(stderr,
                 "left out, for its packages are not here: %s; `./bench peers` installs them\n",
                 peer->name().c_str());
    return true;
  });
  return peers;
}

}  // namespace tests
