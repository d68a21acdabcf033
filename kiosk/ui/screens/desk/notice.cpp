#include <algorithm>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"

namespace hallpass {
namespace {

std::optional<Action> actionOf(const std::optional<DeskButton>& button, ButtonKind kind,
                               Intent::Act act) {
  if (!button) return std::nullopt;
  return Action{{button->id, button->label, kind, button->enabled, button->held}, act};
}

void drawQrBeside(Page& page, Rect& rest, const NoticeView& view) {
  const bool portrait = page.metrics().portrait();
  const float side = portrait ? std::min(rest.w, rest.h * 0.5F) : std::min(rest.h, rest.w * 0.42F);
  Rect place = portrait ? rest.cutBottom(side, page.px(6)) : rest.cutRight(side, page.px(10));
  const TextStyle style{TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Centre};
  const float label = std::min(page.textHeight(place.w, view.qrLabel, style), page.px(24));
  const Rect below = place.cutBottom(label, page.px(3));
  const Rect qr = page.qr(place, view.qr, view.qrLabel);
  page.text({below.x, qr.y + qr.h + page.px(3), below.w, label}, view.qrLabel, style);
}

void drawWords(Page& page, Rect column, const NoticeView& view) {
  const TextStyle headline{TextSize::Heading, Face::SemiBold};
  const TextStyle detail{TextSize::Button, Face::Regular, page.theme().textSecondary};
  const float sign = view.sign == Sign::None ? 0 : page.px(page.metrics().tight() ? 16 : 26);
  const float gap = page.px(page.metrics().tight() ? 3 : 6);
  const bool oneLine = view.secret.find('\n') == std::string::npos;
  const TextStyle code{TextSize::Heading, Face::Code, 0, Across::Left, Down::Middle, oneLine};
  float secret = view.secret.empty() ? 0 : page.px(18);
  if (!oneLine) secret = page.textHeight(column.w, view.secret, code);
  const float headlineHeight =
      std::min(page.textHeight(column.w, view.headline, headline), column.h * 0.5F);
  const float detailHeight = page.textHeight(column.w, view.detail, detail);
  const float taken = sign + secret + headlineHeight + detailHeight + 3 * gap;
  column.cutTop(std::max(0.0F, (column.h - taken) / 2));
  if (sign > 0) {
    const Rect row = column.cutTop(sign, gap);
    drawSign(page, {row.x + page.px(1), row.y, sign, sign}, view.sign);
  }
  page.text(column.cutTop(headlineHeight, gap), view.headline, headline);
  if (secret > 0) {
    page.secretText(column.cutTop(secret, gap), view.secret, code);
  }
  page.text(column, view.detail, detail);
}

}  // namespace

std::optional<Intent> draw(Page& page, const NoticeView& view) {
  Rect rest = page.content();
  const auto intent =
      drawActions(page, rest, actionOf(view.other, ButtonKind::Secondary, Intent::Act::Other),
                  actionOf(view.main, ButtonKind::Primary, Intent::Act::Main));
  rest = page.belowCorners(rest);
  if (!view.qr.empty()) drawQrBeside(page, rest, view);
  if (view.qr.empty() && !page.metrics().portrait()) rest.cutRight(rest.w * 0.12F);
  drawWords(page, rest, view);
  return intent;
}

}  // namespace hallpass
