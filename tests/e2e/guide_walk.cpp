#include "tests/e2e/guide_walk.h"

#include <stdexcept>
#include <vector>

namespace tests {
namespace {

std::vector<std::string> idsOf(const Scene& scene, std::string_view prefix) {
  std::vector<std::string> ids;
  for (const Target& target : scene.all(prefix)) ids.push_back(target.id);
  return ids;
}

/// Back until the screen of that name stands.
void goBackTo(KioskProcess& kiosk, std::string_view screen) {
  while (kiosk.scene().screen != screen) press(kiosk, "back");
}

bool canTurn(const Scene& scene) {
  const Target* forward = scene.find("page-forward");
  return forward != nullptr && forward->enabled;
}

/// Turns the pages of the list that stands until the target is on it; false where it is on none.
bool turnTo(KioskProcess& kiosk, const std::string& id) {
  while (kiosk.scene().find(id) == nullptr && canTurn(kiosk.scene())) press(kiosk, "page-forward");
  return kiosk.scene().find(id) != nullptr;
}

std::vector<std::string> idsOfAllPages(KioskProcess& kiosk, std::string_view prefix,
                                       const EachScreen& each, const std::string& name) {
  each(kiosk.scene(), name);
  std::vector<std::string> ids = idsOf(kiosk.scene(), prefix);
  while (canTurn(kiosk.scene())) {
    each(press(kiosk, "page-forward"), name + "-further");
    for (std::string& id : idsOf(kiosk.scene(), prefix)) ids.push_back(std::move(id));
  }
  return ids;
}

void readAnswer(KioskProcess& kiosk, const std::string& name, const EachScreen& each) {
  each(kiosk.scene(), name);
  if (kiosk.scene().find("yes") == nullptr) return;
  each(press(kiosk, "yes"), name + "-yes");
  press(kiosk, "back");
  each(press(kiosk, "no"), name + "-no");
}

}  // namespace

const Scene& press(KioskProcess& kiosk, std::string_view id) {
  const auto before = kiosk.scene().sequence;
  kiosk.tap(id);
  return kiosk.waitFor("what " + std::string(id) + " leads to",
                       [&](const Scene& scene) { return scene.sequence > before; });
}

void walkSteps(KioskProcess& kiosk, const std::string& name, const EachScreen& each) {
  for (int step = 1; kiosk.scene().screen == "step"; ++step) {
    each(kiosk.scene(), name + "-" + std::to_string(step));
    press(kiosk, "next");
  }
}

void walkBrowsers(KioskProcess& kiosk, const EachScreen& each) {
  each(kiosk.scene(), "devices");
  for (const std::string device : {"computer", "phone"}) {
    each(kiosk.tapTo(device, "browsers"), device);
    for (const std::string& id : idsOf(kiosk.scene(), "browser-")) {
      each(kiosk.tapTo(id, "browser"), device + "-" + id);
      kiosk.tapTo("back", "browsers");
    }
    kiosk.tapTo("back", "devices");
  }
}

void walkAnswers(KioskProcess& kiosk, const EachScreen& each) {
  each(kiosk.scene(), "went-wrong");
  for (const std::string& stage : idsOf(kiosk.scene(), "stage-")) {
    kiosk.tapTo(stage, "symptoms");
    const auto answers = idsOfAllPages(kiosk, "answer-", each, stage);
    goBackTo(kiosk, "went-wrong");
    kiosk.tapTo(stage, "symptoms");
    for (const std::string& id : answers) {
      goBackTo(kiosk, "symptoms");
      if (!turnTo(kiosk, id)) throw std::runtime_error(id + " is gone");
      kiosk.tapTo(id, "answer");
      readAnswer(kiosk, id, each);
    }
    goBackTo(kiosk, "went-wrong");
  }
}

void walkTopics(KioskProcess& kiosk, const EachScreen& each) {
  for (const std::string& id : idsOfAllPages(kiosk, "topic-", each, "topics")) {
    if (!turnTo(kiosk, id)) throw std::runtime_error(id + " is gone");
    press(kiosk, id);
    if (id == "topic-steps" && kiosk.scene().find("how-private") != nullptr) {
      kiosk.tapTo("how-private", "devices");
      walkBrowsers(kiosk, each);
      kiosk.tapTo("back", "step");
    }
    if (kiosk.scene().screen == "step") walkSteps(kiosk, id, each);
    if (kiosk.scene().screen == "devices") walkBrowsers(kiosk, each);
    if (kiosk.scene().screen == "went-wrong") walkAnswers(kiosk, each);
    if (kiosk.scene().screen == "pocket") each(kiosk.scene(), "pocket");
    goBackTo(kiosk, "topics");
  }
}

void walkVisit(Stage& stage, const EachScreen& each) {
  KioskProcess& kiosk = stage.kiosk;
  each(takeCode(stage, "S70282"), "code");
  kiosk.tapTo("steps", "step");
  each(press(kiosk, "failed"), "failed");
  if (kiosk.scene().screen == "symptoms") kiosk.tapTo("others", "went-wrong");
  each(kiosk.tapTo("search", "look-up"), "look-up");
  each(typeName(kiosk, "card"), "look-up-card");
  kiosk.tapTo("back", "went-wrong");
  each(openAnswer(kiosk, "already-used"), "already-used-with-code");
  goBackTo(kiosk, "step");
  walkSteps(kiosk, "step-with-code", each);
  each(press(kiosk, "worked"), "worked");
  kiosk.tapTo("finish", "attract");
}

const Scene& chooseLanguage(KioskProcess& kiosk, const std::string& language) {
  press(kiosk, "language");
  return press(kiosk, "language-" + language);
}

const Scene& openAnswer(KioskProcess& kiosk, const std::string& id) {
  for (const std::string& stage : idsOf(kiosk.scene(), "stage-")) {
    kiosk.tapTo(stage, "symptoms");
    if (turnTo(kiosk, "answer-" + id)) {
      kiosk.tapTo("answer-" + id, "answer");
      return kiosk.scene().find("no") != nullptr ? press(kiosk, "no") : kiosk.scene();
    }
    kiosk.tapTo("back", "went-wrong");
  }
  throw std::runtime_error("no answer " + id);
}

}  // namespace tests
