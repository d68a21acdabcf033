#pragma once

#include "kiosk/room/self_test.h"

namespace hallpass {

// What the self-test asks of the machine and of what is installed on it.

/// Whether the reserve is free where the ledger grows.
[[nodiscard]] Check checkDisk(const SelfTestPlaces& places);

/// Whether whoever takes the disk out can read it, where the appliance's image says so.
[[nodiscard]] Check checkSealing(const SelfTestPlaces& places);

/// Whether every pass type, guide, answer and language file is valid.
[[nodiscard]] Check checkGuides(const SelfTestPlaces& places);

/// Whether every line of the settings file counts.
[[nodiscard]] Check checkSettings(const SelfTestPlaces& places);

/// Whether codes are drawn so that a reader that is not ours reads them.
[[nodiscard]] Check checkQr(const SelfTestPlaces& places);

/// Whether the screen says its size, and is large enough for what is touched on it.
[[nodiscard]] Check checkDisplay(const SelfTestPlaces& places);

/// What the touch test found, where somebody did it.
[[nodiscard]] Check checkTouch(const SelfTestPlaces& places);

/// Whether the machine has an output for sound, and whether the sound test was heard.
[[nodiscard]] Check checkSound(const SelfTestPlaces& places);

/// Whether a file can be written to each stick, is there when it is read back, and goes again.
[[nodiscard]] Check checkStick(const SelfTestPlaces& places);

[[nodiscard]] Check checkDepot(const SelfTestPlaces& places);

/// Whether the device has the key that it signs its status with.
[[nodiscard]] Check checkKey(const SelfTestPlaces& places);

}  // namespace hallpass
