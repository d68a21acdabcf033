#include "kiosk/ui/illustrations.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

/// "#rrggbb"
std::string cssColour(ImU32 colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour & 0xFFU, (colour >> 8U) & 0xFFU,
                (colour >> 16U) & 0xFFU);
  return text.data();
}

}  // namespace

std::string styleOf(const Theme& theme) {
  struct Class {
    std::string_view name;
    ImU32 colour;
  };
  const std::array<Class, 11> classes{{{"ground", theme.ground},
                                       {"panel", theme.panel},
                                       {"card", theme.card},
                                       {"line", theme.line},
                                       {"text", theme.text},
                                       {"soft", theme.textSecondary},
                                       {"primary", theme.primary},
                                       {"on-primary", theme.onPrimary},
                                       {"accent", theme.accent},
                                       {"on-accent", theme.onAccent},
                                       {"white", 0xFFFFFFFF}}};
  std::string css;
  for (const Class& each : classes) {
    const std::string name(each.name);
    const std::string colour = cssColour(each.colour) + " !important}\n";
    css.append(".").append(name).append("{fill:").append(colour);
    css.append(".s-").append(name).append("{stroke:").append(colour);
  }
  return css;
}

Illustrations::Illustrations(std::filesystem::path folder, const Theme& theme)
    : folder_(std::move(folder)), style_(styleOf(theme)) {}

void Illustrations::wear(const Theme& theme) {
  style_ = styleOf(theme);
  pictures_.clear();
}

std::optional<platform::Pictures::Picture> Illustrations::get(const std::string& name,
                                                              platform::PixelSize room) {
  if (folder_.empty() || name.empty()) return std::nullopt;
  return pictures_.get(folder_ / (name + ".svg"), room, style_);
}

bool Page::picture(const Rect& area, const std::string& name) {
  if (illustrations_ == nullptr) return false;
  const auto picture =
      illustrations_->get(name, {static_cast<int>(area.w), static_cast<int>(area.h)});
  if (!picture) return false;
  if (picture->texture == 0) return true;
  // At whole pixels, one of the picture's for each of the screen's: lines stay sharp.
  const auto width = static_cast<float>(picture->size.width);
  const auto height = static_cast<float>(picture->size.height);
  const ImVec2 from{std::round(area.x + (area.w - width) / 2),
                    std::round(area.y + (area.h - height) / 2)};
  // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui keeps the names of textures as pointers.
  auto* const texture = reinterpret_cast<ImTextureID>(std::uintptr_t{picture->texture});
  draw_->AddImage(texture, from, {from.x + width, from.y + height});
  return true;
}

}  // namespace hallpass
