#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/description.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/motion.h"
#include "kiosk/ui/rect.h"
#include "kiosk/ui/theme.h"

namespace hallpass {

class Focus;
class Illustrations;

enum class Across : std::uint8_t { Left, Centre, Right };
enum class Down : std::uint8_t { Top, Middle, Bottom };

/// How a text is set.
struct TextStyle {
  TextSize size = TextSize::Body;
  Face face = Face::Regular;
  ImU32 colour = 0;  ///< 0 = the theme's text.
  Across across = Across::Left;
  Down down = Down::Top;
  bool oneLine = false;  ///< Made smaller rather than broken.
  bool shorten = false;  ///< Keeps its size; what has no room shows as "…".
};

enum class ButtonKind : std::uint8_t {
  Primary,
  Secondary,
  Quiet,
  Strong,  ///< The main action on a sheet of the accent's colour.
};

struct Button {
  std::string id;  ///< Stable, for the description: "take".
  std::string label;
  ButtonKind kind = ButtonKind::Secondary;
  bool enabled = true;
  bool held = false;  ///< Acts only after it was held for Page::kHold, and fills meanwhile.
};

enum class Icon : std::uint8_t {
  None,
  Back,
  Forward,
  Tick,
  Pause,
  Clock,
  Cross,
  Person,
  Backspace,
  Shift,
  Pen,
  Padlock,
  Menu,
  Exclamation,
  RaisedHand,
  Letters,   ///< A large one beside a small one.
  Contrast,  ///< Half of it filled.
  Headphones,
};

/// A text that had less room than it needs to be read well.
struct Misfit {
  std::string text;
  float scale = 1;   ///< Of its full size.
  bool cut = false;  ///< Not all of it is drawn.
};

/// A text as it was drawn, on something that can be touched or not. Its ground is in the picture.
struct Ink {
  std::string text;
  Rect rect;  ///< That its lines take.
  ImU32 colour = 0;
};

/// The sheet that one screen is drawn on: what it draws and what can be touched on it goes into the
/// picture and into the description alike, so the two never differ.
class Page {
 public:
  Page(const Theme& theme, const Metrics& metrics, const Fonts& fonts, Description& description);

  /// Where picture() finds its drawings; outlives the page. Without them it draws none.
  void setIllustrations(Illustrations* illustrations) { illustrations_ = illustrations; }

  /// What the keys point at, and whether one acted; outlives the page. Without it no key acts.
  void setFocus(Focus* focus) { focus_ = focus; }

  /// Where each text is noted that had to be cut, or set smaller than seven tenths of its size,
  /// but for those that may be (TextStyle::shorten); outlives the page. For tests.
  void setMisfits(std::vector<Misfit>* misfits) { misfits_ = misfits; }
  /// Where each text is noted as it is drawn, labels and secrets too; outlives the page. For tests.
  void setInks(std::vector<Ink>* inks) { inks_ = inks; }
  /// A screen had no room at all for `what`.
  void noteLeftOut(std::string what) {
    if (misfits_ != nullptr) misfits_->push_back({std::move(what), 1, true});
  }

  /// Starts the frame's picture; `screen` names it in the description. Touches below a question
  /// that lies over the screen are off while `covered`.
  void begin(std::string_view screen, bool covered);
  /// Starts a question that lies over the screen which was drawn just now: what that one keeps, and
  /// what its keys pointed at, is there again when the question goes.
  void beginOver(std::string_view question);
  void end();

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Metrics& metrics() const { return metrics_; }
  /// What the screen may draw on: all but the frame that stands around it.
  [[nodiscard]] Rect whole() const { return area_; }
  /// The whole picture, where the controls are low too: for what covers it.
  [[nodiscard]] Rect sheet() const { return {0, 0, metrics_.width(), metrics_.height()}; }
  /// whole() less its margin.
  [[nodiscard]] Rect content() const;

  /// A frame stands around the screen that is drawn next: it leaves `area` to it,
  void setArea(const Rect& area) { area_ = area; }
  /// and a margin of so many units.
  void setMargin(float units) { margin_ = units; }
  /// `corner` in the upper right of content() is taken by what stands on every screen,
  void setCorner(const Rect& corner) { corner_ = corner; }
  /// and so is `corner` in the upper left.
  void setLeftCorner(const Rect& corner) { leftCorner_ = corner; }
  /// `area` less what the corners take of it at its sides, with the gap that targets keep.
  [[nodiscard]] Rect besideCorners(const Rect& area) const;
  /// `area` less what lies beside a corner: for what needs the whole width.
  [[nodiscard]] Rect belowCorners(const Rect& area) const;

  /// Cuts off the side of `rest` that the touching hand comes from: the right, or the left where
  /// that was asked for (Look::leftHand). The main action stands there,
  [[nodiscard]] Rect cutNear(Rect& rest, float size, float gap = 0) const;
  /// and the other side, which no hand covers: what is read or scanned stands there.
  [[nodiscard]] Rect cutFar(Rect& rest, float size, float gap = 0) const;

  /// A number that the page keeps for as long as one screen stands, 0 at first: which part of a
  /// list is shown where not all of it has room. `key` tells several of a screen apart. Stays where
  /// it is until a new key is asked for.
  [[nodiscard]] int& kept(std::string_view key);
  [[nodiscard]] float px(float units) const { return metrics_.px(units); }
  [[nodiscard]] ImDrawList& draw() { return *draw_; }
  [[nodiscard]] Description& description() { return description_; }

