// What the guide holds, and what of it one takes along.
#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

/// The address of the venue's own page, where it has one.
constexpr std::string_view kGuidePage = "guide-page";

const Address* pageOf(const Reading& reading) {
  for (const Address& address : reading.addresses) {
    if (address.id == kGuidePage) return &address;
  }
  return nullptr;
}

/// `text` with each of its numbered steps ("2: ...") on a line of its own.
std::string inLines(std::string text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool number = text[i + 1] >= '1' && text[i + 1] <= '9' && text[i + 2] == ':';
    if (text[i] == ' ' && number) text[i] = '\n';
  }
  return text;
}

/// What a numbered QR is, as on the code's screen.
void drawLabel(Page& page, Rect area, std::string_view number, std::string_view words) {
  const Rect badge = area.cutLeft(page.px(11), page.px(4)).cutTop(page.px(11));
  page.badge(badge, number, page.theme().accent, page.theme().onAccent);
  page.text(area, words, {TextSize::Body, Face::SemiBold});
}

float labelHeight(const Page& page, float width, std::string_view words) {
  return std::max(page.px(11),
                  page.textHeight(width - page.px(15), words, {TextSize::Body, Face::SemiBold}));
}

void drawGuidePage(Page& page, Rect& rest, const Reading& reading) {
  const Address* address = pageOf(reading);
  if (address == nullptr) return;
  Rect row = rest.cutBottom(std::min(page.px(44), rest.h * 0.4F), page.px(4));
  const Rect place = row.cutRight(row.h, page.px(4));
  page.qr(place, address->url, "2");
  const std::string words = tr("Or this page, with a network:");
  const float height = std::min(labelHeight(page, row.w, words), row.h * 0.6F);
  drawLabel(page, row.cutTop(height, page.px(2)), "2", words);
  page.text(row, shortAddress(address->url), {TextSize::Body, Face::Regular});
}

}  // namespace

std::optional<Intent> draw(Page& page, const TopicsView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("How it works"), true);
  std::vector<Entry> entries;
  for (const TopicsView::Entry& entry : view.entries) {
    entries.push_back({"topic-" + entry.id, guideText(entry.title, view.reading),
                       guideText(entry.lead, view.reading)});
  }
  if (const auto picked = drawEntries(page, rest, entries)) {
    intent = Intent{Intent::Act::Pick, {}, *picked};
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const PocketView& view) {
  Rect rest = page.content();
  const auto intent = drawHead(page, rest, tr("Take it with you"), true);
  const std::string text = inLines(guideText(view.text, view.reading));
  const bool portrait = page.metrics().portrait();
  const Rect place = portrait ? rest.cutTop(std::min(rest.w, rest.h * 0.5F), page.px(4))
                              : rest.cutLeft(std::min(rest.h, rest.w * 0.5F), page.px(6));
  page.qr(place, text, "1");
  const std::string words =
      tr("For your phone: the steps as text. Scan it with the camera; no network is needed.");
  drawLabel(page,
            rest.cutTop(std::min(labelHeight(page, rest.w, words), rest.h * 0.4F), page.px(3)), "1",
            words);
  drawGuidePage(page, rest, view.reading);
  page.text(rest, text, {TextSize::Small, Face::Regular, page.theme().textSecondary});
  return intent;
}

}  // namespace hallpass
