#include "kiosk/ui/screens/student/guide_parts.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/turning.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr float kSmaller = 0.95F;   ///< Page makes texts smaller by the same steps,
constexpr float kSmallest = 0.61F;  ///< down to this.
constexpr float kReadable = 0.8F;   ///< Smaller, and what stands beside the words gives way.
constexpr float kWellRead = 0.7F;   ///< As Page::setMisfits says.
constexpr float kEntry = 17.0F;
constexpr float kLeastCode = 26.0F;  ///< The side of a code that is still scanned.
constexpr float kEntryWithDetail = 24.0F;
constexpr float kTallestEntry = 36.0F;

/// The columns and rows of a list, and how many entries have room.
struct Grid {
  std::size_t columns = 1;
  std::size_t rows = 1;

  [[nodiscard]] std::size_t places() const { return columns * rows; }
};

Grid gridOf(const Page& page, const Rect& area, const std::vector<Entry>& entries) {
  const bool detail = std::any_of(entries.begin(), entries.end(),
                                  [](const Entry& entry) { return !entry.detail.empty(); });
  const float gap = page.px(kGap);
  const float height = page.px(detail ? kEntryWithDetail : kEntry);
  Grid grid{page.metrics().portrait() || entries.size() < 3 ? 1U : 2U, 1};
  grid.rows = std::max<std::size_t>(1, static_cast<std::size_t>((area.h + gap) / (height + gap)));
  return grid;
}

/// Back and forward through the pages of a list; `at` is the one that is shown.
void drawTurning(Page& page, Rect area, int& at, int pages) {
  const float side = page.px(kHeadHeight * 1.6F);
  const Button back{"page-back", tr("Page back"), ButtonKind::Secondary, at > 0};
  const Button forward{"page-forward", tr("Page forward"), ButtonKind::Secondary, at + 1 < pages};
  if (page.iconButton(area.cutLeft(side, page.px(kGap)), back, Icon::Back)) --at;
  if (page.iconButton(area.cutRight(side, page.px(kGap)), forward, Icon::Forward)) ++at;
  page.text(area,
            filled(tr("Page {page} of {pages}"),
                   {{"page", std::to_string(at + 1)}, {"pages", std::to_string(pages)}}),
            {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Centre,
             Down::Middle, true});
}

}  // namespace

std::string guideText(const std::string& english, const Reading& reading) {
  return withAddresses(tr(english), reading.addresses);
}

const Address* addressIn(std::string_view english, const Reading& reading) {
  const Address* first = nullptr;
  std::size_t at = english.npos;
  for (const Address& address : reading.addresses) {
    const std::size_t found = english.find("{" + address.id + "}");
    if (found >= at) continue;
    at = found;
    first = &address;
  }
  return first;
}

void Column::text(const std::string& text, const TextStyle& style) {
  note(Sign::None, text, style);
}

void Column::note(Sign sign, const std::string& text, const TextStyle& style) {
  if (text.empty()) return;
  parts_.push_back({[&page = page_, width = width_, sign, text, style](float scale) {
                      return scale * signedHeight(page, width / scale, sign, text, style);
                    },
                    [&page = page_, sign, text, style](const Rect& area) {
                      drawSigned(page, area, sign, text, style);
                    }});
}

void Column::boxed(Sign sign, const std::string& text, const TextStyle& style, ImU32 edge) {
  if (text.empty()) return;
  const ImVec2 pad{page_.px(4), page_.px(2.5F)};
  const float width = width_ - 2 * pad.x;
  parts_.push_back({[&page = page_, pad, width, sign, text, style](float scale) {
                      return scale * signedHeight(page, width / scale, sign, text, style) +
                             2 * pad.y;
                    },
                    [&page = page_, pad, sign, text, style, edge](const Rect& area) {
                      page.box(area, page.theme().card, edge);
                      drawSigned(page, area.inset(pad.x, pad.y), sign, text, style);
                    }});
}

void Column::drawing(float height, std::function<void(const Rect&)> draw) {
  parts_.push_back({[height](float /*scale*/) { return height; }, std::move(draw)});
}

float Column::heightAt(float scale) const {
  float all = 0;
  for (const Part& part : parts_) all += part.height(scale) + gap_ * scale;
  return parts_.empty() ? 0 : all - gap_ * scale;
}

