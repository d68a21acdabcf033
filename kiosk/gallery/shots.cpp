#include "kiosk/gallery/shots.h"

#include <algorithm>
#include <cstdio>

#include "kiosk/domain/language.h"

namespace hallpass {
namespace {

std::vector<std::string> orFirst(const std::vector<std::string>& named,
                                 const std::vector<std::string>& all) {
  return named.empty() ? std::vector<std::string>{all.front()} : named;
}

std::vector<GallerySeries> product(const GalleryChoice& choice) {
  std::vector<GallerySeries> series;
  for (const std::string& language : choice.languages) {
    for (const std::string& size : choice.sizes) {
      for (const std::string& theme : choice.themes) series.push_back({language, size, theme});
    }
  }
  return series;
}

/// Everything that there is, in the order in which it is shown.
GalleryChoice everything() {
  GalleryChoice all;
  for (const Language& each : kLanguages) all.languages.emplace_back(each.id);
  for (const NamedPanel& each : galleryPanels()) all.sizes.push_back(each.name);
  for (const NamedLook& each : galleryLooks()) all.themes.emplace_back(each.name);
  return all;
}

}  // namespace

const std::vector<NamedPanel>& galleryPanels() {
  static const std::vector<NamedPanel> panels{{"1280x800", {{1280, 800}, 3.78}},
                                              {"1920x1080", {{1920, 1080}, 3.78}},
                                              {"800x1280", {{800, 1280}, 3.78}},
                                              {"1080x1920", {{1080, 1920}, 3.78}},
                                              {"1280x800-10in", {{1280, 800}, 5.95}}};
  return panels;
}

NamedPanel panelNamed(const std::string& name) {
  for (const NamedPanel& each : galleryPanels()) {
    if (each.name == name) return each;
  }
  platform::PixelSize size;
  std::sscanf(name.c_str(), "%dx%d", &size.width, &size.height);
  return {name, {size, 3.78}};
}

const std::vector<NamedLook>& galleryLooks() {
  static const std::vector<NamedLook> looks = [] {
    std::vector<NamedLook> all;
    for (std::size_t i = 0; i < kThemeIds.size(); ++i) {
      all.push_back({std::string(kThemeIds[i]), {TextStep::Normal, static_cast<ThemeName>(i)}});
    }
    const std::string first = all.front().name;
    all.push_back({first + "-small", {TextStep::Small}});
    all.push_back({first + "-large", {TextStep::Large}});
    all.push_back({first + "-largest", {TextStep::Largest}});
    all.push_back({first + "-low", {TextStep::Normal, ThemeName::Light, true}});
    all.push_back({first + "-left-hand", {TextStep::Normal, ThemeName::Light, false, true}});
    return all;
  }();
  return looks;
}

std::vector<GallerySeries> gallerySeries(const GalleryChoice& choice) {
  const GalleryChoice all = everything();
  if (choice.all) return product(all);
  const bool chosen = !choice.languages.empty() || !choice.sizes.empty() || !choice.themes.empty();
  if (chosen) {
    return product({orFirst(choice.languages, all.languages), orFirst(choice.sizes, all.sizes),
                    orFirst(choice.themes, all.themes), false});
  }
  std::vector<GallerySeries> series =
      product({{all.languages.front()}, {all.sizes.front()}, all.themes, false});
  for (std::size_t i = 1; i < all.sizes.size(); ++i) {
    series.push_back({all.languages.front(), all.sizes[i], all.themes.front()});
  }
  for (std::size_t i = 1; i < all.languages.size(); ++i) {
    series.push_back({all.languages[i], all.sizes.front(), all.themes.front()});
  }
  return series;
}

}  // namespace hallpass
