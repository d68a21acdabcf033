// What did not work: where, what the student sees, or a word of it.
#include <algorithm>
#include <string>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/typed_field.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trn;

std::vector<Entry> entriesOf(const std::vector<Symptom>& symptoms, const Reading& reading) {
  std::vector<Entry> entries;
  entries.reserve(symptoms.size());
  for (const Symptom& symptom : symptoms) {
    entries.push_back({"answer-" + symptom.id, guideText(symptom.title, reading), {}});
  }
  return entries;
}

/// As many as there is room for; where there are more, the last place says so.
std::optional<Intent> drawFound(Page& page, const Rect& area, const LookUpView& view) {
  std::optional<Intent> intent;
  const std::vector<Entry> all = entriesOf(view.found, view.reading);
  const float gap = page.px(kGap);
  const float height = std::min(page.px(17), area.h);
  const std::size_t columns = page.metrics().portrait() ? 1 : 2;
  const auto rows =
      std::max<std::size_t>(1, static_cast<std::size_t>((area.h + gap) / (height + gap)));
  const std::size_t places = columns * rows;
  const std::size_t shown = all.size() > places ? places - 1 : all.size();
  for (std::size_t i = 0; i <= shown && i < all.size(); ++i) {
    const Rect column = area.column(i % columns, columns, gap);
    const std::size_t row = i / columns;
    const Rect place{column.x, area.y + static_cast<float>(row) * (height + gap), column.w, height};
    if (i == shown) {
      page.text(
          place.inset(page.px(5), 0),
          trn("{n} more: type on", "{n} more: type on",
              static_cast<std::int64_t>(all.size() - shown)),
          {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left, Down::Middle});
    } else if (drawEntry(page, place, all[i])) {
      intent = Intent{Intent::Act::Pick, {}, i};
    }
  }
  return intent;
}

}  // namespace

std::optional<Intent> draw(Page& page, const WentWrongView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Where did it go wrong?"), true);
  const Rect search = rest.cutBottom(page.px(kActionHeight), page.px(5));
  if (page.button(search, {"search", tr("Find it by a word"), ButtonKind::Secondary, true},
                  Icon::Pen)) {
    intent = Intent{Intent::Act::Search, {}};
  }
  std::vector<Entry> entries;
  for (const Stage stage : view.stages) {
    entries.push_back({"stage-" + std::string(name(stage)), tr(std::string(title(stage))), {}});
  }
  if (const auto picked = drawEntries(page, rest, entries)) {
    intent = Intent{Intent::Act::Pick, {}, *picked};
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const SymptomsView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("What do you see?"), true);
  if (view.others) {
    const Rect place = rest.cutBottom(page.px(kActionHeight), page.px(5));
    if (page.button(place, {"others", tr("Something else"), ButtonKind::Secondary, true})) {
      intent = Intent{Intent::Act::Others, {}};
    }
  }
  if (!page.metrics().tight()) {
    const TextStyle style{TextSize::Button, Face::Regular, page.theme().textSecondary,
                          Across::Left,     Down::Middle,  true};
    page.text(rest.cutTop(page.px(11), page.px(3)), guideText(view.title, view.reading), style);
  }
  if (const auto picked = drawEntries(page, rest, entriesOf(view.symptoms, view.reading))) {
    intent = Intent{Intent::Act::Pick, {}, *picked};
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const LookUpView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Find it by a word"), true);
  drawTypedField(page, cutTypedField(page, rest), view.typed, tr("A word of what you see"));
  if (auto typed = drawKeyboard(page, rest, {Keyboard::Search, view.typed})) {
    intent = typed;
  }
  if (!view.found.empty()) {
    if (auto picked = drawFound(page, rest, view)) intent = picked;
    return intent;
  }
  page.text(
      rest,
      view.enough ? tr("Nothing here has that word. Try another one, or go back and choose "
                       "where it went wrong.")
                  : tr("Type a word of the message on your screen, such as \"used\" or "
                       "\"card\"."),
      {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Centre, Down::Middle});
  return intent;
}

}  // namespace hallpass