  /// Sets `text` in lines no wider than `area`; where it does not fit, smaller, down to six tenths.
  /// Answers the height that it takes, in pixels.
  float text(const Rect& area, std::string_view text, const TextStyle& style);
  /// The same for a text that only its student may read.
  float secretText(const Rect& area, std::string_view text, const TextStyle& style);
  /// The same for the words on something that can be touched: its target describes them already.
  float label(const Rect& area, std::string_view text, const TextStyle& style);
  /// The height that text() would take at full size.
  [[nodiscard]] float textHeight(float width, std::string_view text, const TextStyle& style) const;
  [[nodiscard]] float textWidth(std::string_view text, const TextStyle& style) const;

  /// A rounded area; `edge` 0 = none.
  void box(const Rect& area, ImU32 fill, ImU32 edge = 0);
  /// What lies below a raised thing, where the theme has shadows; before it is drawn.
  void shadow(const Rect& area);
  void icon(const Rect& area, Icon icon, ImU32 colour);
  /// A filled circle with a number or a tick: the steps of what is to be done.
  void badge(const Rect& area, std::string_view text, ImU32 fill, ImU32 onFill);

  /// The drawing NAME.svg in the middle of `area`, as large as it allows, in the theme's colours.
  /// It stands beside a text that says the same, so it is not described. Answers whether there is
  /// one; where there is none, nothing is drawn.
  bool picture(const Rect& area, const std::string& name);

  /// How long a button that must be held is held until it acts.
  static constexpr std::chrono::milliseconds kHold{3000};

  /// Touched = pressed and let go inside, or acted on by a key; where the button must be held, held
  /// long enough, by a finger or by Enter or the space bar of a real keyboard. A disabled button is
  /// drawn and described, never touched.
  [[nodiscard]] bool button(const Rect& area, const Button& button, Icon icon = Icon::None);
  /// The same with a sign alone; its label is described.
  [[nodiscard]] bool iconButton(const Rect& area, const Button& button, Icon icon);
  /// Registers what can be touched in `area`; `pressed` tells whether a finger is on it now.
  [[nodiscard]] bool touch(const Rect& area, const Description::Target& target, bool& pressed);

  /// What `draws` draws stands over all else on the sheet: what a finger would hide.
  void over(const std::function<void()>& draws);

  /// Something on the page changes by itself right now.
  void keepMoving() { moves_ = true; }

  enum class Flick : std::uint8_t { None, Back, Forward };

  /// Says that `area` holds a list, before its rows are drawn, and tells whether a finger that went
  /// down in it was let go now after it was drawn over it: up, or to the left, is forward. A finger
  /// that was drawn over a list taps nothing there. Never the only way: buttons do the same.
  [[nodiscard]] Flick flick(const Rect& area);  // kiosk/ui/flick.cpp

  /// No press counts: the screen has just come, or the finger went down on another one.
  void setDeaf(bool deaf) { deaf_ = deaf; }

  /// Whether anything was touched in this picture.
  [[nodiscard]] bool tapped() const { return tapped_; }

  /// The screen comes, and is so far on its way,
  void setArrival(const Arrival& arrival) { arrival_ = arrival; }
  /// with all that is drawn between these two (kiosk/ui/motion.cpp).
  void beginArrival();
  void endArrival();

  /// Whether what changes its place may move on its way (setting `motion`).
  void setMotion(bool on) { motion_ = on; }
  [[nodiscard]] bool motion() const { return motion_; }

  /// Whether something on the page changes by itself right now, so that it must be drawn again
  /// soon.
  [[nodiscard]] bool moves() const { return moves_; }

  /// A QR code with its quiet zone, as large as whole pixels a square allow, centred in `area`,
  /// black on white in every theme. Answers the rectangle it takes.
  Rect qr(const Rect& area, const std::string& payload, std::string_view label);

 private:
  void beginSheet(std::string_view name);

  /// Whether the finger that is down, or was let go now, is drawn over the list.
  [[nodiscard]] bool flicks() const;

  /// Draws the text and answers the rectangle that it takes.
  Rect set(const Rect& area, std::string_view text, const TextStyle& style);

  /// kiosk/ui/focus_ring.cpp
  void drawRing();

  /// kiosk/ui/held_button.cpp
  [[nodiscard]] bool heldButton(const Rect& area, const Button& button);

  const Theme& theme_;
  const Metrics& metrics_;
  const Fonts& fonts_;
  Description& description_;
  Illustrations* illustrations_ = nullptr;
  Focus* focus_ = nullptr;
  std::vector<Misfit>* misfits_ = nullptr;
  std::vector<Ink>* inks_ = nullptr;
  ImDrawList* draw_ = nullptr;
  Rect area_;
  float margin_ = kMargin;
  Rect corner_;
  Rect leftCorner_;
  Rect flickArea_;
  bool covered_ = false;
  bool over_ = false;  ///< A question that lies over a screen.
  bool deaf_ = false;
  bool tapped_ = false;
  bool motion_ = true;
  Arrival arrival_;
  int arrivesFrom_ = 0;  ///< The first corner that is drawn of it.
  bool moves_ = false;
};

}  // namespace hallpass
