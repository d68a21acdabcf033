#include "platform/os/process.h"

#include <sys/resource.h>

namespace platform {

void forbidCoreDumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

}  // namespace platform
