#include "kiosk/ui/focus_order.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hallpass {
namespace {

using Target = Description::Target;
using Targets = std::vector<const Target*>;

/// One side of a rectangle seen along an axis.
struct Span {
  float from;
  float to;
};

Span across(const Rect& rect) { return {rect.x, rect.x + rect.w}; }
Span down(const Rect& rect) { return {rect.y, rect.y + rect.h}; }

/// Targets that are read together.
struct Block {
  Rect rect;
  Targets targets;
};
using Blocks = std::vector<Block>;

enum class Kind : std::uint8_t { Single, Key, Place };

/// Keys are one keyboard or pad, and the desk's places one list, whatever stands beside them.
Kind kindOf(const Target& target) {
  if (target.role == "key") return Kind::Key;
  return target.id.starts_with("nav-") ? Kind::Place : Kind::Single;
}

void add(Block& block, const Target* target) {
  const Rect& rect = target->rect;
  if (block.targets.empty()) block.rect = rect;
  const ImVec2 from{std::min(block.rect.x, rect.x), std::min(block.rect.y, rect.y)};
  const ImVec2 to{std::max(block.rect.max().x, rect.max().x),
                  std::max(block.rect.max().y, rect.max().y)};
  block.rect = {from.x, from.y, to.x - from.x, to.y - from.y};
  block.targets.push_back(target);
}

Blocks singly(const Targets& targets) {
  Blocks blocks(targets.size());
  for (std::size_t i = 0; i < targets.size(); ++i) add(blocks[i], targets[i]);
  return blocks;
}

Blocks together(const Targets& targets) {
  Targets single;
  Block keys;
  Block places;
  for (const Target* target : targets) {
    const Kind kind = kindOf(*target);
    if (kind == Kind::Single) single.push_back(target);
    if (kind == Kind::Key) add(keys, target);
    if (kind == Kind::Place) add(places, target);
  }
  Blocks blocks = singly(single);
  if (!keys.targets.empty()) blocks.push_back(std::move(keys));
  if (!places.targets.empty()) blocks.push_back(std::move(places));
  return blocks;
}

/// The blocks in groups that lie one behind the other along an axis.
std::vector<Blocks> apartAlong(Blocks blocks, Span (*spanOf)(const Rect&)) {
  std::stable_sort(blocks.begin(), blocks.end(), [&](const Block& one, const Block& other) {
    return spanOf(one.rect).from < spanOf(other.rect).from;
  });
  std::vector<Blocks> groups;
  float end = 0;
  for (Block& block : blocks) {
    const Span span = spanOf(block.rect);
    if (groups.empty() || span.from >= end - 0.5F) groups.emplace_back();
    end = std::max(end, span.to);
    groups.back().push_back(std::move(block));
  }
  return groups;
}

/// The first group, and all others as one: beside a column there are rows again.
std::vector<Blocks> firstAndRest(std::vector<Blocks> groups) {
  for (std::size_t i = 2; i < groups.size(); ++i) {
    groups[1].insert(groups[1].end(), groups[i].begin(), groups[i].end());
  }
  groups.resize(std::min<std::size_t>(groups.size(), 2));
  return groups;
}

/// By rows; where no row is apart from the others, by columns.
void read(const Blocks& blocks, Targets& order) {
  if (blocks.size() == 1 && blocks.front().targets.size() == 1) {
    order.push_back(blocks.front().targets.front());
  } else if (blocks.size() == 1) {
    read(singly(blocks.front().targets), order);
  } else {
    std::vector<Blocks> groups = apartAlong(blocks, down);
    if (groups.size() == 1) groups = firstAndRest(apartAlong(blocks, across));
    // What lies over something else comes as its upper edge does.
    if (groups.size() == 1) {
      Blocks rest = apartAlong(blocks, across).front();
      std::stable_sort(rest.begin(), rest.end(), [](const Block& one, const Block& other) {
        return one.rect.y < other.rect.y;
      });
      groups.clear();
      for (Block& block : rest) groups.push_back({std::move(block)});
    }
    for (const Blocks& group : groups) read(group, order);
  }
}

/// How far apart two spans are; 0 where they overlap.
float apart(const Span& one, const Span& other) {
  return std::max({0.0F, one.from - other.to, other.from - one.to});
}

float middle(const Span& span) { return (span.from + span.to) / 2; }

/// How far the eye goes to `to`; nothing where it does not lie in that direction.
std::optional<float> way(const Rect& from, const Rect& to, Towards direction) {
  const bool sideways = direction == Towards::Left || direction == Towards::Right;
  const bool forward = direction == Towards::Right || direction == Towards::Down;
  const Span start = sideways ? across(from) : down(from);
  const Span end = sideways ? across(to) : down(to);
  const Span startSide = sideways ? down(from) : across(from);
  const Span endSide = sideways ? down(to) : across(to);
  const float ahead = forward ? end.from - start.to : start.from - end.to;
  if (ahead < -1) return std::nullopt;
  const float aside = apart(startSide, endSide);
  // A line ends where nothing more stands beside it.
  if (sideways && aside > 0) return std::nullopt;
  return ahead + 2 * aside + 0.3F * std::abs(middle(endSide) - middle(startSide));
}

/// How far it is from middle to middle; nothing where that of `to` does not lie in that direction.
std::optional<float> wayOfMiddles(const Rect& from, const Rect& to, Towards direction) {
  const ImVec2 start = from.centre();
  const ImVec2 end = to.centre();
  const bool up = direction == Towards::Up;
  if (up ? end.y >= start.y : end.y <= start.y) return std::nullopt;
  return std::hypot(end.x - start.x, end.y - start.y);
}

using Way = std::optional<float> (*)(const Rect&, const Rect&, Towards);

/// The one of `order` to which `way` is the shortest; nullptr where there is none.
const Target* nearestBy(Way way, const Targets& order, const Target& from, Towards direction) {
  const Target* best = nullptr;
  float shortest = 0;
  for (const Target* target : order) {
    const auto length = target == &from ? std::nullopt : way(from.rect, target->rect, direction);
    if (!length || (best != nullptr && *length >= shortest)) continue;
    best = target;
    shortest = *length;
  }
  return best;
}

const Target* stepInOrder(const Targets& order, const Target& from, bool forward) {
  const auto found = std::find(order.begin(), order.end(), &from);
  if (found == order.end()) return nullptr;
  const auto at = static_cast<std::size_t>(found - order.begin());
  return order[(at + (forward ? 1 : order.size() - 1)) % order.size()];
}

}  // namespace

Targets readingOrder(const std::vector<Target>& targets) {
  Targets usable;
  for (const Target& target : targets) {
    if (target.enabled) usable.push_back(&target);
  }
  Targets order;
  if (!usable.empty()) read(together(usable), order);
  return order;
}

const Target* neighbour(const std::vector<Target>& targets, const Target& from, Towards direction) {
  const Targets order = readingOrder(targets);
  const bool vertical = direction == Towards::Up || direction == Towards::Down;
  const Target* best = nearestBy(way, order, from, direction);
  if (best == nullptr && vertical) best = nearestBy(wayOfMiddles, order, from, direction);
  if (best != nullptr) return best;
  return stepInOrder(order, from, direction == Towards::Right || direction == Towards::Down);
}

}  // namespace hallpass
