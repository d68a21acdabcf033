#include "kiosk/gallery/shots.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "kiosk/domain/language.h"

namespace hallpass {
namespace {

std::vector<std::string> orFirst(const std::vector<std::string>& named, std::string_view first) {
  return named.empty() ? std::vector<std::string>{std::string(first)} : named;
}

/// Which of `ids` that is; the first where it is none.
template <std::size_t Count>
std::size_t placeOf(const std::array<std::string_view, Count>& ids, std::string_view id) {
  const auto* const at = std::find(ids.begin(), ids.end(), id);
  return at == ids.end() ? 0 : static_cast<std::size_t>(at - ids.begin());
}

std::vector<GallerySeries> product(const std::vector<std::string>& languages,
                                   const std::vector<std::string>& sizes,
                                   const std::vector<std::string>& looks) {
  std::vector<GallerySeries> series;
  for (const std::string& language : languages) {
    for (const std::string& size : sizes) {
      for (const std::string& look : looks) series.push_back({language, size, look});
    }
  }
  return series;
}

/// Every theme in every size of text that was named.
std::vector<std::string> looksOf(const GalleryChoice& choice) {
  std::vector<std::string> looks;
  for (const std::string& theme : orFirst(choice.themes, kThemeIds.front())) {
    for (const std::string& text : orFirst(choice.texts, "normal")) {
      looks.push_back(lookName({static_cast<TextStep>(placeOf(kGalleryTexts, text)),
                                static_cast<ThemeName>(placeOf(kThemeIds, theme)),
                                choice.controlsLow, choice.leftHand}));
    }
  }
  return looks;
}

// Everything that there is, in the order in which it is shown.

std::vector<std::string> everyLanguage() {
  std::vector<std::string> all;
  all.reserve(std::size(kLanguages));
  for (const Language& each : kLanguages) all.emplace_back(each.id);
  return all;
}

std::vector<std::string> everySize() {
  std::vector<std::string> all;
  for (const NamedPanel& each : galleryPanels()) all.push_back(each.name);
  return all;
}

std::vector<std::string> everyLook() {
  std::vector<std::string> all;
  for (const NamedLook& each : galleryLooks()) all.push_back(each.name);
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

std::string lookName(const Look& look) {
  std::string name(themeId(look.theme));
  if (look.text != TextStep::Normal) {
    name += "-" + std::string(kGalleryTexts.at(static_cast<std::size_t>(look.text)));
  }
  if (look.controlsLow) name += "-low";
  if (look.leftHand) name += "-left-hand";
  return name;
}

Look lookNamed(const std::string& name) {
  for (std::size_t i = 0; i < kThemeIds.size() * kTextSteps * 4; ++i) {
    const Look look{static_cast<TextStep>(i / 4 % kTextSteps),
                    static_cast<ThemeName>(i / 4 / kTextSteps), i % 2 != 0, i / 2 % 2 != 0};
    if (lookName(look) == name) return look;
  }
  return galleryLooks().front().look;
}

const std::vector<NamedLook>& galleryLooks() {
  static const std::vector<NamedLook> looks = [] {
    std::vector<NamedLook> all;
    const auto add = [&](const Look& look) { all.push_back({lookName(look), look}); };
    for (std::size_t i = 0; i < kThemeIds.size(); ++i) {
      add({TextStep::Normal, static_cast<ThemeName>(i)});
    }
    for (const TextStep text : {TextStep::Small, TextStep::Large, TextStep::Largest}) add({text});
    add({TextStep::Normal, ThemeName::Light, true});
    add({TextStep::Normal, ThemeName::Light, false, true});
    return all;
  }();
  return looks;
}

std::vector<GallerySeries> gallerySeries(const GalleryChoice& choice) {
  const auto languages = everyLanguage();
  const auto sizes = everySize();
  const auto looks = everyLook();
  if (choice.all) return product(languages, sizes, looks);
  const bool named = !choice.languages.empty() || !choice.sizes.empty();
  const bool dressed =
      !choice.themes.empty() || !choice.texts.empty() || choice.controlsLow || choice.leftHand;
  if (named || dressed) {
    return product(orFirst(choice.languages, languages.front()),
                   orFirst(choice.sizes, sizes.front()), looksOf(choice));
  }
  std::vector<GallerySeries> series = product({languages.front()}, {sizes.front()}, looks);
  for (std::size_t i = 1; i < sizes.size(); ++i) {
    series.push_back({languages.front(), sizes[i], looks.front()});
  }
  for (std::size_t i = 1; i < languages.size(); ++i) {
    series.push_back({languages[i], sizes.front(), looks.front()});
  }
  return series;
}

}  // namespace hallpass
