// Walks through the whole guide by real taps on a virtual screen, and keeps a picture of each of
// its screens, to be looked at: what no rule about rectangles can judge.
#include <cstdio>
#include <exception>
#include <stdexcept>

#include "tests/e2e/album.h"
#include "tests/e2e/guide_walk.h"
#include "tests/e2e/places.h"

namespace {

using namespace tests;

constexpr std::string_view kUsage = "usage: guide_album FOLDER WIDTHxHEIGHT [LANGUAGE]\n";

void keep(const std::filesystem::path& folder, Size size, const std::string& language) {
  const Device device(places());
  device.openSampleClass();
  Display display(size);
  Stage stage(device, display);
  Album album(display, stage.kiosk, folder);
  const EachScreen each = [&](const Scene&, const std::string& name) { album.keep(name); };
  waitForInvitation(stage.kiosk);
  chooseLanguage(stage.kiosk, language);
  album.keep("attract");
  scanBadge(stage, "S70113");
  stage.kiosk.tapTo("yes", "before");
  album.keep("before");
  each(stage.kiosk.tapTo("how-private", "devices"), "how-private");
  stage.kiosk.tapTo("back", "before");
  stage.kiosk.tapTo("back", "find");
  stage.kiosk.tapTo("back", "attract");
  chooseLanguage(stage.kiosk, language);
  stage.kiosk.tapTo("how", "topics");
  walkTopics(stage.kiosk, each);
  stage.kiosk.tapTo("back", "attract");
  chooseLanguage(stage.kiosk, language);
  walkVisit(stage, each);
}

}  // namespace

int main(int count, char** words) try {
  Size size;
  if (count < 3 || count > 4 || std::sscanf(words[2], "%dx%d", &size.width, &size.height) != 2) {
    throw std::invalid_argument(std::string(kUsage));
  }
  std::filesystem::create_directories(words[1]);
  keep(words[1], size, count > 3 ? words[3] : "en");
  return 0;
} catch (const std::invalid_argument& usage) {
  std::fprintf(stderr, "%s", usage.what());
  return 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "The album stopped: %s\n", error.what());
  return 1;
}
