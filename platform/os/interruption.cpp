#include "platform/os/interruption.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace platform {

Interruption::Interruption() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Interruption::~Interruption() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Interruption::ask() {
  asked_ = true;
  const std::uint64_t one = 1;
  // A counter that is full can be read from already.
  if (descriptor_ >= 0 && ::write(descriptor_, &one, sizeof one) < 0) return;
}

}  // namespace platform
