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

constexpr std::string_view kUsage = "usage: guide_album FOLDER WIDTHxHEIGHT\n";

/// From the code through some of the steps, the answers of one, and the end.
void keepVisit(Stage& stage, Album& album, const EachScreen& each) {
  takeCode(stage, "S70282");
  album.keep("code");
  stage.kiosk.tapTo("steps", "step");
  each(stage.kiosk.scene(), "step-with-code");
  press(stage.kiosk, "failed");
  each(stage.kiosk.scene(), "failed");
  if (stage.kiosk.scene().screen == "symptoms") stage.kiosk.tapTo("others", "went-wrong");
  each(stage.kiosk.tapTo("search", "look-up"), "look-up");
  typeName(stage.kiosk, "card");
  each(stage.kiosk.scene(), "look-up-card");
  stage.kiosk.tapTo("back", "went-wrong");
  openAnswer(stage.kiosk, "already-used");
  each(stage.kiosk.scene(), "already-used-with-code");
  each(press(stage.kiosk, "call"), "call");
  each(press(stage.kiosk, "worked"), "worked");
}

void keep(const std::filesystem::path& folder, Size size) {
  const Device device(places());
  device.openSampleClass();
  Display display(size);
  Stage stage(device, display);
  Album album(display, stage.kiosk, folder);
  const EachScreen each = [&](const Scene&, const std::string& name) { album.keep(name); };
  waitForInvitation(stage.kiosk);
  album.keep("attract");
  scanBadge(stage, "S70113");
  stage.kiosk.tapTo("yes", "before");
  album.keep("before");
  each(stage.kiosk.tapTo("how-private", "devices"), "how-private");
  stage.kiosk.tapTo("back", "before");
  stage.kiosk.tapTo("back", "find");
  stage.kiosk.tapTo("back", "attract");
  keepVisit(stage, album, each);
  stage.kiosk.tapTo("finish", "attract");
  stage.kiosk.tapTo("how", "topics");
  walkTopics(stage.kiosk, each);
}

}  // namespace

int main(int count, char** words) try {
  Size size;
  if (count != 3 || std::sscanf(words[2], "%dx%d", &size.width, &size.height) != 2) {
    throw std::invalid_argument(std::string(kUsage));
  }
  std::filesystem::create_directories(words[1]);
  keep(words[1], size);
  return 0;
} catch (const std::invalid_argument& usage) {
  std::fprintf(stderr, "%s", usage.what());
  return 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "The album stopped: %s\n", error.what());
  return 1;
}
