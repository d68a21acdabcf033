#include <algorithm>

#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;

struct Entry {
  AccountKind kind;
  std::string_view name;
  std::string_view title;
};

constexpr std::array kEntries{
    Entry{AccountKind::Personal, "personal", noted("A new personal account")},
    Entry{AccountKind::Tenant, "tenant", noted("A given user name")},
    Entry{AccountKind::TenantPhone, "tenant-phone", noted("A given user name, with a phone")},
};
static_assert(kEntries.size() == kAccountKinds.size());

const Entry& entryOf(AccountKind kind) {
  return *std::find_if(kEntries.begin(), kEntries.end(),
                       [&](const Entry& entry) { return entry.kind == kind; });
}

}  // namespace

std::string_view name(AccountKind kind) { return entryOf(kind).name; }

std::optional<AccountKind> accountKindNamed(std::string_view name) {
  const auto* const found = std::find_if(kEntries.begin(), kEntries.end(),
                                         [&](const Entry& entry) { return entry.name == name; });
  if (found == kEntries.end()) return std::nullopt;
  return found->kind;
}

std::string_view title(AccountKind kind) { return entryOf(kind).title; }

}  // namespace hallpass
