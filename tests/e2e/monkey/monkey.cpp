#include "tests/e2e/monkey/monkey.h"

#include <array>
#include <stdexcept>

#include "tests/e2e/desk.h"

namespace tests {
namespace {

using std::chrono::milliseconds;

// What a screen may take to answer a touch; one that has just come rests for a while first.
constexpr milliseconds kGlance{40};
constexpr milliseconds kPatient{450};

/// Keys that type nothing: Escape, Return, Backspace, Tab, Delete, arrows, F1-F12, Print, Menu,
/// Super, Alt, Control.
constexpr std::array<unsigned long, 22> kSymbols{
    0xFF1B, 0xFF0D, 0xFF08, 0xFF09, 0xFFFF, 0xFF51, 0xFF52, 0xFF53, 0xFF54, 0xFFBE, 0xFFC2,
    0xFFC7, 0xFFC8, 0xFFC9, 0xFF61, 0xFF67, 0xFFEB, 0xFFE9, 0xFFE3, 0xFFC1, 0xFFBF, 0xFFC4};

bool has(const Scene& scene, const std::string& id) {
  const Target* target = scene.find(id);
  return target != nullptr && target->enabled;
}

}  // namespace

int Monkey::below(int end) { return static_cast<int>(random_() % static_cast<std::uint32_t>(end)); }

Point Monkey::anywhere() {
  const Size size = stage_.display.size();
  return {below(size.width), below(size.height)};
}

void Monkey::act() {
  ++acts_;
  const Scene& scene = stage_.kiosk.scene();
  if (has(scene, "pin-0") && chance(70)) {
    answerPad("pin-", chance(60) ? kInstructorPin : kStaffPin);
  } else if (has(scene, "digit-0") && chance(60)) {
    answerPad("digit-", std::string(kDigits));
  } else if (chance(72)) {
    touchSomething();
  } else if (chance(30)) {
    stage_.display.tap(anywhere());
  } else if (chance(20)) {
    touchTwice(anywhere());
  } else if (chance(20)) {
    drag();
  } else if (chance(30)) {
    stage_.display.type("S" + std::to_string(70100 + 13 * below(30)) + "\n");
  } else {
    pressSomeKey();
  }
  look(chance(25) ? kPatient : kGlance);
}

/// One of what the newest picture offers; a press in a place that has changed meanwhile is as good.
void Monkey::touchSomething() {
  const Scene& scene = stage_.kiosk.scene();
  if (scene.targets.empty()) return stage_.display.tap(anywhere());
  const Target& target =
      scene.targets[static_cast<std::size_t>(below(static_cast<int>(scene.targets.size())))];
  if (chance(5)) return touchTwice(target.rect.centre());
  stage_.display.tap(target.rect.centre());
}

void Monkey::touchTwice(Point at) {
  stage_.display.tap(at);
  stage_.display.tap(at);
}

void Monkey::drag() {
  stage_.display.movePointer(anywhere());
  stage_.display.press();
  for (int i = 0; i < 4; ++i) stage_.display.movePointer(anywhere());
  stage_.display.release();
}

void Monkey::pressSomeKey() {
  constexpr std::string_view kTyped = "abcdefgijklmnoprstuvyz0123456789 -.@";
  if (chance(60)) {
    const auto at = static_cast<std::size_t>(below(static_cast<int>(kTyped.size())));
    return stage_.display.type(kTyped.substr(at, 1));
  }
  stage_.display.pressKey(
      kSymbols[static_cast<std::size_t>(below(static_cast<int>(kSymbols.size())))]);
}

/// Types all digits on the pad that stands, and takes what may come then.
void Monkey::answerPad(const std::string& prefix, const std::string& digits) {
  for (const char digit : digits) {
    const std::string key = prefix + digit;
    if (!has(stage_.kiosk.scene(), key)) return;
    stage_.kiosk.tap(key);
    look(kGlance);
  }
  look(kPatient);
  if (has(stage_.kiosk.scene(), "take")) stage_.kiosk.tap("take");
}

void Monkey::look(milliseconds limit) {
  if (!stage_.kiosk.look(limit)) return;
  ++screens_[stage_.kiosk.scene().screen];
}

}  // namespace tests
