#pragma once

#include <imgui.h>

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/theme.h"

namespace hallpass {

/// The faces at the sizes that the screens use, for the characters that they need. ImGui 1.86 needs
/// its glyphs when the atlas is built, so a new name or a new screen size builds it anew. A
/// language that was met stays in it; names go with the next one that is built without them.
class Fonts {
 public:
  /// `locale` holds LANGUAGE/characters.txt for each language: what its texts are written with.
  explicit Fonts(std::filesystem::path locale = {}) : locale_(std::move(locale)) {}

  /// Makes ready for `metrics`, the texts of the program in the language that is set and every
  /// character of `names`. Cheap where nothing is new. Between two frames only.
  void require(const Metrics& metrics, const std::u32string& names);

  [[nodiscard]] ImFont* get(Face face, TextSize size) const;

 private:
  bool add(const std::u32string& more);
  bool addLanguage(std::string_view language);
  void collect();
  void build(const Metrics& metrics);

  std::filesystem::path locale_;
  std::array<float, kTextSizes> builtFor_{};
  std::string language_;
  std::map<std::string, std::u32string, std::less<>> languages_;  ///< What each is written with.
  std::u32string asked_;
  std::u32string characters_;  ///< Of the atlas: no other is drawn.
  std::vector<bool> known_;    ///< By code point.
  std::array<std::array<ImFont*, kTextSizes>, 3> fonts_{};
};

}  // namespace hallpass
