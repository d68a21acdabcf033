#include "tests/e2e/breakout/storm.h"

#include <X11/keysym.h>

#include <array>
#include <iterator>

namespace tests {
namespace {

using Keys = std::vector<unsigned long>;

const std::array kTogether{
    Keys{XK_Alt_L, XK_F4},
    Keys{XK_Alt_L, XK_Tab},
    Keys{XK_Alt_L, XK_Escape},
    Keys{XK_Alt_L, XK_space},
    Keys{XK_Alt_L, XK_F2},
    Keys{XK_Control_L, XK_Escape},
    Keys{XK_Control_L, XK_Tab},
    Keys{XK_Control_L, XK_Shift_L, XK_Tab},
    Keys{XK_Control_L, XK_Alt_L, XK_Delete},
    Keys{XK_Control_L, XK_Alt_L, XK_BackSpace},
    Keys{XK_Control_L, XK_Alt_L, XK_F1},
    Keys{XK_Control_L, XK_Alt_L, XK_F2},
    Keys{XK_Control_L, XK_Alt_L, XK_F7},
    Keys{XK_Control_L, XK_Alt_L, XK_t},
    Keys{XK_Control_L, XK_Shift_L, XK_Escape},
    Keys{XK_Control_L, XK_c},
    Keys{XK_Control_L, XK_d},
    Keys{XK_Control_L, XK_n},
    Keys{XK_Control_L, XK_o},
    Keys{XK_Control_L, XK_p},
    Keys{XK_Control_L, XK_q},
    Keys{XK_Control_L, XK_s},
    Keys{XK_Control_L, XK_v},
    Keys{XK_Control_L, XK_w},
    Keys{XK_Control_L, XK_z},
    Keys{XK_Super_L},
    Keys{XK_Super_L, XK_d},
    Keys{XK_Super_L, XK_l},
    Keys{XK_Super_L, XK_r},
    Keys{XK_Alt_L, XK_Print},
    Keys{XK_Alt_L, XK_Print, XK_b},
    Keys{XK_Shift_L, XK_F10},
};

constexpr std::array<unsigned long, 36> kAlone{
    XK_Escape,    XK_Print,    XK_Menu,      XK_Pause,   XK_Scroll_Lock, XK_Num_Lock,
    XK_Caps_Lock, XK_Insert,   XK_Home,      XK_End,     XK_Page_Up,     XK_Page_Down,
    XK_Delete,    XK_Tab,      XK_Left,      XK_Right,   XK_Up,          XK_Down,
    XK_F1,        XK_F2,       XK_F3,        XK_F4,      XK_F5,          XK_F6,
    XK_F7,        XK_F8,       XK_F9,        XK_F10,     XK_F11,         XK_F12,
    XK_Return,    XK_KP_Enter, XK_BackSpace, XK_Shift_L, XK_Super_R,     XK_Shift_R};

constexpr std::array<const char*, 8> kTexts{"%s%s%s%n%n%n",
                                            "'; DROP TABLE claims; --",
                                            "../../../../etc/hostname",
                                            "<script>alert(1)</script>",
                                            "=cmd|' /C calc'!A0",
                                            "$(reboot)",
                                            "0000000000",
                                            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"};

/// Emoji, right to left, combining, invisible, and beyond all planes in use.
constexpr std::array<char32_t, 10> kStrange{0x1F600, 0x05D0, 0x0645,  0x0301,   0x200B,
                                            0x202E,  0xFEFF, 0x1F3F4, 0x10FFFD, 0xFFFD};

}  // namespace

int Storm::upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

Point Storm::anywhere() {
  return {upTo(display_.size().width - 1), upTo(display_.size().height - 1)};
}

std::string Storm::tryOne() {
  struct Trick {
    const char* name;
    int weight;
    void (Storm::*act)();
  };
  static constexpr std::array<Trick, 10> kTricks{{{"keys together", 30, &Storm::pressKeys},
                                                  {"one key", 25, &Storm::pressOneKey},
                                                  {"a click", 20, &Storm::clickAnywhere},
                                                  {"a long press", 5, &Storm::longPress},
                                                  {"a swipe", 10, &Storm::swipeFromEdge},
                                                  {"a text", 5, &Storm::type},
                                                  {"strange letters", 3, &Storm::typeStrange},
                                                  {"the wheel", 5, &Storm::turnWheel},
                                                  {"leave to go", 5, &Storm::askToLeave},
                                                  {"another screen", 1, &Storm::changeScreen}}};
  int total = 0;
  for (const Trick& trick : kTricks) total += trick.weight;
  int drawn = upTo(total - 1);
  const auto* trick = kTricks.begin();
  while (drawn >= trick->weight) drawn -= (trick++)->weight;
  (this->*trick->act)();
  return trick->name;
}

void Storm::end() {
  if (held_) display_.release();
  held_ = false;
}

void Storm::pressKeys() {
  display_.pressTogether(kTogether.at(static_cast<std::size_t>(upTo(kTogether.size() - 1))));
}

void Storm::pressOneKey() {
  const unsigned long key = kAlone.at(static_cast<std::size_t>(upTo(kAlone.size() - 1)));
  // Five times Shift asks a desktop for sticky keys.
  const int times = key == XK_Shift_L ? 5 : 1;
  for (int i = 0; i < times; ++i) display_.pressTogether({key});
}

void Storm::clickAnywhere() {
  display_.movePointer(anywhere());
  constexpr std::array<unsigned, 6> kButtons{1, 1, 2, 3, 8, 9};
  display_.click(kButtons.at(static_cast<std::size_t>(upTo(kButtons.size() - 1))));
}

/// Held until the next one, whatever else is tried meanwhile.
void Storm::longPress() {
  if (held_) {
    display_.release();
  } else {
    display_.movePointer(anywhere());
    display_.press();
  }
  held_ = !held_;
}

void Storm::swipeFromEdge() {
  end();
  const Size size = display_.size();
  const Point middle{size.width / 2, size.height / 2};
  const std::array<Point, 4> edges{Point{0, middle.y}, Point{size.width - 1, middle.y},
                                   Point{middle.x, 0}, Point{middle.x, size.height - 1}};
  const Point from = edges.at(static_cast<std::size_t>(upTo(3)));
  display_.movePointer(from);
  display_.press();
  constexpr int kSteps = 8;
  for (int step = 1; step <= kSteps; ++step) {
    display_.movePointer({from.x + (middle.x - from.x) * step / kSteps,
                          from.y + (middle.y - from.y) * step / kSteps});
  }
  display_.release();
}

void Storm::type() {
  const char* text = kTexts.at(static_cast<std::size_t>(upTo(kTexts.size() - 1)));
  const int times = upTo(20) == 0 ? 100 : 1;  // Now and then far more than a field holds.
  for (int i = 0; i < times; ++i) display_.type(text);
}

void Storm::typeStrange() {
  for (int i = 0; i < 5; ++i) {
    display_.typeCharacter(kStrange.at(static_cast<std::size_t>(upTo(kStrange.size() - 1))));
  }
}

void Storm::turnWheel() {
  display_.movePointer(anywhere());
  for (int i = 0; i < 10; ++i) display_.click(static_cast<unsigned>(4 + upTo(3)));
}

void Storm::askToLeave() {
  if (upTo(1) == 0) {
    display_.askToClose("Hallpass");
  } else {
    display_.dropOn("Hallpass");
  }
}

void Storm::changeScreen() {
  constexpr std::array<Size, 4> kSizes{Size{1280, 720}, Size{1024, 720}, Size{720, 720},
                                       Size{1280, 600}};
  if (upTo(3) == 0) display_.unplug();
  display_.changeSize(kSizes.at(static_cast<std::size_t>(upTo(3))));
}

}  // namespace tests
