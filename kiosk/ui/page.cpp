#include "kiosk/ui/page.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/qr.h"
#include "kiosk/ui/text_lines.h"

namespace hallpass {
namespace {

constexpr float kSmallestScale = 0.6F;
constexpr float kWellRead = 0.7F;
constexpr float kSmallerStep = 0.95F;

struct ButtonColours {
  ImU32 fill;
  ImU32 edge;
  ImU32 text;
};

ButtonColours coloursOf(const Theme& theme, const Button& button, bool pressed) {
  if (!button.enabled) return {theme.disabled, 0, theme.onDisabled};
  switch (button.kind) {
    case ButtonKind::Primary:
      return {pressed ? theme.primaryPressed : theme.primary, 0, theme.onPrimary};
    case ButtonKind::Secondary:
      return {pressed ? theme.panel : theme.card, theme.line, theme.text};
    case ButtonKind::Strong:
      if (pressed) return {theme.accent, theme.onAccent, theme.onAccent};
      return {theme.onAccent, 0, theme.accent};
    case ButtonKind::Quiet:
      break;
  }
  return {pressed ? theme.panel : 0, 0, theme.text};
}

/// What Page::kept() gives is one screen's: another one begins anew.
void forgetOtherScreens(std::string_view screen) {
  const int now = static_cast<int>(std::hash<std::string_view>{}(screen)&0x7FFFFFFFU);
  int& before = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("screen"), 0);
  if (before == now) return;
  ImGui::GetStateStorage()->Clear();
  ImGui::GetStateStorage()->SetInt(ImGui::GetID("screen"), now);
}

/// Nothing is beside a headline, or a text in the middle, that shows how wide its column is.
LineShape shapeOf(const TextStyle& style) {
  const bool even = style.size >= TextSize::Heading || style.across == Across::Centre;
  return even ? LineShape::Even : LineShape::Paged;
}

/// `text` as large as it has room in `area`; `full` is the size that its style means, in pixels.
TextLines linesIn(const Rect& area, const ImFont& font, float full, std::string_view text,
                  const TextStyle& style) {
  const bool oneLine = style.oneLine || (style.shorten && area.h < 2.35F * font.FontSize);
  const LineBreaks breaks{oneLine ? 1e9F : area.w, style.size >= TextSize::Heading};
  TextLines lines = breakLines(font, font.FontSize, text, breaks);
  if (style.shorten) return lines;
  while (!lines.fits(area) && lines.size > full * kSmallestScale) {
    lines = breakLines(font, lines.size * kSmallerStep, text, breaks);
  }
  if (!lines.fits(area)) return lines;
  // A word is rather smaller than broken, as long as it can be read well.
  float size = lines.size * kSmallerStep;
  for (; lines.breaksWord && size >= full * kWellRead; size *= kSmallerStep) {
    TextLines whole = breakLines(font, size, text, breaks);
    if (!whole.breaksWord) lines = std::move(whole);
  }
  return lines;
}

float offset(float room, float taken, int place) {
  return place == 0 ? 0 : (place == 1 ? (room - taken) / 2 : room - taken);
}

}  // namespace

Page::Page(const Theme& theme, const Metrics& metrics, const Fonts& fonts, Description& description)
    : theme_(theme), metrics_(metrics), fonts_(fonts), description_(description) {}

void Page::begin(std::string_view screen, bool covered) {
  covered_ = covered;
  over_ = false;
  beginSheet(screen);
  forgetOtherScreens(screen);
}

void Page::beginOver(std::string_view question) {
  covered_ = false;
  over_ = true;
  beginSheet(question);
}

