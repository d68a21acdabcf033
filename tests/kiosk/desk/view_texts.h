#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/view.h"

namespace tests {

namespace detail {

inline void gather(std::vector<std::string>& texts, const hallpass::DeskButton& button) {
  texts.insert(texts.end(), {button.id, button.label});
}

inline void gather(std::vector<std::string>& texts, const hallpass::FormView& form) {
  for (const auto& field : form.fields) {
    texts.insert(texts.end(), {field.id, field.label, field.value, field.whenEmpty, field.mistake});
    texts.insert(texts.end(), field.choices.begin(), field.choices.end());
  }
}

inline void gather(std::vector<std::string>& texts, const hallpass::TableView& table) {
  for (const auto& column : table.columns) texts.push_back(column.title);
  for (const auto& row : table.rows) {
    texts.insert(texts.end(), row.cells.begin(), row.cells.end());
  }
  texts.push_back(table.whenEmpty);
}

inline void gather(std::vector<std::string>& texts, const hallpass::DeskView& view) {
  texts.insert(texts.end(), {view.screen, view.title, view.lead});
  for (const auto& fact : view.facts) texts.insert(texts.end(), {fact.value, fact.label});
  for (const auto& button : view.buttons) gather(texts, button);
  if (view.form) gather(texts, *view.form);
  if (view.table) gather(texts, *view.table);
  if (view.other) gather(texts, *view.other);
  if (view.main) gather(texts, *view.main);
}

inline void gather(std::vector<std::string>& texts, const hallpass::NoticeView& view) {
  texts.insert(texts.end(), {view.screen, view.headline, view.detail, view.qr, view.qrLabel});
  if (view.other) gather(texts, *view.other);
  if (view.main) gather(texts, *view.main);
}

inline void gather(std::vector<std::string>& texts, const hallpass::EditView& view) {
  texts.insert(texts.end(), {view.title, view.hint, view.typed, view.mistake});
}

inline void gather(std::vector<std::string>& texts, const hallpass::WorkingView& view) {
  texts.push_back(view.title);
}

template <class Other>
void gather(std::vector<std::string>&, const Other&) {}

}  // namespace detail

/// Every text that a view of the desk's shared kinds holds.
[[nodiscard]] inline std::vector<std::string> everyText(const hallpass::ScreenView& view) {
  std::vector<std::string> texts;
  std::visit([&](const auto& shown) { detail::gather(texts, shown); }, view);
  return texts;
}

[[nodiscard]] inline std::string joinedTexts(const hallpass::ScreenView& view) {
  std::string all;
  for (const std::string& text : everyText(view)) all += text + "\n";
  return all;
}

}  // namespace tests
