#include "tests/e2e/visit.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace tests {
namespace {

/// The keys bear capitals, and so does what they type.
std::string capitals(std::string_view text) {
  std::string capital(text);
  std::transform(capital.begin(), capital.end(), capital.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return capital;
}

bool isEnabled(const Scene& scene, std::string_view id) {
  const Target* target = scene.find(id);
  return target != nullptr && target->enabled;
}

}  // namespace

Feed::Predicate showsText(const std::string& text) {
  return [text](const Scene& scene) {
    return std::find(scene.texts.begin(), scene.texts.end(), text) != scene.texts.end();
  };
}

const Scene& waitForInvitation(KioskProcess& kiosk) {
  return kiosk.waitFor("an invitation",
                       [](const Scene& scene) { return isEnabled(scene, "wake"); });
}

const Scene& wake(KioskProcess& kiosk) {
  waitForInvitation(kiosk);
  return kiosk.tapTo("wake", "find");
}

const Scene& typeName(KioskProcess& kiosk, std::string_view letters, std::string_view already) {
  std::string shown = capitals(already);
  for (const char letter : letters) {
    kiosk.tapKeys({&letter, 1});
    shown += capitals({&letter, 1});
    kiosk.waitFor("the typed " + shown, showsText(shown));
  }
  return kiosk.scene();
}

const Scene& scanBadge(Stage& stage, std::string_view number) {
  stage.display.type(number);
  stage.display.type("\n");
  return stage.kiosk.waitForScreen("confirm");
}

const Scene& walkToLastCard(Stage& stage, std::string_view number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  stage.kiosk.tapTo("yes", "before");
  for (const std::string_view card : {"agree-1", "agree-2"}) {
    const std::string next = card == "agree-1" ? "agree-2" : "take";
    stage.kiosk.tap(card);
    stage.kiosk.waitFor("the card " + next,
                        [&](const Scene& scene) { return isEnabled(scene, next); });
  }
  return stage.kiosk.scene();
}

const Scene& takeCode(Stage& stage, std::string_view number) {
  walkToLastCard(stage, number);
  return stage.kiosk.tapTo("take", "code");
}

const Scene& seeAgain(Stage& stage, std::string_view number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  stage.kiosk.tapTo("yes", "have-code");
  return stage.kiosk.tapTo("show", "code");
}

const Scene& leave(KioskProcess& kiosk) {
  kiosk.tapTo("done", "done");
  return kiosk.tapTo("finish", "attract");
}

}  // namespace tests
