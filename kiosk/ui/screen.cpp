#include "kiosk/ui/screen.h"

#include <algorithm>
#include <fstream>

#include "kiosk/ui/darkness.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/show.h"

namespace hallpass {
namespace {

/// A screen that comes later than this after a touch comes by itself.
constexpr std::chrono::milliseconds kAsked{1000};

/// The question that lies over a screen.
constexpr std::string_view kStillThere = "still-there";

/// What the screen asks, told apart as far as the same place is touched for another purpose.
std::string questionOf(const View& view) {
  if (view.secondsLeft) return std::string(kStillThere);
  std::string place(screenName(view.screen));
  if (const auto* cards = std::get_if<BeforeView>(&view.screen)) {
    place += std::to_string(cards->agreed);
  }
  if (const auto* step = std::get_if<StepView>(&view.screen)) {
    place += step->topic + std::to_string(step->index);
  }
  if (const auto* answer = std::get_if<AnswerView>(&view.screen)) {
    place += std::to_string(static_cast<int>(answer->turn));
  }
  if (const auto* done = std::get_if<DoneView>(&view.screen); done && done->thanks) {
    place += "-thanks";
  }
  if (const auto* call = std::get_if<CallView>(&view.screen); call && call->asked) {
    place += "-asked";
  }
  return place;
}

/// The same, drawn so that other things stand there.
std::string drawnAs(const Look& look) {
  std::string place = ' ' + std::to_string(static_cast<int>(look.text));
  if (look.controlsLow) place += " low";
  if (look.leftHand) place += " left";
  return place;
}

}  // namespace

Screen::Screen(const platform::Window& window, const platform::Clock& clock, Feed feed,
               const Folders& folders)
    : window_(window),
      clock_(clock),
      feed_(std::move(feed)),
      fonts_(folders.locale),
      illustrations_(folders.illustrations, themeNamed(ThemeName::Light)),
      description_(feed_.secrets) {
  fonts_.require(metrics({}), {});
}

Metrics Screen::metrics(const Look& look) const {
  const platform::PixelSize size = window_.size();
  return {static_cast<float>(size.width), static_cast<float>(size.height), window_.pixelsPerMm(),
          look};
}

void Screen::prepare(const std::u32string& characters, const Look& look) {
  fonts_.require(metrics(look), characters);
  if (drawnAt_ == window_.size() && drawnAs_ == look) return;
  drawnAt_ = window_.size();
  drawnAs_ = look;
  illustrations_.wear(themeOf(look));
}

/// A press belongs to the screen on which the finger went down, and counts on no other one; nor
/// does one on a screen that was dark.
void Screen::noteStray() {
  if (ImGui::IsMouseClicked(0)) {
    strayPress_ = false;
    touchedInDark_ = touchedInDark_ || dark_;
  }
  const bool held = ImGui::IsMouseDown(0);
  strayPress_ =
      (held && (rests() || dark_)) || (strayPress_ && (held || ImGui::IsMouseReleased(0)));
}

/// Only what somebody asked for moves: a kiosk that is left alone changes its screens at once, and
/// so does a question that must be seen. A code is what the whole visit is for, and no phone reads
/// one that slides.
Arrival Screen::arrivalOf(const View& view) {
  const platform::BootTime now = clock_.sinceBoot();
  std::string place = questionOf(view) + drawnAs(view.look);
  const bool atOnce = view.secondsLeft || std::holds_alternative<CodeView>(view.screen);
  if (place != place_ && wish_ && now - wish_->at < kAsked && !atOnce) {
    motion_.start(now, wish_->back);
  }
  place_ = std::move(place);
  return motion_.at(now);
}

std::optional<Intent> Screen::draw(const View& view) {
  const Metrics sizes = metrics(view.look);
  Page page(themeOf(view.look), sizes, fonts_, description_);
  page.setIllustrations(&illustrations_);
  page.setFocus(&focus_);
  focus_.setAcceptKey(platform::acceptKeyHeld());
  noteStray();
  page.setDeaf(rests() || strayPress_ || dark_);
  page.setMotion(motion_.on());
  page.setArrival(arrivalOf(view));
  // A pointer out here touches nothing.
  if (dark_) ImGui::GetIO().MousePos = {-1e6F, -1e6F};
  const std::optional<Intent> touched = show(page, view);
  if (dark_) drawDarkness(sizes, fonts_);
  moves_ = page.moves();
  tapped_ = page.tapped() && !rests();
  // What lies over a screen has a name of its own.
  const std::string question = questionOf(view) + ' ' + description_.screen();
  if (question != asked_) beginAnew(question);
  if (std::string place = question + drawnAs(view.look); place != shown_) {
    shown_ = std::move(place);
    restsUntil_ = clock_.sinceBoot() + kRest;
    restStands_ = true;
  }
  if (rests() || !touched) return std::nullopt;
  const bool stayed = touched->act == Intent::Act::Stay;
  wish_.reset();
  if (!stayed) wish_ = Wish{clock_.sinceBoot(), touched->act == Intent::Act::Back};
  return touched;
}

void Screen::beginAnew(const std::string& question) {
  const std::string_view attract = "attract";
  // The screen that a question lay over is no other one when it is seen again.
  if (question != below_) focus_.beginAnew();
  below_ = question.starts_with(kStillThere) ? asked_ : std::string();
  // The keys of a visit that is over are not the next one's.
  if (question.starts_with(attract) && !asked_.starts_with(attract)) focus_.hide();
  asked_ = question;
}

std::optional<platform::BootTime> Screen::deadline(std::optional<platform::BootTime> next) const {
  if (focus_.waits()) return clock_.sinceBoot();
  if (moves_)
    next = std::min(next.value_or(clock_.sinceBoot() + kStep), clock_.sinceBoot() + kStep);
  if (!restStands_) return next;
  return next ? std::min(*next, restsUntil_) : restsUntil_;
}

void Screen::describe() {
  if (rests()) return;
  restStands_ = false;
  if (!feed_.file) return;
  std::string now = description_.toJson(0);
  if (now == described_) return;
  std::ofstream(*feed_.file, std::ios::app) << description_.toJson(++sequence_) << '\n';
  described_ = std::move(now);
}

}  // namespace hallpass
