#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/focus_order.h"

namespace tests {

/// Who moves the ring by the arrows alone, from wherever it is.
class ArrowWalk {
 public:
  using Target = hallpass::Description::Target;

  explicit ArrowWalk(const std::vector<Target>& targets) {
    using hallpass::Towards;
    for (const Target& from : targets) {
      if (!from.enabled) continue;
      ids_.push_back(from.id);
      for (const Towards way : {Towards::Left, Towards::Right, Towards::Up, Towards::Down}) {
        const Target* to = hallpass::neighbour(targets, from, way);
        if (to != nullptr) {
          steps_.push_back({from.id, to->id});
        } else {
          stuck_.insert(from.id);
        }
      }
    }
  }

  /// The targets that cannot be reached from each other one: those that are not reached from the
  /// first, and those from which it is not reached; and those where an arrow does nothing.
  [[nodiscard]] std::set<std::string> missed() const {
    const std::set<std::string> to = reached(&Step::from, &Step::to);
    const std::set<std::string> back = reached(&Step::to, &Step::from);
    if (ids_.size() < 2) return {};
    std::set<std::string> missed = stuck_;
    for (const std::string& id : ids_) {
      if (!to.contains(id) || !back.contains(id)) missed.insert(id);
    }
    return missed;
  }

 private:
  struct Step {
    std::string from;
    std::string to;
  };

  [[nodiscard]] std::set<std::string> reached(std::string Step::*begin,
                                              std::string Step::*end) const {
    if (ids_.empty()) return {};
    std::set<std::string> reached{ids_.front()};
    std::deque<std::string> open{ids_.front()};
    while (!open.empty()) {
      for (const Step& step : steps_) {
        if (step.*begin == open.front() && reached.insert(step.*end).second) {
          open.push_back(step.*end);
        }
      }
      open.pop_front();
    }
    return reached;
  }

  std::vector<std::string> ids_;
  std::vector<Step> steps_;
  std::set<std::string> stuck_;
};

}  // namespace tests
