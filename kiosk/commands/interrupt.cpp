#include "kiosk/commands/interrupt.h"

#include <unistd.h>

#include <cstdio>

namespace hallpass {
namespace {

volatile std::sig_atomic_t stopAsked = 0;

void noteStop(int /*signal*/) { stopAsked = 1; }

void listen(int signal, struct sigaction& old) {
  struct sigaction action {};
  action.sa_handler = noteStop;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(signal, nullptr, &old);
  // Started with it ignored, as by nohup: so it stays.
  if (old.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  stopAsked = 0;
  listen(SIGINT, oldInterrupt_);
  listen(SIGTERM, oldTerminate_);
  // A parent may have left them blocked: then nobody could stop an import.
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGINT);
  sigaddset(&both, SIGTERM);
  pthread_sigmask(SIG_UNBLOCK, &both, nullptr);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &oldInterrupt_, nullptr);
  sigaction(SIGTERM, &oldTerminate_, nullptr);
}

bool Interrupt::asked() { return stopAsked != 0; }

Progress progressOnTerminal(const char* what) {
  const bool shown = ::isatty(STDERR_FILENO) == 1;
  return [what, shown](std::int64_t done, std::int64_t total) {
    if (shown) {
      const bool end = done >= total;
      std::fprintf(stderr, "\r%s: %lld of %lld%s", what, static_cast<long long>(done),
                   static_cast<long long>(total), end ? "\n" : "");
      std::fflush(stderr);
    }
    return !Interrupt::asked();
  };
}

}  // namespace hallpass
