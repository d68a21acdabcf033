#include "kiosk/gallery/gallery.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <system_error>

#include "kiosk/gallery/index_page.h"
#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"
#include "platform/display/png_file.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

/// What is larger, lower or for the other hand ends with a visit.
bool isForStaff(const GalleryScreen& screen) {
  return screen.view.desk || screen.group == "desk" || screen.group == "staff";
}

View worn(const GalleryScreen& screen, const Look& look) {
  View view = screen.view;
  view.look = isForStaff(screen) ? Look{TextStep::Normal, look.theme} : look;
  // What is set is shown there.
  if (auto* help = std::get_if<HelpView>(&view.screen); help && screen.group == "visit") {
    help->look = view.look;
  }
  return view;
}

/// Makes the pictures series by series, and keeps what the next one can use too.
class Maker {
 public:
  Maker(const GalleryOrder& order, GalleryMade& made) : order_(order), made_(made) {}

  [[nodiscard]] bool make(const GallerySeries& series) {
    speak(series.language);
    if (!studio_ || size_ != series.size) {
      studio_.reset();  // One at a time.
      studio_ = std::make_unique<Studio>(
          panelNamed(series.size).panel,
          Studio::Folders{assetsFolder() / "illustrations", localeFolder()});
      size_ = series.size;
    }
    const auto folder = order_.to / series.language / series.size / series.look;
    if (!platform::makeFolder(folder)) return fail(folder);
    const Look look = lookNamed(series.look);
    return std::all_of(screens_.begin(), screens_.end(), [&](const GalleryScreen& screen) {
      const View view = worn(screen, look);
      const auto file = folder / pictureName(screen);
      if (!screen.opened.empty()) (void)studio_->tap(view, screen.opened);
      if (!platform::writePng(studio_->draw(view, characters_), file)) return fail(file);
      ++made_.pictures;
      return true;
    });
  }

  [[nodiscard]] const std::vector<GalleryScreen>& screens() const { return screens_; }

 private:
  void speak(const std::string& language) {
    if (language_ == language) return;
    language_ = language;
    studio_.reset();  // The rehearsal has its own.
    platform::setLanguage(language);
    screens_ = galleryScreens(made_.missing);
    const auto& groups = order_.groups;
    if (!groups.empty()) {
      std::erase_if(screens_, [&](const GalleryScreen& screen) {
        return std::find(groups.begin(), groups.end(), screen.group) == groups.end();
      });
    }
    made_.screens = static_cast<int>(screens_.size());
    // Those of all at once: other ones would have the fonts built anew.
    characters_.clear();
    for (const GalleryScreen& screen : screens_) {
      for (const char32_t character : screen.characters) {
        if (characters_.find(character) == std::u32string::npos) characters_ += character;
      }
    }
  }

  bool fail(const std::filesystem::path& at) {
    made_.failed = at;
    return false;
  }

  const GalleryOrder& order_;
  GalleryMade& made_;
  std::string language_;
  std::string size_;
  std::vector<GalleryScreen> screens_;
  std::u32string characters_;
  std::unique_ptr<Studio> studio_;
};

}  // namespace

std::string pictureName(const GalleryScreen& screen) {
  std::string name;
  for (const char c : screen.group + "-" + screen.name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  return name + ".png";
}

GalleryMade makeGallery(const GalleryOrder& order,
                        const std::function<void(const GallerySeries&)>& tell) {
  GalleryMade made;
  const std::string before(platform::language());
  const std::vector<GallerySeries> series = gallerySeries(order.choice);
  {
    Maker maker(order, made);
    for (const GallerySeries& each : series) {
      tell(each);
      if (!maker.make(each)) break;
    }
    const auto page = order.to / "index.html";
    if (!made.failed && !platform::exportFile(page, indexPage(maker.screens(), series))) {
      made.failed = page;
    }
  }
  platform::setLanguage(before);
  return made;
}

}  // namespace hallpass