float Column::scaleIn(float height) const {
  float scale = 1;
  while (scale > kSmallest / page_.metrics().beyondUnit()) {
    if (heightAt(scale) <= height) return scale;
    scale *= kSmaller;
  }
  return 0;
}

/// What has no room at all is left out rather than laid over something else.
Rect Column::draw(const Rect& area) {
  const float scale = std::max(kSmallest / page_.metrics().beyondUnit(), scaleIn(area.h));
  Rect rest = area;
  for (const Part& part : parts_) {
    const float height = part.height(scale);
    if (rest.h < height * 0.8F) {
      page_.noteLeftOut("a part of " + std::to_string(parts_.size()));
      break;
    }
    part.draw(rest.cutTop(height, gap_ * scale));
  }
  return rest;
}

Spread spreadOf(const Page& page, const Rect& rest, float most, float least,
                const std::function<Column(float width)>& columnOf) {
  const float readable = kReadable / page.metrics().beyondUnit();
  for (float part = most;; part -= 0.06F) {
    const bool last = part < least + 0.06F;
    if (last) part = least;
    Spread spread{{}, rest};
    const float gap = page.px(page.metrics().portrait() ? 4 : 8);
    if (part > 0 && page.metrics().portrait()) {
      spread.side = spread.words.cutTop(rest.h * part, gap);
    } else if (part > 0) {
      spread.side = spread.words.cutLeft(rest.w * part, gap);
    }
    const Rect& words = spread.words;
    if (last || columnOf(words.w).scaleIn(words.h) > readable) return spread;
  }
}

namespace {

Rect insideOf(const Page& page, const Rect& area) { return area.inset(page.px(5), page.px(1.5F)); }

/// How the entries of one list are set: all alike.
struct EntryLook {
  TextSize title = TextSize::Button;
  bool details = false;  ///< They have room to be read well.
};

EntryLook lookOf(const Page& page, const Rect& area, const std::vector<Entry>& entries) {
  const Rect inner = insideOf(page, area);
  const float width = inner.w - page.px(9);
  const auto all = [&](const auto& fits) {
    return std::all_of(entries.begin(), entries.end(), fits);
  };
  EntryLook look;
  look.details = all([&](const Entry& entry) {
    const TextStyle style{TextSize::Small};
    return page.textHeight(width, entry.detail, style) * kReadable <= inner.h / 2;
  });
  const bool two = look.details && !all([](const Entry& entry) { return entry.detail.empty(); });
  const auto fits = [&](const Entry& entry) {
    return page.textHeight(width, entry.label, {look.title, Face::SemiBold}) <=
           (two ? inner.h / 2 : inner.h);
  };
  while (look.title > TextSize::Small && !all(fits)) {
    look.title = static_cast<TextSize>(static_cast<int>(look.title) - 1);
  }
  return look;
}

bool drawEntryAs(Page& page, const Rect& area, const Entry& entry, const EntryLook& look) {
  bool pressed = false;
  const std::string label = entry.detail.empty() ? entry.label : entry.label + ". " + entry.detail;
  const bool touched = page.touch(area, {entry.id, label, "button", area, true, false}, pressed);
  page.box(area, pressed ? page.theme().panel : page.theme().card, page.theme().line);
  Rect inner = insideOf(page, area);
  page.icon(inner.cutRight(page.px(6), page.px(3)).square(), Icon::Forward, page.theme().primary);
  const TextStyle title{look.title, Face::SemiBold, 0, Across::Left, Down::Middle};
  if (entry.detail.empty() || !look.details) {
    page.label(inner, entry.label, title);
    return touched;
  }
  page.label(inner.cutTop(inner.h * 0.5F), entry.label, title);
  page.label(
      inner, entry.detail,
      {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Left, Down::Middle});
  return touched;
}

}  // namespace

bool drawEntry(Page& page, const Rect& area, const Entry& entry) {
  return drawEntryAs(page, area, entry, lookOf(page, area, {entry}));
}

