#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/focus.h"
#include "platform/display/window.h"
#include "tests/kiosk/ui/arrow_walk.h"
#include "tests/kiosk/ui/proof/proof.h"

namespace tests {
namespace {

using hallpass::Description;
using hallpass::Focus;
using Target = Description::Target;

/// What Tab alone leads to, in its order, until it comes round.
std::vector<Target> walkedByTab(const Description& description) {
  Focus focus;
  focus.settle(description.screen(), description.targets());
  std::vector<Target> walked;
  const std::u32string tab(1, platform::kTabKey);
  for (std::size_t i = 0; i <= description.targets().size() + 1; ++i) {
    (void)focus.take(tab, false);
    focus.settle(description.screen(), description.targets());
    const Target* at = focus.ring();
    if (at == nullptr || (!walked.empty() && at->id == walked.front().id)) break;
    walked.push_back(*at);
  }
  return walked;
}

}  // namespace

void judgeKeys(ProofTable& table, const hallpass::Studio& studio, const ProofPlace& place) {
  const Description& description = studio.description();
  const std::vector<Target> walked = walkedByTab(description);
  std::set<std::string> byTab;
  for (const Target& target : walked) byTab.insert(target.id);
  const std::set<std::string> byArrowsNot = ArrowWalk(description.targets()).missed();
  for (const Target& target : description.targets()) {
    if (!target.enabled) continue;
    const auto who = [&] { return target.id + " (" + place.text() + ")"; };
    table.note("keys: all is reached by Tab", byTab.contains(target.id), who);
    table.note("keys: all is reached by the arrows, from anywhere",
               !byArrowsNot.contains(target.id), who);
  }
}

}  // namespace tests
