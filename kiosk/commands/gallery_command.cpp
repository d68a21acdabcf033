#include <algorithm>
#include <cstdio>
#include <memory>

#include "kiosk/commands/arguments.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/domain/language.h"
#include "kiosk/gallery/gallery.h"
#include "kiosk/settings/extent.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

struct GalleryArguments {
  std::string to;
  std::vector<std::string> languages;
  std::vector<std::string> sizes;
  std::vector<std::string> themes;
  std::vector<std::string> texts;
  bool controlsLow = false;
  bool leftHand = false;
  std::vector<std::string> groups;
  bool all = false;
};

/// A size of galleryPanels(), or any other in pixels.
std::string sizeMistake(const std::string& text) {
  for (const NamedPanel& panel : galleryPanels()) {
    if (panel.name == text) return "";
  }
  constexpr int kLargest = 7680;  // A picture of 8K is one of 130 MiB while it is drawn.
  const auto extent = parseExtent(text);
  if (extent && std::max(extent->width, extent->height) > kLargest) return "at most 7680 pixels";
  return extentMistake(text);
}

std::vector<std::string> languageIds() {
  std::vector<std::string> ids;
  ids.reserve(kLanguages.size());
  for (const Language& each : kLanguages) ids.emplace_back(each.id);
  return ids;
}

Report reportOf(const GalleryArguments& asked, const GalleryMade& made) {
  const std::string page = std::filesystem::path(asked.to) / "index.html";
  Report report;
  report.json = {{"pictures", made.pictures},
                 {"screens", made.screens},
                 {"page", page},
                 {"missing", made.missing}};
  report.text = std::to_string(made.pictures) + " pictures of " + std::to_string(made.screens) +
                " screens. Open \"" + page + "\".\n";
  for (const std::string& line : made.missing) report.text += "Not reached: " + line + "\n";
  if (!made.missing.empty()) report.status = ExitStatus::Refused;
  return report;
}

Answer makePictures(const GalleryArguments& asked, bool quiet) {
  const std::filesystem::path folder(asked.to);
  if (const auto ready = platform::makeFolder(folder); !ready) {
    return complaint(ready.error(), asked.to);
  }
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  const GalleryOrder order{folder,
                           {asked.languages, asked.sizes, asked.themes, asked.texts,
                            asked.controlsLow, asked.leftHand, asked.all},
                           asked.groups};
  const GalleryMade made = makeGallery(order, [&](const GallerySeries& series) {
    if (quiet) return;
    std::fprintf(stderr, "%s, %s, %s\n", series.language.c_str(), series.size.c_str(),
                 series.look.c_str());
  });
  platform::useCatalogues({}, {});
  if (made.failed) {
    return Complaint{"CannotWrite", "\"" + made.failed->string() +
                                        "\" cannot be written. Is the disk full? " +
                                        std::to_string(made.pictures) + " pictures are there."};
  }
  return reportOf(asked, made);
}

}  // namespace

void addGalleryCommand(Command app, Asked& asked) {
  Command command = addCommand(
      app, asked, "gallery",
      "Draw every screen into PNG files, with a page that shows them. Needs no display",
      "hallpass gallery --to build/gallery\n"
      "  hallpass gallery --to build/gallery --screens visit --language ja --size 1080x1920\n"
      "  hallpass gallery --to build/gallery --theme dark --text large --text largest --left-hand");
  const auto arguments = std::make_shared<GalleryArguments>();
  command.option("--to", arguments->to, "The folder to write into").typeName("DIR").required();
  command.option("--language", arguments->languages, "Only these").oneOf(languageIds());
  command.option("--size", arguments->sizes, "Only these; a size in pixels, at 96 dots an inch")
      .typeName("WxH")
      .check(sizeMistake);
  command.option("--theme", arguments->themes, "Only these")
      .oneOf({kThemeIds.begin(), kThemeIds.end()});
  command.option("--text", arguments->texts, "Only these sizes of text")
      .oneOf({kGalleryTexts.begin(), kGalleryTexts.end()});
  command.flag("--controls-low", arguments->controlsLow,
               "All that is touched lies low, for who sits");
  command.flag("--left-hand", arguments->leftHand, "For a left hand");
  command.option("--screens", arguments->groups, "Only these")
      .oneOf({kGalleryGroups.begin(), kGalleryGroups.end()});
  command.flag("--all", arguments->all, "Every combination, not only each beside the first");
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments, &asked](Session&) { return makePictures(*arguments, asked.json); };
  });
}

}  // namespace hallpass
