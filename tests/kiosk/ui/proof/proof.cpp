#include "tests/kiosk/ui/proof/proof.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>

#include "kiosk/ui/spoken.h"
#include "tests/kiosk/ui/picture.h"

namespace tests {
namespace {

using hallpass::Description;
using hallpass::Ink;
using hallpass::Rect;
using hallpass::Studio;
using Target = Description::Target;

constexpr double kSmallestMm = 12.7;
constexpr double kNearestMm = 2.54;
constexpr double kRounding = 0.1;  ///< Millimetres: less than half a pixel.

std::string number(double value, const char* unit) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.1f%s", value, unit);
  return text.data();
}

/// Pixels between two rectangles along the axis that parts them; negative where they overlap.
double between(const Rect& one, const Rect& other) {
  const float across = std::max(other.x - one.x - one.w, one.x - other.x - other.w);
  const float down = std::max(other.y - one.y - one.h, one.y - other.y - other.h);
  return std::max(across, down);
}

/// The whole screen that wakes lies below what else there is; what a question covers takes no
/// touch.
std::vector<Target> touchable(const Description& description) {
  std::vector<Target> all;
  const bool covered = description.screen() == "still-there";
  std::copy_if(
      description.targets().begin(), description.targets().end(), std::back_inserter(all),
      [&](const Target& target) { return target.id != "wake" && (!covered || target.enabled); });
  return all;
}

bool isQuiet(const hallpass::Theme& theme, ImU32 colour) {
  return colour == theme.textSecondary || colour == theme.onDisabled;
}

}  // namespace

void judgeTargets(ProofTable& table, const Studio& studio, const ProofPlace& place) {
  const double mm = studio.panel().pixelsPerMm;
  const std::vector<Target> targets = touchable(studio.description());
  const std::string said =
      hallpass::Spoken().news(studio.description(), hallpass::Spoken::Codes::Kept);
  table.note("speech: each screen is said", !said.empty(), [&] { return place.text(); });
  for (auto one = targets.begin(); one != targets.end(); ++one) {
    const double side = std::min(one->rect.w, one->rect.h) / mm;
    const auto who = [&] { return one->id + " (" + place.text() + ")"; };
    table.note("targets: smallest side", "12.7 mm", side - kSmallestMm + kRounding,
               [&] { return number(side, " mm ") + who(); });
    table.note("speech: each target is said", !spokenTarget(*one).empty(), who);
    for (auto other = std::next(one); other != targets.end(); ++other) {
      const double gap = between(one->rect, other->rect) / mm;
      table.note("targets: gap between two", "2.54 mm", gap - kNearestMm + kRounding,
                 [&] { return number(gap, " mm to ") + other->id + " from " + who(); });
    }
  }
}

void judgeTexts(ProofTable& table, const Studio& studio, const ProofPlace& place) {
  const auto& inks = studio.inks();
  const auto width = static_cast<float>(studio.panel().size.width);
  const auto height = static_cast<float>(studio.panel().size.height);
  for (auto one = inks.begin(); one != inks.end(); ++one) {
    const Rect& at = one->rect;
    table.note("texts: none leaves the screen",
               at.x >= -1 && at.y >= -1 && at.x + at.w <= width + 1 && at.y + at.h <= height + 1,
               [&] { return "\"" + one->text + "\" " + place.text(); });
    if (studio.description().screen() == "still-there") continue;  // It lies over another screen.
    for (auto other = std::next(one); other != inks.end(); ++other) {
      table.note("texts: none lies over another", between(at, other->rect) >= -1, [&] {
        return "\"" + one->text + "\" and \"" + other->text + "\" " + place.text();
      });
    }
  }
}

namespace {

void judgeInk(ProofTable& table, const Ink& ink, const platform::Pixels& picture,
              const hallpass::Theme& theme, const ProofPlace& place) {
  const ImU32 colour = ink.colour | IM_COL32_A_MASK;
  const double ratio = contrastOf(colour, groundOf(picture, ink.rect));
  const bool there = strongestOn(picture, ink.rect, groundOf(picture, ink.rect), 1) >= ratio * 0.9;
  const bool quiet = isQuiet(theme, colour) && colour != theme.text;
  const auto what = [&] { return number(ratio, " : 1 ") + "\"" + ink.text + "\" " + place.text(); };
  table.note("contrast: each text is in the picture", there, what);
  table.note("contrast: all text, the floor", "4.5 : 1", ratio - 4.5, what);
  if (quiet) {
    table.note("contrast: secondary text", "7 : 1", ratio - 7, what);
  } else if (&theme == &hallpass::themeOf({})) {
    table.note("contrast: text, the default theme", "10 : 1", ratio - 10, what);
  }
}

}  // namespace

void judgeContrast(ProofTable& table, const Studio& studio, const platform::Pixels& picture,
                   const hallpass::Theme& theme, const ProofPlace& place) {
  for (const Ink& ink : studio.inks()) {
    if (ink.rect.w >= 1 && ink.rect.h >= 1) judgeInk(table, ink, picture, theme, place);
  }
  for (const Target& target : touchable(studio.description())) {
    if (!target.enabled) continue;
    const Rect& at = target.rect;
    const ImU32 outside =
        colourAt(picture, static_cast<int>(at.x - 3), static_cast<int>(at.y + at.h / 2));
    const double bound = strongestOn(picture, at, outside, 30);
    const double sign = strongestOn(picture, at, groundOf(picture, at), 30);
    const double ratio = std::max(bound, sign);
    table.note("contrast: what bounds a target or stands on it", "3 : 1", ratio - 3,
               [&] { return number(ratio, " : 1 ") + target.id + " " + place.text(); });
  }
}

void judgeFlashes(ProofTable& table, Studio& studio, const hallpass::View& view,
                  const std::string& held, const ProofPlace& place) {
  constexpr int kFrames = 120;
  constexpr int kStep = 16;  ///< Every sixteenth pixel of every sixteenth row is looked at.
  (void)studio.draw(view);
  const Target* target = held.empty() ? nullptr : studio.description().find(held);
  ImGuiIO& io = ImGui::GetIO();
  if (target != nullptr) io.MousePos = target->rect.centre();
  (void)studio.draw(view);
  io.MouseDown[0] = target != nullptr;
  std::vector<double>
      turned;  // The luminance at the last turn of each place, and which way it went.
  std::vector<int> way;
  std::vector<int> turns;
  for (int frame = 0; frame < kFrames; ++frame) {
    const platform::Pixels& picture = studio.draw(view);
    std::size_t at = 0;
    for (int y = 0; y < picture.size.height; y += kStep) {
      for (int x = 0; x < picture.size.width; x += kStep, ++at) {
        const double now = luminanceOf(colourAt(picture, x, y));
        if (frame == 0) {
          turned.push_back(now);
          way.push_back(0);
          turns.push_back(0);
          continue;
        }
        if (std::abs(now - turned[at]) < 0.1) continue;
        const int goes = now > turned[at] ? 1 : -1;
        if (goes != way[at]) ++turns[at];
        way[at] = goes;
        turned[at] = now;
      }
    }
  }
  io.MouseDown[0] = false;
  (void)studio.draw(view);
  io.MousePos = {-1, -1};
  (void)studio.draw(view);
  const int most = turns.empty() ? 0 : *std::max_element(turns.begin(), turns.end());
  // Two turns are a flash; there are two seconds.
  const double flashes = most / 2.0 / 2.0;
  table.note("flashes", "3 a second", 3 - flashes,
             [&] { return number(flashes, " a second, ") + place.text(); });
}

}  // namespace tests
