#pragma once

namespace tests::keysym {

// X's numbers of the keys that type nothing, for Display::pressKey() (X11/keysymdef.h).
inline constexpr unsigned long kBackspace = 0xFF08;
inline constexpr unsigned long kTab = 0xFF09;
inline constexpr unsigned long kEnter = 0xFF0D;
inline constexpr unsigned long kEscape = 0xFF1B;
inline constexpr unsigned long kLeft = 0xFF51;
inline constexpr unsigned long kUp = 0xFF52;
inline constexpr unsigned long kRight = 0xFF53;
inline constexpr unsigned long kDown = 0xFF54;
inline constexpr unsigned long kF1 = 0xFFBE;
inline constexpr unsigned long kF6 = 0xFFC3;
inline constexpr unsigned long kF10 = 0xFFC7;
inline constexpr unsigned long kShift = 0xFFE1;

}  // namespace tests::keysym
