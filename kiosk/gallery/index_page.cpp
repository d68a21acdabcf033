#include "kiosk/gallery/index_page.h"

#include <algorithm>
#include <string_view>

#include "kiosk/gallery/gallery.h"

namespace hallpass {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Hallpass: every screen</title>
<style>
body { margin: 0; background: #f6f4ee; color: #14211c; font: 1rem/1.5 Inter, sans-serif; }
header { position: sticky; top: 0; padding: 1rem 2rem; background: #0b4a3b; color: #fff; z-index: 1; }
header h1 { display: inline; margin-right: 2rem; font-size: 1.25rem; }
label { margin-right: 1.5rem; }
select { font: inherit; padding: .25rem .5rem; }
h2 { margin: 2rem 2rem .5rem; }
main > div { display: grid; gap: 1.5rem; padding: 0 2rem;
  grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
figure { margin: 0; }
img { display: block; width: 100%; min-height: 6rem; background: #e7ebe3;
  box-shadow: 0 1px 4px #0004; }
figcaption { padding-top: .25rem; }
</style>
)";

constexpr std::string_view kScript = R"(<script>
const chosen = ['language', 'size', 'look'].map(id => document.getElementById(id));
function show() {
  const folder = chosen.map(select => select.value).join('/');
  for (const link of document.querySelectorAll('figure a')) {
    link.href = folder + '/' + link.dataset.file;
    link.firstChild.src = link.href;
  }
}
for (const select of chosen) select.addEventListener('change', show);
</script>
)";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '"') {
      safe += "&quot;";
    } else {
      safe += c;
    }
  }
  return safe;
}

/// Each once, in its first place.
std::vector<std::string> distinct(const std::vector<GallerySeries>& series,
                                  std::string GallerySeries::*part) {
  std::vector<std::string> all;
  for (const GallerySeries& each : series) {
    if (std::find(all.begin(), all.end(), each.*part) == all.end()) all.push_back(each.*part);
  }
  return all;
}

std::string choiceOf(std::string_view id, std::string_view label,
                     const std::vector<std::string>& words) {
  std::string html = "<label>" + std::string(label) + " <select id=\"" + std::string(id) + "\">";
  for (const std::string& word : words) html += "<option>" + escaped(word) + "</option>";
  return html + "</select></label>\n";
}

std::string figureOf(const GalleryScreen& screen, const std::string& folder) {
  const std::string file = pictureName(screen);
  const std::string name = escaped(screen.name);
  return "<figure><a href=\"" + folder + file + "\" data-file=\"" + file +
         "\"><img loading=\"lazy\" src=\"" + folder + file + "\" alt=\"" + name +
         " (not made for this choice)\"></a><figcaption>" + name + "</figcaption></figure>\n";
}

}  // namespace

std::string indexPage(const std::vector<GalleryScreen>& screens,
                      const std::vector<GallerySeries>& series) {
  std::string html(kHead);
  html += "<header><h1>Every screen</h1>\n";
  html += choiceOf("language", "Language", distinct(series, &GallerySeries::language));
  html += choiceOf("size", "Size", distinct(series, &GallerySeries::size));
  html += choiceOf("look", "Look", distinct(series, &GallerySeries::look));
  html += "</header>\n<main>\n";
  const std::string folder = series.empty() ? ""
                                            : series.front().language + "/" + series.front().size +
                                                  "/" + series.front().look + "/";
  for (const std::string_view group : kGalleryGroups) {
    std::string figures;
    for (const GalleryScreen& screen : screens) {
      if (screen.group == group) figures += figureOf(screen, folder);
    }
    if (figures.empty()) continue;
    html += "<h2>" + std::string(group) + "</h2>\n<div>\n" + figures + "</div>\n";
  }
  html += "</main>\n";
  html += kScript;
  return html + "</html>\n";
}

}  // namespace hallpass
