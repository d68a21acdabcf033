#include "tests/kiosk/ledger/faults/tally.h"

#include <cstdio>
#include <cstdlib>

namespace tests {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  faults += other.faults;
  told += other.told;
  lost += other.lost;
  corrupt += other.corrupt;
  if (first.empty()) first = other.first;
  return *this;
}

void printHead(const std::string& title) {
  std::printf("%-44s %9s %13s %7s %8s\n", title.c_str(), "faults", "acknowledged", "lost",
              "corrupt");
}

void print(const std::string& name, const Tally& tally) {
  std::printf("%-44s %9lld %13lld %7lld %8lld\n", name.c_str(), tally.faults, tally.told,
              tally.lost, tally.corrupt);
  std::fflush(stdout);
}

long long wanted(const char* variable, long long otherwise) {
  if (const char* given = std::getenv(variable)) return std::atoll(given);
  return kSanitized ? otherwise / 10 : otherwise;
}

bool isSanitized() { return kSanitized; }

}  // namespace tests
