#include <algorithm>

#include "kiosk/exchange/code_list.h"
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/limits.h"
#include "tests/fuzz/code_target.h"
#include "tests/fuzz/lists.h"

namespace tests {
namespace {

using hallpass::LineFate;

hallpass::PassType fuzzedType(const char* shape, hallpass::CaseRule rule) {
  hallpass::PassType type;
  type.title = "Fuzzed";
  type.shapes.emplace_back(shape);
  type.shapeHint = "of the usual shape";
  type.caseRule = rule;
  type.codeHeaders = {"promo code", "training key", "code"};
  return type;
}

std::int64_t countOf(const std::vector<hallpass::LineNote>& notes, LineFate fate) {
  return std::count_if(notes.begin(), notes.end(),
                       [&](const hallpass::LineNote& note) { return note.fate == fate; });
}

void checkCode(const hallpass::NewCode& code, const hallpass::CodeList& list,
               const hallpass::PassType& type) {
  const std::string& text = code.code.reveal();
  must(!text.empty(), "a code is not empty");
  checkText(text, hallpass::kLongestCode);
  must(code.identity == type.identity(text), "a code has its identity");
  if (!type.hasShape(text)) return;
  for (const hallpass::LineNote& note : list.notes) {
    must(note.what.find(text) == std::string::npos, "a note never holds a code");
  }
}

/// What was read, written as a file of one column, is read again the same.
void checkAgain(const hallpass::CodeList& list, const hallpass::PassType& type) {
  std::vector<std::vector<std::string>> rows{{"Code"}};
  std::vector<std::string> texts;
  for (const hallpass::NewCode& code : list.codes) {
    const std::string& text = code.code.reveal();
    if (type.hasShape(text)) texts.push_back(text);
  }
  if (texts.empty()) return;
  for (const std::string& text : texts) rows.push_back({text});
  const auto table = hallpass::readTable(hallpass::writeCsv(rows));
  must(table.ok(), "a list that was written here is a table");
  const auto again = hallpass::readCodes(*table, type, kListsRead);
  must(again.ok(), "a list that was written here holds codes");
  must(again->codes.size() == texts.size(), "as many codes come back as were written");
  for (std::size_t at = 0; at < texts.size(); ++at) {
    must(again->codes[at].code.reveal() == texts[at], "a code comes back as it was written");
  }
}

void checkAs(const hallpass::Table& table, const hallpass::PassType& type) {
  const auto list = hallpass::readCodes(table, type, kListsRead);
  if (!list) return checkProblem(list.error());
  ToldLines lines(table);
  std::set<std::string> identities;
  for (const hallpass::NewCode& code : list->codes) {
    lines.tell(code.line);
    must(identities.insert(code.identity).second, "no two codes are one");
    checkCode(code, *list, type);
  }
  lines.tell(list->notes);
  must(lines.silent() <= 1 || lines.all() <= 3 || !list->codes.empty(),
       "only the heading is passed over in silence");
  must(countOf(list->notes, LineFate::Rejected) == list->rejected, "what is rejected is told");
  must(countOf(list->notes, LineFate::Duplicate) == list->duplicate, "what is double is told");
  must(countOf(list->notes, LineFate::Odd) == list->odd, "what is odd is told");
  checkAgain(*list, type);
}

}  // namespace

void checkCodes(const hallpass::Table& table) {
  static const hallpass::PassType kLoose =
      fuzzedType("[A-Z0-9]{18}|[A-Z0-9]{5}(-[A-Z0-9]{5}){4}", hallpass::CaseRule::Insensitive);
  static const hallpass::PassType kStrict =
      fuzzedType("[0-9A-Fa-f]{8}", hallpass::CaseRule::Sensitive);
  checkAs(table, kLoose);
  checkAs(table, kStrict);
}

}  // namespace tests
