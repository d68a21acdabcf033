#pragma once

#include <string_view>

#include "tests/e2e/device.h"

namespace tests {

/// A device, its screen and the kiosk on it: what most scenarios need.
struct Stage {
  const Device& device;
  Display& display;
  KioskProcess kiosk;

  Stage(const Device& on, Display& screen, const std::vector<std::string>& options = {})
      : Stage(on, screen, on.start(screen.size(), options)) {}
  Stage(const Device& on, Display& screen, const KioskStart& start)
      : device(on), display(screen), kiosk(screen, start) {}
};

/// Whether one of a scene's texts is `text`.
Feed::Predicate showsText(const std::string& text);

/// Waits until the attract screen invites.
const Scene& waitForInvitation(KioskProcess& kiosk);

/// From an inviting attract screen: the first touch.
const Scene& wake(KioskProcess& kiosk);

/// From the find screen: types letters on the on-screen keyboard, each after the last one shows,
/// and behind what the field holds `already`.
const Scene& typeName(KioskProcess& kiosk, std::string_view letters, std::string_view already = "");

/// From the attract or the find screen: a badge reader types a number and Return; ends at "Is this
/// you?".
const Scene& scanBadge(Stage& stage, std::string_view number);

/// The digits that the students of the tests choose.
inline constexpr std::string_view kDigits = "2580";

/// From the first of the three cards: acknowledges two of them.
const Scene& readToLastCard(KioskProcess& kiosk);

/// From the screen of the own digits: types four of them; one tap before the code.
const Scene& typeDigits(KioskProcess& kiosk, std::string_view digits = kDigits);

/// From the last card, where one is left to acknowledge, to the code.
const Scene& takeFromLastCard(KioskProcess& kiosk);

/// From the attract screen by a badge to the three cards, of which two are acknowledged.
const Scene& walkToLastCard(Stage& stage, std::string_view number);

/// From the attract screen by a badge to four digits that are chosen: one tap before the code.
const Scene& walkToTake(Stage& stage, std::string_view number);

/// From the attract screen to the code, for a student who has none yet.
const Scene& takeCode(Stage& stage, std::string_view number);

/// From "You already have a code", or from a hidden one, to the code.
const Scene& showAgain(KioskProcess& kiosk);

/// From the attract screen to the code, for a student who took it before.
const Scene& seeAgain(Stage& stage, std::string_view number);

/// From the code back to the attract screen.
const Scene& leave(KioskProcess& kiosk);

}  // namespace tests
