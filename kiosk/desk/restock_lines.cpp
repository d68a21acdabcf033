#include "kiosk/desk/restock_lines.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include "kiosk/desk/redeem_by.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trc;
using platform::trn;

constexpr const char* kScreen = "restock-lines";

struct Words {
  std::string_view id;
  const char* label;
  const char* lead;
};

// TRANSLATORS: kinds of codes or lines: on a button, then what is said of them
constexpr std::array<Words, kIntakeParts.size()> kWords{{
    {"new", noted("New codes"), noted("These go into stock.")},
    {"duplicate", noted("Duplicates"), noted("Each of these codes counts once.")},
    {"in-stock", noted("Known here"), noted("These came in before and are not added again.")},
    {"odd", noted("Unusual"),
     noted("These are taken. Compare them with the list as it was sent: a letter may be missing.")},
    {"rejected", noted("Left out"),
     noted("These lines are not taken. Mend the list, or type these codes.")},
    {"remark", noted("Remarks"), noted("What the list says beside its codes.")},
}};

const Words& wordsOf(IntakePart part) { return kWords[static_cast<std::size_t>(part)]; }

LineFate fateOf(IntakePart part) {
  if (part == IntakePart::Duplicate) return LineFate::Duplicate;
  if (part == IntakePart::Odd) return LineFate::Odd;
  if (part == IntakePart::Rejected) return LineFate::Rejected;
  return LineFate::Remark;
}

std::vector<LineNote> notesOf(const Intake& intake, LineFate fate) {
  std::vector<LineNote> notes;
  std::copy_if(intake.list.notes.begin(), intake.list.notes.end(), std::back_inserter(notes),
               [&](const LineNote& note) { return note.fate == fate; });
  return notes;
}

/// How many codes of each line came in before.
std::map<int, std::int64_t> knownByLine(const Intake& intake) {
  std::map<int, std::int64_t> known;
  for (const int line : intake.report.inStockAlready) ++known[line];
  return known;
}

std::vector<LineNote> knownNotes(const Intake& intake) {
  std::vector<LineNote> notes;
  for (const auto& [line, count] : knownByLine(intake)) {
    notes.push_back({line, trn("The code of this line came in before.",
                               "{n} codes of this line came in before.", count)});
  }
  return notes;
}

TableRow newRow(const NewCode& code) {
  return {{std::to_string(code.line), code.code.masked(),
           code.redeemBy ? redeemByText(*code.redeemBy) : ""},
          Sign::None,
          false};
}

/// The stock tells lines, not codes: where a line has new codes and known ones, which they are is
/// not said.
std::vector<TableRow> newRows(const Intake& intake) {
  std::map<int, std::int64_t> codesOn;
  for (const NewCode& code : stockRows(intake)) ++codesOn[code.line];
  auto known = knownByLine(intake);
  std::vector<TableRow> rows;
  for (const NewCode& code : intake.list.codes) {
    const std::int64_t before = known[code.line];
    const std::int64_t fresh = codesOn[code.line] - before;
    if (before == 0) rows.push_back(newRow(code));
    if (before == 0 || fresh == 0) continue;
    rows.push_back({{std::to_string(code.line), trn("{n} new code", "{n} new codes", fresh), ""},
                    Sign::None,
                    false});
    codesOn[code.line] = before;  // Said once.
  }
  return rows;
}

}  // namespace

std::string_view id(IntakePart part) { return wordsOf(part).id; }

std::string_view label(IntakePart part) { return tr(wordsOf(part).label); }

std::string_view title(IntakePart part) {
  switch (part) {
    case IntakePart::New:
      return trc("codes", "new");
    case IntakePart::Duplicate:
      return trc("codes", "duplicate");
    case IntakePart::InStock:
      return trc("codes", "known here");
    case IntakePart::Odd:
      return trc("codes", "unusual");
    case IntakePart::Rejected:
      return trc("lines", "left out");
    case IntakePart::Remark:
      break;
  }
  return trc("lines", "remarks");
}

std::int64_t countOf(const Intake& intake, IntakePart part) {
  switch (part) {
    case IntakePart::New:
      return intake.report.added;
    case IntakePart::Duplicate:
      return intake.list.duplicate;
    case IntakePart::InStock:
      return std::ssize(intake.report.inStockAlready);
    case IntakePart::Odd:
      return intake.list.odd;
    case IntakePart::Rejected:
      return intake.list.rejected;
    case IntakePart::Remark:
      break;
  }
  return std::ssize(notesOf(intake, LineFate::Remark));
}

Lines linesOf(const Intake& intake, IntakePart part) {
  const std::string heading =
      filled("{label}: {number}",
             {{"label", label(part)}, {"number", std::to_string(countOf(intake, part))}});
  Lines lines;
  if (part == IntakePart::New) {
    lines = Lines{kScreen,
                  heading,
                  "",
                  {{tr("Line"), 1}, {tr("Code"), 3}, {tr("Redeem by"), 3}},
                  newRows(intake)};
  } else if (part == IntakePart::InStock) {
    lines = noteLines(kScreen, heading, knownNotes(intake));
  } else {
    lines = noteLines(kScreen, heading, notesOf(intake, fateOf(part)));
  }
  lines.lead = tr(wordsOf(part).lead);
  return lines;
}

}  // namespace hallpass
