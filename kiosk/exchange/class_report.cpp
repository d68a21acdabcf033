#include "kiosk/exchange/class_report.h"

#include <algorithm>
#include <array>

#include "kiosk/exchange/paper.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trn;

constexpr double kPaperMargin = 42;
constexpr double kInner = Paper::kWidth - 2 * kPaperMargin;
constexpr double kFooterTop = Paper::kHeight - 46;
constexpr double kRow = 16;
constexpr double kSign = 3.6;  ///< Radius of a state's sign.

using At = TextLook::At;

constexpr std::array kStates{Progressed::Worked, Progressed::HasCode, Progressed::Stuck,
                             Progressed::NotYet};

std::int64_t countOf(const ClassFigures& figures, Progressed state) {
  switch (state) {
    case Progressed::Worked:
      return figures.worked;
    case Progressed::HasCode:
      return figures.silent;
    case Progressed::Stuck:
      return figures.stuck;
    case Progressed::NotYet:
      break;
  }
  return figures.without;
}

/// "Stuck: 3"
std::string numbered(std::string_view title, std::int64_t count) {
  return filled(tr("{title}: {count}"), {{"title", title}, {"count", std::to_string(count)}});
}

/// Column of the students' table: where it begins and how wide it is, of kInner.
struct Column {
  const char* title;
  double x;
  double width;
};
constexpr std::array<Column, 5> kColumns{{{noted("Student"), 0, 178},
                                          {noted("State"), 184, 78},
                                          {noted("Code"), 266, 66},
                                          {noted("Taken"), 338, 92},
                                          {noted("Said"), 434, 77}}};

/// Draws the report from top to bottom, and begins a page where one is full.
class Writer {
 public:
  /// `pages` is how many there are in all, for the footer; 0 while they are being counted.
  Writer(const ClassReport& report, int pages)
      : report_(report),
        pages_(pages),
        paper_(filled(tr("Class report: {title}"), {{"title", report.classTitle}}), report.program,
               report.made) {}

  std::string run() {
    heading();
    progress();
    facts();
    people();
    swaps();
    journal();
    footer();
    return paper_.finish();
  }

  [[nodiscard]] int page() const { return page_; }

 private:
  void heading() {
    paper_.fill({0, 0, Paper::kWidth, 7}, Ink::Primary);
    y_ = 26;
    paper_.line({kPaperMargin, y_, kInner / 2, 12}, tr("Class report"),
                {9, Ink::Secondary, Typeface::Bold});
    paper_.line({kPaperMargin + kInner / 2, y_, kInner / 2, 12},
                filled(tr("Made {time}"), {{"time", report_.madeAt}}),
                {9, Ink::Secondary, Typeface::Regular, At::Right});
    y_ += 16;
    paper_.line({kPaperMargin, y_, kInner, 30}, report_.classTitle,
                {22, Ink::Text, Typeface::Bold});
    y_ += 32;
    paper_.line({kPaperMargin, y_, kInner, 14}, report_.passTitle + "  ·  " + report_.window,
                {10, Ink::Secondary});
    y_ += 26;
  }

  /// The picture of the class: one bar, as wide as the page, of four parts.
  void progress() {
    const ClassFigures& figures = report_.figures;
    const Area bar{kPaperMargin, y_, kInner, 26};
    paper_.fill(bar, Ink::White);
    double x = bar.x;
    for (const Progressed state : kStates) {
      if (figures.students == 0) break;
      const auto share =
          static_cast<double>(countOf(figures, state)) / static_cast<double>(figures.students);
      part({x, bar.y, bar.width * share, bar.height}, state);
      x += bar.width * share;
    }
    paper_.outline(bar, Ink::Text);
    if (figures.students == 0) {
      paper_.line(bar, tr("Nobody is on the list yet"),
                  {10, Ink::Secondary, Typeface::Regular, At::Middle});
    }
    y_ += bar.height + 8;
    legend();
  }

  void part(const Area& area, Progressed state) {
    if (area.width <= 0) return;
    pattern(area, state);
    paper_.outline(area, Ink::Text);
    const std::string number = std::to_string(countOf(report_.figures, state));
    const bool onDark = state == Progressed::Worked;
    const TextLook look{12, onDark ? Ink::White : Ink::Text, Typeface::Bold, At::Middle};
    const double width = paper_.widthOf(number, look) + 8;
    if (width > area.width) return;
    if (state == Progressed::Stuck) {
      paper_.fill({area.x + (area.width - width) / 2, area.y + 5, width, area.height - 10},
                  Ink::White, 3);
    }
    paper_.line(area, number, look);
  }

