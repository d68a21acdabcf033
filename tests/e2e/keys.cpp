#include "tests/e2e/keys.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>

#include "tests/support/keysyms.h"

namespace tests {
namespace {

using namespace keysym;

constexpr int kMostKeys = 80;
/// How long a ring that has nowhere to go is waited for.
constexpr std::chrono::milliseconds kStuck{3000};

}  // namespace

/// The longer part of the way first. Who comes by the same place again tries the other part, and
/// then what is read next.
unsigned long Keys::keyTowards(const Rect& from, const Rect& to, int seen) const {
  if (by_ == By::TwoSwitches) return kTab;
  const int right = std::max({0, to.x - from.right(), from.x - to.right()});
  const int down = std::max({0, to.y - from.bottom(), from.y - to.bottom()});
  if (seen > 1) return kRight;
  if ((right > down) == (seen == 0)) return to.x > from.x ? kRight : kLeft;
  return to.y > from.y ? kDown : kUp;
}

/// Whether the ring moved.
bool Keys::step(unsigned long key) {
  const std::string before = stage_.kiosk.scene().focus;
  stage_.display.pressKey(key);
  const auto end = std::chrono::steady_clock::now() + kStuck;
  while (stage_.kiosk.scene().focus == before) {
    if (std::chrono::steady_clock::now() >= end) return false;
    (void)stage_.kiosk.look(std::chrono::milliseconds(100));
  }
  return true;
}

void Keys::goTo(std::string_view id) {
  stage_.kiosk.waitFor("something to go to: " + std::string(id), [&](const Scene& scene) {
    const Target* target = scene.find(id);
    return target != nullptr && target->enabled;
  });
  std::map<std::string, int> seen;
  for (int pressed = 0; pressed < kMostKeys; ++pressed) {
    const Scene& scene = stage_.kiosk.scene();
    if (scene.focus == id) return;
    const Target* at = scene.find(scene.focus);
    const Target* to = scene.find(id);
    if (to == nullptr) break;
    const Rect from = at == nullptr ? Rect{} : at->rect;
    if (!step(keyTowards(from, to->rect, seen[scene.focus]++)) && !step(kRight)) break;
  }
  throw std::runtime_error("no way by keys to " + std::string(id) + ", but to " +
                           stage_.kiosk.scene().focus + " of " + stage_.kiosk.scene().summary());
}

void Keys::press(std::string_view id) {
  goTo(id);
  const std::int64_t before = stage_.kiosk.scene().sequence;
  stage_.display.pressKey(kEnter);
  // GLFW takes two presses of a key within a millisecond for one.
  stage_.kiosk.waitFor("what comes of " + std::string(id),
                       [&](const Scene& scene) { return scene.sequence != before; });
}

const Scene& Keys::pressTo(std::string_view id, std::string_view screen) {
  press(id);
  return stage_.kiosk.waitForScreen(screen);
}

const Scene& Keys::holdTo(std::string_view id, std::string_view screen) {
  goTo(id);
  stage_.display.holdKey(kEnter);
  const Scene& scene = stage_.kiosk.waitForScreen(screen);
  stage_.display.releaseKey(kEnter);
  return scene;
}

void Keys::type(std::string_view prefix, std::string_view letters) {
  for (const char letter : letters) press(std::string(prefix) + letter);
}

}  // namespace tests
