#include "tests/e2e/desk.h"

#include <stdexcept>

namespace tests {
namespace {

/// How many dots the pad shows is told by its label: "3 of 6 digits".
bool hasTyped(const Scene& scene, std::size_t count) {
  const Target* pad = scene.find("pin-erase");
  return pad != nullptr && pad->enabled && scene.mentions(std::to_string(count) + " of ");
}

}  // namespace

void typeOnPad(KioskProcess& kiosk, std::string_view digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    kiosk.waitFor("the pad", [&](const Scene& scene) { return hasTyped(scene, i); });
    kiosk.tap(std::string("pin-") + digits[i]);
  }
}

const Scene& openDesk(KioskProcess& kiosk, const std::string& pin) {
  kiosk.tapTo("door", "pin");
  typeOnPad(kiosk, pin);
  return kiosk.waitForScreen(pin == kStaffPin ? "staff" : "desk");
}

const Scene& goTo(KioskProcess& kiosk, std::string_view place, std::string_view screen) {
  // On a small screen the navigation lies behind a button.
  if (kiosk.scene().find(place) == nullptr && kiosk.scene().find("nav") != nullptr) {
    kiosk.tap("nav");
    kiosk.waitFor("the navigation",
                  [&](const Scene& scene) { return scene.find(place) != nullptr; });
  }
  return kiosk.tapTo(place, screen);
}

const Scene& fillField(Stage& stage, std::string_view field, std::string_view text) {
  const std::string before = stage.kiosk.scene().screen;
  stage.kiosk.tapTo(field, "edit");
  stage.display.type(text);
  stage.kiosk.waitFor("the typed text", [&](const Scene& scene) { return scene.mentions(text); });
  return stage.kiosk.tapTo("done", before);
}

const Scene& lockDesk(KioskProcess& kiosk) { return kiosk.tapTo("lock", "attract"); }

std::string rowWith(const Scene& scene, std::string_view words) {
  for (const Target& row : scene.all("row-")) {
    if (row.label.find(words) != std::string::npos) return row.id;
  }
  throw std::runtime_error("no row says \"" + std::string(words) + "\": " + scene.summary());
}

}  // namespace tests
