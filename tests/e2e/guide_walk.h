#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tests/e2e/visit.h"

namespace tests {

/// Called for each screen of a walk, with a name for a picture of it.
using EachScreen = std::function<void(const Scene& scene, const std::string& name)>;

/// Taps, and waits for whatever screen comes next, of the same name or another.
const Scene& press(KioskProcess& kiosk, std::string_view id);

/// From a step: taps "Next" until the last one is left; ends on the screen after it.
void walkSteps(KioskProcess& kiosk, const std::string& name, const EachScreen& each);

/// From the choice of the device: every browser of both; ends at the choice again.
void walkBrowsers(KioskProcess& kiosk, const EachScreen& each);

/// From the stages: every answer of each, with both ends of its question; ends at the stages.
void walkAnswers(KioskProcess& kiosk, const EachScreen& each);

/// From the topics: all that they hold; ends at the topics.
void walkTopics(KioskProcess& kiosk, const EachScreen& each);

/// From the attract screen by a badge to the code, through the steps and the answers of a visit to
/// its end; ends at the attract screen.
void walkVisit(Stage& stage, const EachScreen& each);

/// From a screen with the language button: has it speak that language ("de"); ends on the screen.
const Scene& chooseLanguage(KioskProcess& kiosk, const std::string& language);

/// From the stages to the answer of that id, wherever it stands; a question is answered with no.
const Scene& openAnswer(KioskProcess& kiosk, const std::string& id);

}  // namespace tests
