#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hallpass {

/// Why a whole file gives nothing. Nothing of it was taken.
enum class ListRefusal : std::uint8_t {
  Empty,        ///< No byte of text in it, or only blank lines.
  TooLarge,     ///< Over a limit of limits.h: bytes, cells, columns, or what a zip unpacks to.
  NotAList,     ///< Not text and not a workbook: a PDF, a picture, a program, a web page.
  OldWorkbook,  ///< A workbook of the old binary kind (.xls), or one with a password.
  NoWorkbook,   ///< A zip archive without an .xlsx workbook in it.
  Damaged,      ///< A workbook of which a part is missing or broken.
  NoCodes,      ///< No column that holds codes.
  NoStudents,   ///< No column that holds names.
  NoOrders,     ///< No columns that hold orders, or one of them is missing.
  Cancelled,    ///< The person stopped it.
};

/// "NoCodes": the word that --json prints.
[[nodiscard]] std::string_view name(ListRefusal refusal);

/// A refusal and what to say about it.
struct ListProblem {
  ListRefusal why = ListRefusal::NotAList;
  std::string sentence;  ///< For a person: what is, and what to do. Never holds a cell of the file.
};

/// The problem `why` in its usual words. For NoCodes see code_list.h: its words name what was
/// looked for.
[[nodiscard]] ListProblem problem(ListRefusal why);

}  // namespace hallpass
