#include "platform/os/process.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace platform {

void keepPrivate() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::umask(077);
}

}  // namespace platform
