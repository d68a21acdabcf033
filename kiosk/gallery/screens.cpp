#include "kiosk/gallery/screens.h"

#include <utility>

#include "kiosk/domain/language.h"
#include "kiosk/gallery/rehearsal.h"
#include "kiosk/ui/samples/sample_views.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

std::size_t languageSet() {
  std::size_t index = 0;
  while (index + 1 < kLanguages.size() && kLanguages[index].id != platform::language()) ++index;
  return index;
}

void addSamples(std::vector<GalleryScreen>& screens, const std::string& group,
                std::vector<samples::SampleView> views) {
  for (samples::SampleView& each : views) {
    if (!each.view.languages.empty()) each.view.language = languageSet();
    screens.push_back({group, std::move(each.name), std::move(each.view)});
  }
}

}  // namespace

std::vector<GalleryScreen> galleryScreens(std::vector<std::string>& missing) {
  std::vector<GalleryScreen> screens = rehearse(missing);
  addSamples(screens, "guide", samples::guideViews());
  addSamples(screens, "limits", samples::studentViews());
  addSamples(screens, "limits", samples::deskViews());
  return screens;
}

}  // namespace hallpass
