#pragma once

#include <csignal>

#include "kiosk/domain/stock.h"

namespace hallpass {

/// Takes the first Ctrl-C (or a request to terminate) as a wish to stop in order, for as long as it
/// lives; a second one ends the process as usual. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] static bool asked();

 private:
  struct sigaction oldInterrupt_ {};
  struct sigaction oldTerminate_ {};
};

/// Shows "what: 12000 of 100000" in place on stderr, where that is a terminal, and answers whether
/// to go on.
[[nodiscard]] Progress progressOnTerminal(const char* what);

}  // namespace hallpass
