#include "tests/e2e/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tests {
namespace {

constexpr double kSmallestMm = 12.7;
constexpr double kNearestMm = 2.54;
constexpr double kRounding = 1.0;  // the feed rounds to whole pixels

/// Pixels between two rectangles along the axis that parts them; negative where they overlap.
double distance(const Rect& one, const Rect& other) {
  const int across = std::max(other.x - one.right(), one.x - other.right());
  const int down = std::max(other.y - one.bottom(), one.y - other.bottom());
  return std::max(across, down);
}

std::vector<Target> checked(const Scene& scene) {
  std::vector<Target> targets;
  std::copy_if(scene.targets.begin(), scene.targets.end(), std::back_inserter(targets),
               [&](const Target& target) {
                 return target.id != "wake" && (scene.screen != "still-there" || target.enabled);
               });
  return targets;
}

void checkPairs(const std::vector<Target>& targets, double nearest,
                std::vector<std::string>& problems) {
  for (auto one = targets.begin(); one != targets.end(); ++one) {
    for (auto other = std::next(one); other != targets.end(); ++other) {
      const double apart = distance(one->rect, other->rect);
      if (apart < 0) problems.push_back(one->id + " lies over " + other->id);
      if (apart >= 0 && apart < nearest - kRounding) {
        problems.push_back(one->id + " is only " + std::to_string(apart) + " px from " + other->id);
      }
    }
  }
}

void checkSize(const Target& target, double smallest, std::vector<std::string>& problems) {
  if (std::min(target.rect.width, target.rect.height) < smallest - kRounding) {
    problems.push_back(target.id + " is only " + std::to_string(target.rect.width) + " x " +
                       std::to_string(target.rect.height) + " px");
  }
}

void checkTexts(const Scene& scene, std::vector<std::string>& problems) {
  if (scene.texts.size() != scene.textRects.size()) problems.push_back("a text without a place");
  for (std::size_t i = 0; i < std::min(scene.texts.size(), scene.textRects.size()); ++i) {
    const Rect& rect = scene.textRects[i];
    if (!rect.inside(scene.size)) problems.push_back("cut off: " + scene.texts[i]);
    for (const ShownQr& qr : scene.qrs) {
      if (distance(rect, qr.rect) < 0) problems.push_back("over a QR code: " + scene.texts[i]);
    }
    for (std::size_t j = 0; j < i && scene.screen != "still-there"; ++j) {
      if (distance(rect, scene.textRects[j]) < -kRounding) {
        problems.push_back("\"" + scene.texts[i] + "\" over \"" + scene.texts[j] + "\"");
      }
    }
  }
}

}  // namespace

std::vector<std::string> layoutProblems(const Scene& scene, double pixelsPerMm) {
  std::vector<std::string> problems;
  for (const Target& target : scene.targets) {
    if (!target.rect.inside(scene.size)) problems.push_back(target.id + " is cut off");
    if (target.label.empty()) problems.push_back(target.id + " has no label");
  }
  for (const ShownQr& qr : scene.qrs) {
    if (!qr.rect.inside(scene.size)) problems.push_back("QR " + qr.label + " is cut off");
    for (const Target& target : checked(scene)) {
      if (distance(qr.rect, target.rect) < 0) {
        problems.push_back(target.id + " lies over QR " + qr.label);
      }
    }
  }
  checkTexts(scene, problems);
  const std::vector<Target> targets = checked(scene);
  for (const Target& target : targets) checkSize(target, kSmallestMm * pixelsPerMm, problems);
  checkPairs(targets, kNearestMm * pixelsPerMm, problems);
  return problems;
}

}  // namespace tests
