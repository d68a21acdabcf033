#pragma once

#include "kiosk/room/self_test.h"

namespace hallpass {

// What the self-test asks of the ledger. Where it cannot be opened, or is busy or failed,
// checkLedger() says so and the others are Absent.

[[nodiscard]] Check checkLedger(const SelfTestPlaces& places);
[[nodiscard]] Check checkJournal(const SelfTestPlaces& places);
[[nodiscard]] Check checkPins(const SelfTestPlaces& places);

/// Whether the clock may be right: not before this program was made, and not before the journal.
[[nodiscard]] Check checkClock(const SelfTestPlaces& places);

/// Whether every character of the roster, of the class and of the languages can be drawn.
[[nodiscard]] Check checkFonts(const SelfTestPlaces& places);

/// Whether students can take codes right now. Never Bad: a device without a class can be in order.
[[nodiscard]] Check checkServing(const SelfTestPlaces& places);

}  // namespace hallpass
