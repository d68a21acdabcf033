#include "kiosk/ui/show.h"

#include <array>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/screens/student/student_screens.h"

namespace hallpass {
namespace {

/// In the order of ScreenView's alternatives; a screen of the desk and a notice have names of their
/// own.
constexpr std::array<std::string_view, std::variant_size_v<ScreenView>> kNames{
    "attract",        "find",       "walk-in",     "confirm",    "before",
    "have-code",      "code",       "code-hidden", "no-codes",   "done",
    "out-of-service", "class-word", "digits",      "went-wrong", "answer",
    "handed",         "pin",        "desk",        "page",       "notice",
    "working",        "edit",       "topics",      "step",       "devices",
    "browsers",       "browser",    "pocket",      "symptoms",   "look-up",
    "touch-test",     "help",       "call",        "cleaning",   "asleep",
    "elsewhere"};

}  // namespace

std::string_view screenName(const ScreenView& screen) {
  if (const auto* desk = std::get_if<DeskView>(&screen); desk && !desk->screen.empty()) {
    return desk->screen;
  }
  if (const auto* notice = std::get_if<NoticeView>(&screen); notice && !notice->screen.empty()) {
    return notice->screen;
  }
  return kNames[screen.index()];
}

std::optional<Intent> show(Page& page, const View& view) {
  page.begin(screenName(view.screen), view.secondsLeft.has_value());
  const Framed framed = drawFrame(page, view);
  std::optional<Intent> intent = framed.intent;
  if (!framed.coversScreen) {
    page.beginArrival();
    const auto drawn =
        std::visit([&](const auto& screen) { return draw(page, screen); }, view.screen);
    page.endArrival();
    if (!intent) intent = drawn;
  }
  drawCorner(page, framed);
  page.end();
  if (!view.secondsLeft) return intent;
  page.beginOver("still-there");
  if (view.training) drawTrainingBanner(page);
  const auto answer = drawStillThere(page, *view.secondsLeft);
  page.end();
  return answer;
}

}  // namespace hallpass
