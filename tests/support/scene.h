#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/geometry.h"

namespace tests {

/// Something on the screen that can be touched.
struct Target {
  std::string id;
  std::string label;
  std::string role;
  Rect rect;
  bool enabled = false;
  bool focused = false;
};

/// A QR code on the screen.
struct ShownQr {
  std::string label;  ///< "1" is the code, "2" the site.
  Rect rect;
  std::optional<std::string> payload;  ///< Only where the feed may tell secrets.
};

/// What a settled screen shows: one line of the description feed.
struct Scene {
  std::int64_t sequence = -1;
  std::string screen;
  Size size;
  std::vector<Target> targets;
  std::vector<std::string> texts;
  std::vector<Rect> textRects;  ///< Where each of `texts` is drawn, in the same order.
  std::vector<ShownQr> qrs;
  std::string focus;  ///< The target that the keys point at; empty = none.

  /// The target of that id, or nullptr.
  [[nodiscard]] const Target* find(std::string_view id) const;

  /// The targets whose id begins with `prefix`, in their order.
  [[nodiscard]] std::vector<Target> all(std::string_view prefix) const;

  /// Whether a text or a label holds `words`.
  [[nodiscard]] bool mentions(std::string_view words) const;

  /// The QR code of that label; throws where there is none.
  [[nodiscard]] const ShownQr& qr(std::string_view label) const;

  /// The screen's name, its targets and texts, for the message of a test that fails.
  [[nodiscard]] std::string summary() const;
};

/// Reads one line of the feed. Throws where anything that the feed promises is missing.
[[nodiscard]] Scene parseScene(const std::string& line);

}  // namespace tests
