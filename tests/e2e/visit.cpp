#include "tests/e2e/visit.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace tests {
namespace {

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

namespace {

Feed::Predicate showsInAnyCase(const std::string& capital) {
  return [capital](const Scene& scene) {
    return std::any_of(scene.texts.begin(), scene.texts.end(),
                       [&](const std::string& text) { return capitals(text) == capital; });
  };
}

}  // namespace

const Scene& typeName(KioskProcess& kiosk, std::string_view letters, std::string_view already) {
  std::string shown = capitals(already);
  for (const char letter : letters) {
    kiosk.tapKeys({&letter, 1});
    shown += capitals({&letter, 1});
    kiosk.waitFor("the typed " + shown, showsInAnyCase(shown));
  }
  return kiosk.scene();
}

const Scene& scanBadge(Stage& stage, std::string_view number) {
  stage.display.type(number);
  stage.display.type("\n");
  return stage.kiosk.waitForScreen("confirm");
}

const Scene& readToLastCard(KioskProcess& kiosk) {
  for (const std::string_view card : {"agree-1", "agree-2"}) {
    const std::string next = card == "agree-1" ? "agree-2" : "agree-3";
    kiosk.tap(card);
    kiosk.waitFor("the card " + next, [&](const Scene& scene) { return isEnabled(scene, next); });
  }
  return kiosk.scene();
}

const Scene& typeDigits(KioskProcess& kiosk, std::string_view digits) {
  for (const char digit : digits) kiosk.tap("digit-" + std::string(1, digit));
  return kiosk.waitFor("four digits", [](const Scene& scene) { return isEnabled(scene, "take"); });
}

const Scene& takeFromLastCard(KioskProcess& kiosk) {
  kiosk.tapTo("agree-3", "digits");
  typeDigits(kiosk);
  return kiosk.tapTo("take", "code");
}

const Scene& walkToLastCard(Stage& stage, std::string_view number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  stage.kiosk.tapTo("yes", "before");
  return readToLastCard(stage.kiosk);
}

const Scene& walkToTake(Stage& stage, std::string_view number) {
  walkToLastCard(stage, number);
  stage.kiosk.tapTo("agree-3", "digits");
  return typeDigits(stage.kiosk);
}

const Scene& takeCode(Stage& stage, std::string_view number) {
  walkToTake(stage, number);
  return stage.kiosk.tapTo("take", "code");
}

const Scene& showAgain(KioskProcess& kiosk) {
  kiosk.tapTo("show", "digits");
  typeDigits(kiosk);
  return kiosk.tapTo("take", "code");
}

const Scene& seeAgain(Stage& stage, std::string_view number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  stage.kiosk.tapTo("yes", "have-code");
  return showAgain(stage.kiosk);
}

const Scene& leave(KioskProcess& kiosk) {
  kiosk.tapTo("done", "done");
  return kiosk.tapTo("finish", "attract");
}

}  // namespace tests
