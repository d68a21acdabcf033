#include "tests/support/kiosk_process.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tests {
namespace {

/// A new name each time, so that the feeds of two starts in one folder stay apart.
std::filesystem::path fresh(const std::filesystem::path& folder, const std::string& stem) {
  int number = 1;
  while (std::filesystem::exists(folder / (stem + std::to_string(number)))) ++number;
  return folder / (stem + std::to_string(number));
}

std::string keyName(char c) { return c == ' ' ? "key-space" : std::string("key-") + c; }

/// What a test has set for itself stays.
void setUnlessSet(Launch& launch, const char* name, const char* value) {
  if (std::getenv(name) == nullptr) launch.environment.emplace_back(name, value);
}

}  // namespace

KioskProcess::KioskProcess(Display& display, const KioskStart& start)
    : display_(display), feed_(fresh(start.folder, "feed-")), log_(fresh(start.folder, "log-")) {
  Launch launch;
  launch.command = start.command;
  launch.command.insert(launch.command.end(), {"--describe", feed_.file().string()});
  launch.environment = start.environment;
  launch.environment.emplace_back("DISPLAY", display.name());
  // No test restarts the machine that it runs on, or sets its clock or its loudspeaker.
  setUnlessSet(launch, "DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus");
  setUnlessSet(launch, "ALSA_CONFIG_PATH", "/dev/null");
  const int log = open(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  launch.output = log;
  launch.errors = log;
  process_ = std::make_unique<Process>(launch);
  close(log);
}

KioskProcess::~KioskProcess() {
  process_->send(SIGTERM);
  process_->waitFor(std::chrono::seconds(5));
}

const Scene& KioskProcess::waitForScreen(std::string_view name) {
  return waitFor("the screen " + std::string(name),
                 [&](const Scene& scene) { return scene.screen == name; });
}

const Scene& KioskProcess::waitFor(std::string_view what, const Feed::Predicate& predicate,
                                   std::chrono::milliseconds limit) {
  try {
    return feed_.waitFor(what, predicate, process_->endDescriptor(), limit);
  } catch (const std::runtime_error& problem) {
    const std::optional<int> status = process_->waitFor(std::chrono::milliseconds(0));
    throw std::runtime_error(std::string(problem.what()) +
                             (status ? "; it ended with " + std::to_string(*status) : "") +
                             "; it said: " + log());
  }
}

bool KioskProcess::look(std::chrono::milliseconds limit) {
  if (feed_.readNew(process_->endDescriptor(), limit)) return true;
  if (process_->running()) return false;
  throw std::runtime_error("the program has ended with " +
                           std::to_string(process_->waitFor(limit).value_or(-1)) + " on " +
                           scene().summary() + "; it said: " + log());
}

Rect KioskProcess::rectOf(std::string_view id) const {
  const Target* target = scene().find(id);
  if (target == nullptr || !target->enabled) {
    throw std::runtime_error("cannot tap " + std::string(id) + " on " + scene().summary());
  }
  return target->rect;
}

void KioskProcess::tap(std::string_view id) { display_.tap(rectOf(id).centre()); }

const Scene& KioskProcess::tapTo(std::string_view id, std::string_view screen) {
  tap(id);
  return waitForScreen(screen);
}

const Scene& KioskProcess::holdTo(std::string_view id, std::string_view screen) {
  display_.movePointer(rectOf(id).centre());
  display_.press();
  const Scene& scene = waitForScreen(screen);
  display_.release();
  return scene;
}

void KioskProcess::tapKeys(std::string_view text) {
  for (const char c : text) tap(keyName(c));
}

std::string KioskProcess::log() const {
  std::ifstream stream(log_, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace tests