  void pattern(const Area& area, Progressed state) {
    switch (state) {
      case Progressed::Worked:
        return paper_.fill(area, Ink::Primary);
      case Progressed::HasCode:
        return paper_.fill(area, Ink::Tint);
      case Progressed::Stuck:
        paper_.fill(area, Ink::Accent);
        return paper_.hatch(area, Ink::Text);
      case Progressed::NotYet:
        break;
    }
    paper_.fill(area, Ink::White);
  }

  void legend() {
    double x = kPaperMargin;
    for (const Progressed state : kStates) {
      const Area swatch{x, y_ + 2, 14, 9};
      pattern(swatch, state);
      paper_.outline(swatch, Ink::Text);
      const std::string label = numbered(title(state), countOf(report_.figures, state));
      const TextLook look{9.5};
      paper_.line({x + 19, y_, 130, 13}, label, look);
      x += 19 + paper_.widthOf(label, look) + 22;
    }
    paper_.line({kPaperMargin, y_, kInner, 13},
                trn("{n} student", "{n} students", report_.figures.students),
                {9.5, Ink::Text, Typeface::Bold, At::Right});
    y_ += 24;
  }

  /// What is stuck on what, and where the codes are.
  void facts() {
    const Area panel{kPaperMargin, y_, kInner, 44};
    paper_.fill(panel, Ink::Panel, 4);
    const TextLook look{9.5, Ink::Text, Typeface::Bold};
    const double label =
        std::max({44.0, paper_.widthOf(tr("Codes"), look), paper_.widthOf(tr("Stuck"), look)});
    fact({kPaperMargin + 10, panel.y + 6, label, 15}, tr("Codes"), stockLine());
    fact({kPaperMargin + 10, panel.y + 23, label, 15}, tr("Stuck"), stuckLine());
    y_ += panel.height + 14;
  }

  void fact(const Area& area, std::string_view label, const std::string& text) {
    paper_.line(area, label, {9.5, Ink::Text, Typeface::Bold});
    const double x = area.x + area.width + 2;
    paper_.line({x, area.y, kPaperMargin + kInner - 10 - x, 15}, text, {9.5});
  }

  [[nodiscard]] std::string stockLine() const {
    const StockCount& stock = report_.stock;
    const auto text = [](std::int64_t count) { return std::to_string(count); };
    return filled(tr("{loaded} loaded = {stock} in stock + {claimed} claimed + {quarantined} "
                     "quarantined + {expired} expired + {returned} returned"),
                  {{"loaded", text(stock.loaded)},
                   {"stock", text(stock.inStock)},
                   {"claimed", text(stock.claimed)},
                   {"quarantined", text(stock.quarantined)},
                   {"expired", text(stock.expired)},
                   {"returned", text(stock.returned)}});
  }

