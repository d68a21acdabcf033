#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#define HALLPASS_LOOKS_FOR_LEAKS
#endif
#endif

namespace tests {

/// While this is there, nobody looks whether what is allocated is freed: Mesa, where it draws
/// without a card, loses a hundred bytes with each window that it drew in.
class ForeignLeaks {
 public:
#ifdef HALLPASS_LOOKS_FOR_LEAKS
  ForeignLeaks() { __lsan_disable(); }
  ~ForeignLeaks() { __lsan_enable(); }
#else
  ForeignLeaks() = default;
  ~ForeignLeaks() {}  // NOLINT(modernize-use-equals-default): a variable of it is used.
#endif
  ForeignLeaks(const ForeignLeaks&) = delete;
  ForeignLeaks& operator=(const ForeignLeaks&) = delete;
};

}  // namespace tests
