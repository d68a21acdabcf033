#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/guide_view.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/sign.h"

namespace hallpass {

/// A text of the guide as the student reads it: translated, with its addresses.
[[nodiscard]] std::string guideText(const std::string& english, const Reading& reading);

/// The first address that `english` names as {ID}, or nullptr.
[[nodiscard]] const Address* addressIn(std::string_view english, const Reading& reading);

/// Texts and drawings one below the other. Where they have no room, all texts become smaller alike,
/// down to what Page makes of them.
class Column {
 public:
  Column(Page& page, float width, float gap) : page_(page), width_(width), gap_(gap) {}

  void text(const std::string& text, const TextStyle& style);
  /// A text with a sign beside it.
  void note(Sign sign, const std::string& text, const TextStyle& style);
  /// The same in a box with an edge.
  void boxed(Sign sign, const std::string& text, const TextStyle& style, ImU32 edge);
  /// A drawing of that height in pixels.
  void drawing(float height, std::function<void(const Rect&)> draw);

  [[nodiscard]] float width() const { return width_; }
  /// The height in pixels that all of it takes at full size.
  [[nodiscard]] float height() const { return heightAt(1); }
  /// How large its texts are in so many pixels: 1 = at full size, 0 = there is no room for them.
  [[nodiscard]] float scaleIn(float height) const;
  /// Draws it from the top of `area`; answers what is left of it.
  Rect draw(const Rect& area);

 private:
  struct Part {
    std::function<float(float scale)> height;
    std::function<void(const Rect&)> draw;
  };

  [[nodiscard]] float heightAt(float scale) const;

  Page& page_;
  float width_;
  float gap_;
  std::vector<Part> parts_;
};

/// Words with something beside them: at the left, upright above.
struct Spread {
  Rect side;
  Rect words;
};
/// Parts `rest` so that `words` have room: what is beside them gives way first, from `most` of the
/// room down to `least`, where 0 = nothing. `columnOf` builds the words for a width.
[[nodiscard]] Spread spreadOf(const Page& page, const Rect& rest, float most, float least,
                              const std::function<Column(float width)>& columnOf);

/// One of a list to choose from.
struct Entry {
  std::string id;
  std::string label;
  std::string detail;  ///< Below the label; "" = none.
};

/// As many entries as `area` has room for; arrows go through the others. Answers which was touched.
[[nodiscard]] std::optional<std::size_t> drawEntries(Page& page, const Rect& area,
                                                     const std::vector<Entry>& entries);
/// One of them.
[[nodiscard]] bool drawEntry(Page& page, const Rect& area, const Entry& entry);

/// A picture of the guide on a quiet ground; nothing without a name.
void drawGuidePicture(Page& page, const Rect& area, const std::string& name);

/// What an address needs of the room, as spreadOf() counts it.
inline constexpr float kLeastAddress = 0.27F;

/// An address as a QR and as one types it, side by side, or below it where that would break it.
void drawAddress(Page& page, const Rect& area, const Address& address);

}  // namespace hallpass