std::optional<std::size_t> drawEntries(Page& page, const Rect& area,
                                       const std::vector<Entry>& entries) {
  std::optional<std::size_t> touched;
  if (entries.empty()) return touched;
  Rect rest = area;
  Grid grid = gridOf(page, rest, entries);
  int at = page.kept("page");
  if (grid.places() < entries.size()) {
    const Rect foot = rest.cutBottom(page.px(kHeadHeight), page.px(kGap));
    grid = gridOf(page, rest, entries);
    const std::size_t pages = (entries.size() + grid.places() - 1) / grid.places();
    at = std::min(at, static_cast<int>(pages) - 1);
    const int before = at;
    drawTurning(page, foot, at, static_cast<int>(pages));
    const Page::Flick way = page.flick(rest);
    if (way == Page::Flick::Forward) at = std::min(at + 1, static_cast<int>(pages) - 1);
    if (way == Page::Flick::Back) at = std::max(at - 1, 0);
    if (at != before) startTurning(page, at > before, false);
  } else {
    at = 0;
    grid.rows = (entries.size() + grid.columns - 1) / grid.columns;
  }
  const float gap = page.px(kGap);
  const auto rows = static_cast<float>(grid.rows);
  rest.h = std::min(rest.h, rows * page.px(kTallestEntry) + (rows - 1) * gap);
  page.kept("page") = at;
  const std::size_t first = static_cast<std::size_t>(at) * grid.places();
  const int corner = page.draw().VtxBuffer.Size;
  const EntryLook look =
      lookOf(page, rest.row(0, grid.rows, gap).column(0, grid.columns, gap), entries);
  for (std::size_t i = first; i < std::min(entries.size(), first + grid.places()); ++i) {
    const std::size_t place = i - first;
    const Rect row = rest.row(place / grid.columns, grid.rows, gap);
    const Rect cell = row.column(place % grid.columns, grid.columns, gap);
    if (drawEntryAs(page, cell, entries[i], look)) touched = i;
  }
  moveRows(page, corner);
  return touched;
}

void drawGuidePicture(Page& page, const Rect& area, const std::string& name) {
  if (name.empty()) return;
  page.box(area, page.theme().panel);
  page.picture(area.inset(page.px(3)), name);
}

namespace {

/// A long address in lines of its parts rather than very small: its site, and the page there.
std::string addressLines(const Page& page, const std::string& address, float width,
                         const TextStyle& style) {
  std::string lines;
  std::string line;
  for (std::size_t from = 0; from < address.size();) {
    const std::size_t next = std::min(address.find('/', from + 1), address.size());
    const std::string part = address.substr(from, next - from);
    if (!line.empty() &&
        page.textWidth(line + part, style) * kReadable / page.metrics().beyondUnit() > width) {
      lines += line + '\n';
      line.clear();
    }
    line += part;
    from = next;
  }
  return lines + line;
}

/// The code above, and the address below it: where it would be broken beside the code, and where
/// that leaves the code large enough to be scanned. Answers whether it did.
bool drawAddressBelow(Page& page, const Rect& area, const Address& address) {
  TextStyle style{TextSize::Body, Face::SemiBold, 0, Across::Centre};
  style.oneLine = true;
  const std::string lines = addressLines(page, shortAddress(address.url), area.w, style);
  const float full = page.textHeight(area.w * 99, lines, style);
  const float most = area.h - page.px(kLeastCode + 2);
  const float scale = std::min({1.0F, area.w / page.textWidth(lines, style), most / full});
  if (scale < (page.metrics().tight() ? kSmallest : kWellRead)) return false;
  Rect rest = area;
  const Rect words = rest.cutBottom(full * scale, page.px(2));
  page.qr(rest.square(), address.url, tr(address.title));
  page.text(words, lines, style);
  return true;
}

}  // namespace

void drawAddress(Page& page, const Rect& area, const Address& address) {
  Rect rest = area;
  const float side = std::min(rest.h, rest.w * 0.44F);
  const Rect place{rest.x, rest.y + (rest.h - side) / 2, side, side};
  rest.cutLeft(side, page.px(4));
  Column words(page, rest.w, page.px(2));
  words.text(tr(address.title), {TextSize::Small, Face::Regular, page.theme().textSecondary});
  TextStyle style{TextSize::Body, Face::SemiBold};
  const std::string lines = addressLines(page, shortAddress(address.url), rest.w, style);
  // A site that would be very small is broken anywhere: whoever types reads it in large letters.
  style.oneLine = page.textWidth(lines, style) * kWellRead / page.metrics().beyondUnit() <= rest.w;
  if (!style.oneLine && drawAddressBelow(page, area, address)) return;
  words.text(lines, style);
  page.qr(place, address.url, tr(address.title));
  const float height = std::min(rest.h, words.height());
  words.draw({rest.x, rest.y + (rest.h - height) / 2, rest.w, height});
}

}  // namespace hallpass
