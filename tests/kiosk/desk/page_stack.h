#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "tests/kiosk/desk/desk_room.h"
#include "tests/kiosk/desk/view_texts.h"

namespace tests {

/// Pages that lie over each other as on the desk, without its door and clock. What is touched must
/// be on the view that is shown.
class PageStack {
 public:
  using Act = hallpass::Intent::Act;

  PageStack(DeskRoom& room, std::unique_ptr<hallpass::DeskPage> page) : room_(room) {
    pages_.push_back(std::move(page));
    pages_.back()->refresh();
  }

  [[nodiscard]] hallpass::ScreenView view() const { return pages_.back()->view(); }
  template <class View>
  [[nodiscard]] View on() const {
    const auto shown = view();
    INFO(joinedTexts(shown));
    REQUIRE(std::holds_alternative<View>(shown));
    return std::get<View>(shown);
  }
  [[nodiscard]] hallpass::DeskView desk() const { return on<hallpass::DeskView>(); }
  [[nodiscard]] std::string screen() const {
    const auto shown = view();
    if (const auto* desk = std::get_if<hallpass::DeskView>(&shown)) return desk->screen;
    if (const auto* notice = std::get_if<hallpass::NoticeView>(&shown)) return notice->screen;
    if (std::holds_alternative<hallpass::EditView>(shown)) return "edit";
    return std::holds_alternative<hallpass::WorkingView>(shown) ? "working" : "another";
  }
  /// The cells of the table's rows, each row's joined by " | ".
  [[nodiscard]] std::vector<std::string> rows() const {
    const auto shown = desk();
    std::vector<std::string> lines;
    if (!shown.table) return lines;
    for (const auto& row : shown.table->rows) {
      std::string line;
      for (const std::string& cell : row.cells) line += (line.empty() ? "" : " | ") + cell;
      lines.push_back(line);
    }
    return lines;
  }
  /// The first cell of each row.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> firsts;
    const auto shown = desk();
    for (const auto& row : shown.table.value().rows) firsts.push_back(row.cells.front());
    return firsts;
  }
  [[nodiscard]] hallpass::FormField field(const std::string& id) const {
    return desk().form.value().fields.at(indexOf(id));
  }

  void act(Act act, std::size_t index = 0, std::size_t option = 0) {
    take(pages_.back()->handle({act, "", index, option}));
  }
  /// Touches the button of that id, wherever it is.
  void touch(const std::string& id) {
    const auto shown = view();
    INFO("touch " << id << " on " << joinedTexts(shown));
    if (const auto* desk = std::get_if<hallpass::DeskView>(&shown)) {
      for (std::size_t at = 0; at < desk->buttons.size(); ++at) {
        if (desk->buttons[at].id == id) return act(Act::Press, at);
      }
      return touchAction(id, desk->main, desk->other);
    }
    const auto notice = std::get<hallpass::NoticeView>(shown);
    touchAction(id, notice.main, notice.other);
  }
  void choose(const std::string& id, const std::string& label) {
    const auto& choices = field(id).choices;
    for (std::size_t option = 0; option < choices.size(); ++option) {
      if (choices[option] == label) return act(Act::Choose, indexOf(id), option);
    }
    INFO(joinedTexts(view()));
    FAIL("no choice " + label + " of " + id);
  }
  /// Touches a field, and types `text` instead of what stands there.
  void fill(const std::string& id, const std::string& text) {
    act(Act::Focus, indexOf(id));
    REQUIRE(screen() == "edit");
    type(text);
  }
  /// Types `text` on the screen for typing and is done.
  void type(const std::string& text) {
    while (!on<hallpass::EditView>().typed.empty()) act(Act::Erase);
    take(pages_.back()->handle({Act::Type, text, 0, 0}));
    act(Act::Submit);
  }
  void typeKey(const std::string& key) { take(pages_.back()->handle({Act::Type, key, 0, 0})); }
  void open(std::size_t row) { act(Act::Open, row); }
  void back() { act(Act::Back); }
  void refresh() { pages_.back()->refresh(); }

  /// Lets time pass, as the desk does again and again.
  void tick() { take(pages_.back()->next()); }

  /// Waits for the work that runs, or the PIN that is compared, and takes what it leads to.
  void finishWork() {
    while (working()) {
      room_.bell().wait();
      room_.worker().collect();
      take(pages_.back()->next());
    }
  }

  /// The last step that leaves these pages; Left is none of them.
  template <class StepKind>
  [[nodiscard]] const StepKind& left() const {
    REQUIRE(std::holds_alternative<StepKind>(leaving_));
    return std::get<StepKind>(leaving_);
  }
  [[nodiscard]] bool hasLeft() const {
    return !std::holds_alternative<hallpass::StayHere>(leaving_);
  }

 private:
  [[nodiscard]] bool working() const {
    const auto shown = view();
    const auto* pin = std::get_if<hallpass::PinView>(&shown);
    return std::holds_alternative<hallpass::WorkingView>(shown) ||
           (pin != nullptr && pin->checking);
  }
  [[nodiscard]] std::size_t indexOf(const std::string& id) const {
    const auto shown = desk();
    const auto& fields = shown.form.value().fields;
    for (std::size_t at = 0; at < fields.size(); ++at) {
      if (fields[at].id == id) return at;
    }
    INFO(joinedTexts(view()));
    FAIL("no field " + id);
    return 0;
  }
  void touchAction(const std::string& id, const std::optional<hallpass::DeskButton>& main,
                   const std::optional<hallpass::DeskButton>& other) {
    if (main && main->id == id) {
      REQUIRE(main->enabled);
      return act(Act::Main);
    }
    REQUIRE((other && other->id == id));
    act(Act::Other);
  }
  void take(hallpass::Step step) {
    if (auto* opened = std::get_if<hallpass::OpenPage>(&step)) {
      pages_.push_back(std::move(opened->page));
      pages_.back()->refresh();
    } else if (auto* replaced = std::get_if<hallpass::ReplacePage>(&step)) {
      pages_.back() = std::move(replaced->page);
      pages_.back()->refresh();
    } else if (std::holds_alternative<hallpass::GoBack>(step) && pages_.size() > 1) {
      pages_.pop_back();
      pages_.back()->refresh();
    } else if (!std::holds_alternative<hallpass::StayHere>(step)) {
      leaving_ = std::move(step);
    }
  }

  DeskRoom& room_;
  std::vector<std::unique_ptr<hallpass::DeskPage>> pages_;
  hallpass::Step leaving_ = hallpass::StayHere{};
};

}  // namespace tests
