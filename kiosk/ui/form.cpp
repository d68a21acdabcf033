#include "kiosk/ui/form.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/choice.h"
#include "kiosk/ui/flow.h"
#include "kiosk/ui/sign.h"

namespace hallpass {
namespace {

TextStyle labelStyle(const Page& page) {
  return {TextSize::Small, Face::SemiBold, page.theme().textSecondary, Across::Left, Down::Middle};
}

TextStyle mistakeStyle(const Page& page) {
  return {TextSize::Small, Face::SemiBold, page.theme().bad};
}

/// Where a label stands above its field.
bool stacked(const Page& page) { return page.metrics().portrait(); }

/// All labels of a form are as wide as its widest, so that the fields stand in one line.
float labelWidth(const Page& page, float width, const FormView& form) {
  float widest = 0;
  for (const FormField& field : form.fields) {
    widest = std::max(widest, page.textWidth(field.label, labelStyle(page)));
  }
  return std::min(widest + page.px(5), width * 0.34F);
}

float inputWidth(const Page& page, float width, const FormView& form) {
  return stacked(page) ? width : width - labelWidth(page, width, form);
}

std::vector<float> choiceWidths(const Page& page, const FormField& field) {
  std::vector<float> widths;
  for (const std::string& choice : field.choices) {
    widths.push_back(std::max(page.px(2 * kTarget), choiceWidth(page, choice)));
  }
  return widths;
}

float inputHeight(const Page& page, float width, const FormField& field) {
  if (field.choices.empty()) return page.px(kTarget);
  return flowHeight(width, choiceWidths(page, field), page.px(kTarget), page.px(kGap));
}

float mistakeHeight(const Page& page, float width, const FormField& field) {
  if (field.mistake.empty()) return 0;
  return signedHeight(page, width, Sign::Bad, field.mistake, mistakeStyle(page)) + page.px(2);
}

bool isTaken(const FormField& field, std::size_t choice) {
  return choice == field.chosen ||
         std::find(field.on.begin(), field.on.end(), choice) != field.on.end();
}

std::optional<Intent> drawChoices(Page& page, const Rect& area, const FormField& field,
                                  std::size_t index) {
  std::optional<Intent> intent;
  const std::vector<Rect> places =
      flow(area, choiceWidths(page, field), page.px(kTarget), page.px(kGap));
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    const std::string id = field.id + "-" + std::to_string(i + 1);
    if (drawChoice(
            page, places[i],
            {id, field.choices[i], field.label + ": " + field.choices[i], isTaken(field, i)})) {
      intent = Intent{Intent::Act::Choose, {}, index, i};
    }
  }
  return intent;
}

std::optional<Intent> drawTyped(Page& page, const Rect& area, const FormField& field,
                                std::size_t index) {
  const bool empty = field.value.empty();
  const std::string& shown = empty ? field.whenEmpty : field.value;
  bool pressed = false;
  const bool touched =
      page.touch(area,
                 {"field-" + field.id, field.label + (shown.empty() ? "" : ": " + shown), "field",
                  area, true, false},
                 pressed);
  const Theme& theme = page.theme();
  page.box(area, pressed ? theme.panel : theme.card,
           field.mistake.empty() ? theme.line : theme.bad);
  Rect inner = area.inset(page.px(4), 0);
  const float side = page.px(6);
  page.icon(inner.cutRight(side, page.px(3)).square(), Icon::Pen, theme.textSecondary);
  TextStyle style{TextSize::Body, Face::Regular, empty ? theme.textSecondary : theme.text,
                  Across::Left, Down::Middle};
  // Our own words are made smaller, what was typed keeps its size.
  (empty ? style.oneLine : style.shorten) = true;
  page.label(inner, shown, style);
  if (!touched) return std::nullopt;
  return Intent{Intent::Act::Focus, {}, index};
}

}  // namespace

float fieldHeight(const Page& page, float width, const FormView& form, std::size_t index) {
  const FormField& field = form.fields[index];
  const float input = inputWidth(page, width, form);
  const float label =
      stacked(page) ? page.textHeight(width, field.label, labelStyle(page)) + page.px(1) : 0;
  return label + inputHeight(page, input, field) + mistakeHeight(page, input, field);
}

std::optional<Intent> drawField(Page& page, const Rect& area, const FormView& form,
                                std::size_t index) {
  const FormField& field = form.fields[index];
  Rect rest = area;
  if (stacked(page)) {
    const float label = page.textHeight(area.w, field.label, labelStyle(page));
    page.text(rest.cutTop(label, page.px(1)), field.label, labelStyle(page));
  } else {
    Rect label = rest.cutLeft(labelWidth(page, area.w, form));
    label.w -= page.px(3);
    label.h = page.px(kTarget);
    page.text(label, field.label, labelStyle(page));
  }
  const Rect input = rest.cutTop(inputHeight(page, rest.w, field), page.px(2));
  const auto intent = field.choices.empty() ? drawTyped(page, input, field, index)
                                            : drawChoices(page, input, field, index);
  if (!field.mistake.empty()) drawSigned(page, rest, Sign::Bad, field.mistake, mistakeStyle(page));
  return intent;
}

}  // namespace hallpass