void Page::beginSheet(std::string_view name) {
  description_.begin(name, metrics_.width(), metrics_.height());
  ImGui::GetStyle().Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(theme_.ground);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({metrics_.width(), metrics_.height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  // No background: the clear has the ground's colour, and a full-screen rectangle is what costs
  // most where OpenGL is software (perf.md 2).
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
  draw_ = ImGui::GetWindowDrawList();
  area_ = metrics_.area();
  margin_ = metrics_.tight() ? kMargin / 2 : kMargin;
  corner_ = {};
  leftCorner_ = {};
  flickArea_ = {};
}

void Page::end() {
  drawRing();
  ImGui::End();
  ImGui::PopStyleVar();
}

Rect Page::content() const { return whole().inset(px(margin_)); }

Rect Page::besideCorners(const Rect& area) const {
  const float gap = px(kGap);
  float left = area.x;
  float right = area.x + area.w;
  if (corner_.w > 0 && area.y < corner_.y + corner_.h) right = std::min(right, corner_.x - gap);
  if (leftCorner_.w > 0 && area.y < leftCorner_.y + leftCorner_.h) {
    left = std::max(left, leftCorner_.x + leftCorner_.w + gap);
  }
  return {left, area.y, std::max(0.0F, right - left), area.h};
}

Rect Page::belowCorners(const Rect& area) const {
  Rect rest = area;
  for (const Rect& corner : {corner_, leftCorner_}) {
    const float below = corner.y + corner.h + px(kGap);
    if (corner.w > 0 && rest.y < below) rest.cutTop(below - rest.y);
  }
  return rest;
}

Rect Page::cutNear(Rect& rest, float size, float gap) const {
  return metrics_.look().leftHand ? rest.cutLeft(size, gap) : rest.cutRight(size, gap);
}

Rect Page::cutFar(Rect& rest, float size, float gap) const {
  return metrics_.look().leftHand ? rest.cutRight(size, gap) : rest.cutLeft(size, gap);
}

int& Page::kept(std::string_view key) {
  return *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID(key.data(), key.data() + key.size()), 0);
}

Rect Page::set(const Rect& area, std::string_view text, const TextStyle& style) {
  ImFont* font = fonts_.get(style.face, style.size);
  const float full = font->FontSize / metrics_.beyondUnit();
  TextLines lines = linesIn(area, *font, full, text, style);
  const bool cut = !lines.fits(area);
  if (misfits_ != nullptr && !style.shorten && (cut || lines.size < full * kWellRead)) {
    misfits_->push_back({std::string(text), lines.size / font->FontSize, cut});
  }
  if (cut) {
    lines = clip(*font, std::move(lines), area);
  } else if (lines.lines.size() > 1) {
    const LineBreaks breaks{area.w, style.size >= TextSize::Heading, shapeOf(style)};
    lines = breakLines(*font, lines.size, text, breaks);
  }
  const ImU32 colour = style.colour == 0 ? theme_.text : style.colour;
  Rect taken{area.x + area.w, area.y + offset(area.h, lines.height(), static_cast<int>(style.down)),
             0, lines.height()};
  float y = taken.y + (lines.lineHeight - lines.size) / 2;
  for (const TextLine& line : lines.lines) {
    const float x = area.x + offset(area.w, line.width, static_cast<int>(style.across));
    draw_->AddText(font, lines.size, {std::round(x), std::round(y)}, colour, line.text.data(),
                   line.text.data() + line.text.size());
    y += lines.lineHeight;
    taken.x = std::min(taken.x, x);
    taken.w = std::max(taken.w, line.width);
  }
  if (inks_ != nullptr && !text.empty()) inks_->push_back({std::string(text), taken, colour});
  return taken;
}

float Page::label(const Rect& area, std::string_view text, const TextStyle& style) {
  return set(area, text, style).h;
}

float Page::text(const Rect& area, std::string_view text, const TextStyle& style) {
  const Rect taken = set(area, text, style);
  if (!text.empty()) description_.addText(text, taken, style.size >= TextSize::Heading);
  return taken.h;
}

float Page::secretText(const Rect& area, std::string_view text, const TextStyle& style) {
  const Rect taken = set(area, text, style);
  description_.addSecretText(text, taken);
  return taken.h;
}

float Page::textHeight(float width, std::string_view text, const TextStyle& style) const {
  const ImFont* font = fonts_.get(style.face, style.size);
  const LineBreaks breaks{width, style.size >= TextSize::Heading};
  return breakLines(*font, font->FontSize, text, breaks).height();
}

float Page::textWidth(std::string_view text, const TextStyle& style) const {
  const ImFont* font = fonts_.get(style.face, style.size);
  const TextLines lines = breakLines(*font, font->FontSize, text, {1e9F});
  float widest = 0;
  for (const TextLine& line : lines.lines) widest = std::max(widest, line.width);
  return widest;
}

void Page::box(const Rect& area, ImU32 fill, ImU32 edge) {
  const float corner = px(kCorner);
  if (fill != 0) draw_->AddRectFilled(area.min(), area.max(), fill, corner);
  if (edge != 0) {
    const float width = std::max(1.0F, std::round(px(0.5F)));
    const Rect inner = area.inset(width / 2);
    draw_->AddRect(inner.min(), inner.max(), edge, corner, 0, width);
  }
}

void Page::shadow(const Rect& area) {
  if (theme_.shadow == 0) return;
  // Two sheets, the wider one lower: soft enough without a blur.
  for (const float depth : {0.5F, 1.1F}) {
    const Rect sheet{area.x, area.y + px(depth), area.w, area.h};
    draw_->AddRectFilled(sheet.min(), sheet.max(), theme_.shadow, px(kCorner));
  }
}

void Page::badge(const Rect& area, std::string_view text, ImU32 fill, ImU32 onFill) {
  draw_->AddCircleFilled(area.centre(), area.w / 2, fill);
  if (text.empty()) {
    icon(area.inset(area.w * 0.26F), Icon::Tick, onFill);
  } else {
    label(area, text, {TextSize::Body, Face::SemiBold, onFill, Across::Centre, Down::Middle});
  }
}

void Page::over(const std::function<void()>& draws) {
  ImDrawList* sheet = std::exchange(draw_, ImGui::GetForegroundDrawList());
  draws();
  draw_ = sheet;
}

bool Page::touch(const Rect& area, const Description::Target& target, bool& pressed) {
  pressed = false;
  description_.addTarget(target);
  if (!target.enabled || covered_) return false;
  const bool keyed = focus_ != nullptr && focus_->acts(target.id);
  tapped_ = tapped_ || keyed;
  if (deaf_) return keyed;
  ImGui::SetCursorScreenPos(area.min());
  const bool touched = ImGui::InvisibleButton(target.id.c_str(), {area.w, area.h});
  if (flicks()) return keyed;
  pressed = ImGui::IsItemActive() && ImGui::IsItemHovered();
  tapped_ = tapped_ || touched;
  return touched || keyed;
}

bool Page::button(const Rect& area, const Button& button, Icon icon) {
  if (button.held && button.enabled) return heldButton(area, button);
  bool pressed = false;
  const bool touched =
      touch(area,
            {button.id, button.label, "button", area, button.enabled, false,
             button.kind == ButtonKind::Primary || button.kind == ButtonKind::Strong},
            pressed);
  const ButtonColours colours = coloursOf(theme_, button, pressed);
  if (button.enabled && button.kind != ButtonKind::Quiet && !pressed) shadow(area);
  box(area, colours.fill, colours.edge);
  TextStyle style{TextSize::Button, Face::SemiBold, colours.text, Across::Centre, Down::Middle};
  Rect inner = area.inset(px(4), px(1));
  if (textWidth(button.label, style) > inner.w) inner = area.inset(px(2), px(0.5F));
  if (icon != Icon::None) {
    const float side = px(8);
    const float room = inner.w - side - px(3);
    const float taken = std::min(room, textWidth(button.label, style));
    inner.cutLeft((room - taken) / 2);
    this->icon(inner.cutLeft(side, px(3)).square(), icon, colours.text);
    style.across = Across::Left;
  }
  label(inner, button.label, style);
  return touched;
}

bool Page::iconButton(const Rect& area, const Button& button, Icon icon) {
  bool pressed = false;
  const bool touched =
      touch(area, {button.id, button.label, "button", area, button.enabled, false}, pressed);
  const ButtonColours colours = coloursOf(theme_, button, pressed);
  if (button.enabled && button.kind != ButtonKind::Quiet && !pressed) shadow(area);
  box(area, colours.fill, colours.edge);
  const float side = std::min(std::min(area.w, area.h) * 0.6F, px(8));
  this->icon(Rect{area.centre().x - side / 2, area.centre().y - side / 2, side, side}, icon,
             button.kind == ButtonKind::Quiet ? theme_.textSecondary : colours.text);
  return touched;
}

Rect Page::qr(const Rect& area, const std::string& payload, std::string_view label) {
  const std::optional<QrSquares> code = encodeQr(payload);
  if (!code) return {};
  const int across = code->side + 2 * kQuietZone;
  const float square =
      std::max(1.0F, std::floor(std::min(area.w, area.h) / static_cast<float>(across)));
  const float side = square * static_cast<float>(across);
  const Rect place{std::round(area.x + (area.w - side) / 2),
                   std::round(area.y + (area.h - side) / 2), side, side};
  constexpr ImU32 kWhite = 0xFFFFFFFF;
  constexpr ImU32 kBlack = 0xFF000000;
  draw_->AddRectFilled(place.min(), place.max(), kWhite);
  const ImVec2 origin{place.x + square * kQuietZone, place.y + square * kQuietZone};
  for (int y = 0; y < code->side; ++y) {
    for (int x = 0; x < code->side; ++x) {
      const int start = x;
      while (x < code->side && code->at(x, y)) ++x;
      if (x == start) continue;
      draw_->AddRectFilled({origin.x + static_cast<float>(start) * square,
                            origin.y + static_cast<float>(y) * square},
                           {origin.x + static_cast<float>(x) * square,
                            origin.y + static_cast<float>(y + 1) * square},
                           kBlack);
    }
  }
  description_.addQr(label, place, payload);
  return place;
}

}  // namespace hallpass
