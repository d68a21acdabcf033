#include <algorithm>

#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;

struct Entry {
  Stage stage;
  std::string_view name;
  std::string_view title;
};

constexpr std::array kEntries{
    Entry{Stage::Before, "before", noted("Before I enter the code")},
    Entry{Stage::Redeeming, "redeeming", noted("When I enter the code")},
    Entry{Stage::Activating, "activating", noted("When I activate it")},
    Entry{Stage::Portal, "portal", noted("In the portal")},
    Entry{Stage::Account, "account", noted("With my account")},
    Entry{Stage::Other, "other", noted("Something else")},
};
static_assert(kEntries.size() == kStages.size());

const Entry& entryOf(Stage stage) {
  return *std::find_if(kEntries.begin(), kEntries.end(),
                       [&](const Entry& entry) { return entry.stage == stage; });
}

}  // namespace

std::string_view name(Stage stage) { return entryOf(stage).name; }

std::string_view title(Stage stage) { return entryOf(stage).title; }

}  // namespace hallpass
