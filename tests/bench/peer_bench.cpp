// What else could do the job: the list of names and a code as a page of a browser and of Qt Quick.
// Both are favoured: nothing is recorded, and the code is a picture that lies ready.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <functional>
#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/bench/finder.h"
#include "tests/bench/until.h"
#include "tests/support/display.h"
#include "tests/support/process_usage.h"
#include "tests/support/temporary_folder.h"

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

/// A ready-made program that shows a page; its command without the page's path.
struct Peer {
  std::string name;
  std::string prefix;  ///< What stands before the path.
  std::string page;
  std::vector<std::string> command;
};

std::vector<Peer> allPeers(const std::filesystem::path& folder) {
  const std::string size =
      std::to_string(kBenchScreen.width) + "," + std::to_string(kBenchScreen.height);
  return {
      {"Chromium page",
       "file://",
       "page.html",
       {"/usr/lib/chromium/chromium", "--kiosk", "--no-sandbox", "--test-type",
        "--user-data-dir=" + (folder / "profile").string(), "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-breakpad", "--log-level=3",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--window-position=0,0", "--window-size=" + size}},
      {"Qt Quick page, drawn by the processor",
       "",
       "page.qml",
       {"/usr/lib/qt6/bin/qml", "--apptype", "gui"}}};
}

/// A peer at its list of names on a screen of its own.
class Shown {
 public:
  Shown(const Peer& peer, const std::filesystem::path& folder)
      : start_(Timer::now()), process_(launchOf(peer, folder)) {
    milliseconds_ = waitUntil([&] { return showsList(); }, start_);
  }

  /// Asks it to end, so that it finds its folder in order the next time.
  ~Shown() {
    process_.send(SIGTERM);
    (void)process_.waitFor(kEnding);
  }
  Shown(const Shown&) = delete;
  Shown& operator=(const Shown&) = delete;

  /// From the program's start to the list.
  [[nodiscard]] double milliseconds() const { return milliseconds_; }
  [[nodiscard]] double proportionalMiB() const { return proportionalMiBOf(process_.id()); }

  /// From the release on the nth name to the code; leads back to the list.
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
  Launch launchOf(const Peer& peer, const std::filesystem::path& folder) const;
  double waitUntil(const std::function<bool()>& holds, Timer::time_point start);
  bool showsList() {
    return display_.screenshot({kFirstName.x, kFirstName.y, 1, 1}).at({0, 0}) == kButton;
  }

  Display display_{kBenchScreen};
  Timer::time_point start_;
  Process process_;
  double milliseconds_ = 0;
};

Launch Shown::launchOf(const Peer& peer, const std::filesystem::path& folder) const {
  Launch launch;
  launch.command = peer.command;
  launch.command.push_back(peer.prefix + (folder / peer.page).string());
  launch.environment = {{"DISPLAY", display_.name()},
                        {"HOME", folder.string()},
                        {"XDG_RUNTIME_DIR", folder.string()},
                        {"QT_QPA_PLATFORM", "xcb"},
                        {"QT_QUICK_BACKEND", "software"}};
  return launch;
}

double Shown::waitUntil(const std::function<bool()>& holds, Timer::time_point start) {
  return measureUntil(start, [&] {
    if (!process_.running()) throw std::runtime_error("the peer ended");
    return holds();
  });
}

/// A folder with both pages and the code's picture, as they expect it.
void layOut(const std::filesystem::path& folder, const Image& code) {
  for (const char* page : {"page.html", "page.qml"}) {
    std::filesystem::copy_file(std::filesystem::path(PEER_PAGES) / page, folder / page);
  }
  writePng(code, folder / "code.png");
}

void measure(const Peer& peer, const std::filesystem::path& folder, const Samples& kioskStarts,
             const Tapped& kioskTaps, Figures& figures) {
  Samples starts;
  { const Shown first(peer, folder); }  // Makes what later starts find in the folder.
  for (int i = 0; i < kStarts; ++i) starts.add(Shown(peer, folder).milliseconds());
  const Finder finder = finderOf(kioskTaps.code, kCodePlace);
  Shown shown(peer, folder);
  shown.tap(0, finder);
  Samples taps;
  for (int name = 1; name <= kTaps; ++name) taps.add(shown.tap(name, finder));
  const std::string of = " (" + peer.name + ": no record kept, the code lies ready)";
  const double rare = taps.quantile(0.99);
  const double kioskRare = kioskTaps.milliseconds.quantile(0.99);
  const double memory = shown.proportionalMiB();
  figures.compare("start to the first picture" + of, starts, "ms", "the kiosk (cpu)", kioskStarts,
                  "above 1");
  figures.compare("tap to code on the screen" + of, taps, "ms", "the kiosk (cpu)",
                  kioskTaps.milliseconds, "above 1");
  figures.add("the same, 99th of 100" + of, decimal(rare) + " ms",
              "the kiosk (cpu) " + decimal(kioskRare) + " ms", decimal(rare / kioskRare),
              "above 1");
  figures.add("memory (PSS of all its processes) after " + std::to_string(kTaps) + " taps" + of,
              decimal(memory, 1) + " MiB",
              "the kiosk (cpu) " + decimal(kioskTaps.proportionalMiB, 1) + " MiB",
              decimal(memory / kioskTaps.proportionalMiB), "above 1");
}

}  // namespace

void measurePeers(const Samples& starts, const Tapped& taps, Figures& figures) {
  const TemporaryFolder folder;
  layOut(folder.path(), taps.code);
  for (const Peer& peer : allPeers(folder.path())) {
    if (::access(peer.command.front().c_str(), X_OK) == 0) {
      measure(peer, folder.path(), starts, taps, figures);
    } else {
      std::fprintf(stderr, "left out: the %s, whose packages `./bench peers` installs\n",
                   peer.name.c_str());
    }
  }
}

}  // namespace tests
