#include "kiosk/ui/view_texts.h"

namespace hallpass {
namespace {

struct Texts {
  std::string all;

  void add(const DeskButton& button) { all += button.label; }

  void add(const std::optional<DeskButton>& button) {
    if (button) add(*button);
  }

  void add(const FormView& form) {
    for (const FormField& field : form.fields) {
      all += field.label + field.value + field.whenEmpty + field.mistake;
      for (const std::string& choice : field.choices) all += choice;
    }
  }

  void add(const TableView& table) {
    all += table.whenEmpty;
    for (const TableColumn& column : table.columns) all += column.title;
    for (const TableRow& row : table.rows) {
      for (const std::string& cell : row.cells) all += cell;
    }
  }

  void add(const ColumnsView& columns) {
    all += columns.sentence;
    for (const PictureColumn& column : columns.columns) all += column.label;
  }

  void operator()(const DeskView& view) {
    all += view.title + view.lead;
    for (const Fact& fact : view.route) all += fact.value + fact.label;
    for (const Fact& fact : view.facts) all += fact.value + fact.label;
    if (view.columns) add(*view.columns);
    if (view.course) all += view.course->sentence + view.course->from + view.course->until;
    for (const DeskButton& button : view.buttons) add(button);
    if (view.form) add(*view.form);
    if (view.table) add(*view.table);
    add(view.other);
    add(view.main);
  }

  void operator()(const NoticeView& view) {
    all += view.headline + view.detail + view.secret + view.qrLabel;
    add(view.other);
    add(view.main);
  }

  void operator()(const WorkingView& view) { all += view.title; }

  void operator()(const EditView& view) {
    all += view.title + view.hint + view.typed + view.mistake;
  }

  void operator()(const PinView& view) {
    all += view.title + view.lead;
    for (const DeskButton& button : view.buttons) add(button);
  }

  void operator()(const FrontView& view) {
    all += view.classTitle + view.state + view.outlook;
    for (const FrontView::Line& line : view.lines) all += line.sentence + line.button;
    add(view.other);
    add(view.main);
  }

  template <class OfVisit>
  void operator()(const OfVisit& /*unused*/) {}
};

}  // namespace

std::string textsOf(const ScreenView& screen) {
  Texts texts;
  std::visit(texts, screen);
  return std::move(texts.all);
}

}  // namespace hallpass
