#include "platform/base/sodium.h"

#include <sodium.h>

#include <cstdlib>

namespace platform {

void startSodium() {
  if (sodium_init() < 0) std::abort();
}

}  // namespace platform
