#include "kiosk/ui/show.h"

#include <array>

#include "kiosk/ui/screens/student/student_screens.h"

namespace hallpass {
namespace {

/// In the order of ScreenView's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<ScreenView>> kNames{
    "attract", "find",        "walk-in",  "confirm", "before",        "have-code",
    "code",    "code-hidden", "no-codes", "done",    "out-of-service"};

}  // namespace

std::string_view screenName(const ScreenView& screen) { return kNames[screen.index()]; }

std::optional<Intent> show(Page& page, const View& view) {
  page.begin(screenName(view.screen), view.secondsLeft.has_value());
  const auto intent =
      std::visit([&](const auto& screen) { return draw(page, screen); }, view.screen);
  page.end();
  if (!view.secondsLeft) return intent;
  return drawStillThere(page, *view.secondsLeft);
}

}  // namespace hallpass
