#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/domain/figures.h"
#include "kiosk/domain/stock.h"
#include "platform/base/clock.h"

namespace hallpass {

/// How far a student is.
enum class Progressed : std::uint8_t { Worked, HasCode, Stuck, NotYet };

/// "Worked", "Has a code", "Stuck", "Not yet": as the report says it, in the language that is set.
[[nodiscard]] std::string_view title(Progressed state);

/// What a class report says. All texts are ready to be read; a code in it is masked.
struct ClassReport {
  struct Person {
    std::string name;
    Progressed state = Progressed::NotYet;
    std::string code;  ///< Masked; "" = none.
    std::string takenAt;
    std::string outcome;  ///< "Blank page"; "" = nothing said.
  };
  struct Swap {
    std::string name;
    std::string from;  ///< The code that did not work, masked,
    std::string to;    ///< and the one for it.
    std::string cause;
    std::string at;
  };

  std::string classTitle;
  std::string passTitle;
  std::string window;  ///< "From ... until ..."
  std::string madeAt;
  platform::UtcTime made;
  std::string program;  ///< "Hallpass 0.1.0"
  ClassFigures figures;
  StockCount stock;  ///< Of the class's pass type.
  std::vector<Person> people;
  std::vector<Swap> swaps;
  std::int64_t events = 0;  ///< Of the journal,
  std::string head;         ///< and the hash of its last one.
};

/// The report as a PDF of A4 pages: progress, figures, stock, students, swaps, head of the journal.
/// Twenty students and a few swaps stand on one page. Readable in greyscale. In the language that
/// is set.
[[nodiscard]] std::string writeClassReport(const ClassReport& report);

}  // namespace hallpass