  [[nodiscard]] std::string stuckLine() const {
    std::string text;
    for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
      const std::int64_t count = report_.figures.byOutcome[i];
      if (kOutcomes[i] == Outcome::Worked || count == 0) continue;
      const std::string next = numbered(title(kOutcomes[i]), count);
      text = text.empty() ? next : filled(tr("{list}, {next}"), {{"list", text}, {"next", next}});
    }
    return text.empty() ? tr("Nobody") : text;
  }

  void people() {
    if (report_.people.empty()) return;
    columnHeads();
    for (const ClassReport::Person& person : report_.people) {
      if (!fits(kRow)) {
        turn();
        columnHeads();
      }
      row(person);
    }
    y_ += 12;
  }

  void columnHeads() {
    for (const Column& column : kColumns) {
      paper_.line({kPaperMargin + column.x, y_, column.width, 14}, tr(column.title),
                  {9, Ink::Secondary, Typeface::Bold});
    }
    y_ += 15;
    paper_.rule(kPaperMargin, y_, kInner, Ink::Text);
  }

  void row(const ClassReport::Person& person) {
    const std::array<std::string_view, 5> cells{person.name, title(person.state), person.code,
                                                person.takenAt, person.outcome};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double indent = i == 1 ? 2 * kSign + 5 : 0;
      const Typeface face = i == 2 ? Typeface::Code : Typeface::Regular;
      paper_.line({kPaperMargin + kColumns[i].x + indent, y_, kColumns[i].width - indent, kRow},
                  cells[i], {9, Ink::Text, face});
    }
    sign(kPaperMargin + kColumns[1].x + kSign, y_ + kRow / 2, person.state);
    y_ += kRow;
    paper_.rule(kPaperMargin, y_, kInner, Ink::Panel);
  }

  void sign(double x, double y, Progressed state) {
    if (state == Progressed::Stuck) return paper_.fillTriangle(x, y, kSign, Ink::Text);
    if (state == Progressed::Worked) {
      paper_.fillCircle(x, y, kSign, Ink::Primary);
      return paper_.tick(x, y, kSign, Ink::White);
    }
    if (state == Progressed::HasCode) paper_.fillHalfCircle(x, y, kSign, Ink::Primary);
    paper_.outlineCircle(x, y, kSign, Ink::Text);
  }

  void swaps() {
    if (report_.swaps.empty()) return;
    if (!fits(2 * kRow)) turn();
    sectionHead(tr("Swapped codes"));
    for (const ClassReport::Swap& swap : report_.swaps) {
      if (!fits(kRow)) turn();
      // TRANSLATORS: one code was given instead of another: "••••1234 for ••••5678"
      const std::string text =
          filled(tr("{old} for {new}"), {{"old", swap.from}, {"new", swap.to}}) + "  ·  " +
          swap.cause + "  ·  " + swap.at;
      paper_.line({kPaperMargin, y_, 178, kRow}, swap.name, {9});
      paper_.line({kPaperMargin + 184, y_, kInner - 184, kRow}, text, {9});
      y_ += kRow;
    }
    y_ += 12;
  }

  void sectionHead(std::string_view text) {
    paper_.line({kPaperMargin, y_, kInner, 14}, text, {9, Ink::Secondary, Typeface::Bold});
    y_ += 15;
    paper_.rule(kPaperMargin, y_, kInner, Ink::Text);
    y_ += 2;
  }

  /// Stands at the end of the last page: what the instructor keeps.
  void journal() {
    if (!fits(50)) turn();
    sectionHead(tr("For the instructor's records"));
    y_ += 2;
    y_ += paper_.paragraph(
        {kPaperMargin, y_, kInner, 0},
        trn("The journal of this device had {n} event when this report was made. Its head below "
            "proves later that none of them was cut off or changed: hallpass journal verify "
            "--head HEAD",
            "The journal of this device had {n} events when this report was made. Its head below "
            "proves later that none of them was cut off or changed: hallpass journal verify "
            "--head HEAD",
            report_.events),
        {8.5, Ink::Secondary});
    y_ += 3;
    paper_.line({kPaperMargin, y_, kInner, 13}, report_.head, {8.5, Ink::Text, Typeface::Code});
    y_ += 14;
  }

  void footer() {
    paper_.rule(kPaperMargin, kFooterTop, kInner, Ink::Line);
    paper_.line(
        {kPaperMargin, kFooterTop + 4, kInner, 14},
        report_.program + "  ·  " + tr("Codes are masked: no pass can be used from this page."),
        {8, Ink::Secondary});
    paper_.line({kPaperMargin, kFooterTop + 4, kInner, 14},
                filled(tr("Page {page} of {pages}"),
                       {{"page", std::to_string(page_)}, {"pages", std::to_string(pages_)}}),
                {8, Ink::Secondary, Typeface::Regular, At::Right});
  }

  [[nodiscard]] bool fits(double height) const { return y_ + height <= kFooterTop - 6; }

  void turn() {
    footer();
    paper_.nextPage();
    ++page_;
    paper_.fill({0, 0, Paper::kWidth, 7}, Ink::Primary);
    paper_.line({kPaperMargin, 26, kInner, 14}, report_.classTitle,
                {11, Ink::Text, Typeface::Bold});
    y_ = 50;
  }

  const ClassReport& report_;
  int pages_;
  int page_ = 1;
  double y_ = 0;
  Paper paper_;
};

}  // namespace

std::string_view title(Progressed state) {
  switch (state) {
    case Progressed::Worked:
      return tr("Worked");
    case Progressed::HasCode:
      return tr("Has a code");
    case Progressed::Stuck:
      return tr("Stuck");
    case Progressed::NotYet:
      break;
  }
  return tr("Not yet");
}

std::string writeClassReport(const ClassReport& report) {
  Writer counting(report, 0);
  (void)counting.run();
  return Writer(report, counting.page()).run();
}

}  // namespace hallpass
