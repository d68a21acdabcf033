// What the keys point at: on every screen all is reached by them, in the order in which it is read.
#include "kiosk/ui/focus.h"

#include <algorithm>
#include <set>
#include <string>

#include "kiosk/ui/focus_order.h"
#include "kiosk/ui/samples/sample_views.h"
#include "platform/display/window.h"
#include "tests/kiosk/ui/arrow_walk.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using namespace hallpass;
using samples::SampleView;
using tests::Easel;
using tests::Scene;

namespace {

using FocusTarget = Description::Target;

using Ids = std::vector<std::string>;

/// One on which the desk's places stand at the left, one where they lie behind a button, one
/// upright.
const std::vector<tests::Panel> kFocusPanels{
    {{1920, 1080}, 3.78}, {{1280, 800}, 5.9}, {{800, 1280}, 3.78}};

constexpr std::u32string_view kTab = U"\t";
constexpr std::u32string_view kEnter = U"\n";

std::vector<SampleView> viewsForKeys() {
  std::vector<SampleView> views = samples::studentViews();
  for (SampleView& view : samples::deskViews()) views.push_back(std::move(view));
  for (SampleView& view : samples::guideViews()) views.push_back(std::move(view));
  SampleView asked = views.front();
  asked.name = "still-there";
  asked.view.secondsLeft = 20;
  views.push_back(std::move(asked));
  return views;
}

View viewNamed(const std::string& name) {
  for (SampleView& view : viewsForKeys()) {
    if (view.name == name) return std::move(view.view);
  }
  throw std::runtime_error("no view " + name);
}

/// The targets of a scene as the screen gave them.
std::vector<FocusTarget> targetsOf(const Scene& scene) {
  std::vector<FocusTarget> targets;
  for (const tests::Target& target : scene.targets) {
    const auto px = [](int value) { return static_cast<float>(value); };
    const tests::Rect& rect = target.rect;
    targets.push_back({target.id,
                       target.label,
                       target.role,
                       {px(rect.x), px(rect.y), px(rect.width), px(rect.height)},
                       target.enabled});
  }
  return targets;
}

std::set<std::string> enabledIn(const std::vector<FocusTarget>& targets) {
  std::set<std::string> ids;
  for (const FocusTarget& target : targets) {
    if (target.enabled) ids.insert(target.id);
  }
  return ids;
}

/// What Tab alone leads to, from where the ring shows first, until it comes round.
Ids walkedByTab(const std::vector<FocusTarget>& targets) {
  Focus focus;
  Ids walked;
  for (std::size_t i = 0; i <= targets.size(); ++i) {
    focus.settle("screen", targets);
    (void)focus.take(kTab, false);
    walked.push_back(focus.ring()->id);
    if (i > 0 && walked.back() == walked.front()) break;
  }
  return walked;
}

/// The ring's places from the first one on, as often as Tab is pressed.
Ids tabbed(Easel& easel, const View& view, std::size_t times) {
  Ids places;
  for (std::size_t i = 0; i < times; ++i) {
    (void)easel.press(view, kTab);
    places.push_back(easel.focus());
  }
  return places;
}

Ids orderOf(const View& view, const tests::Panel& panel = kFocusPanels.front()) {
  Easel easel(panel);
  const auto targets = targetsOf(easel.draw(view));
  Ids ids;
  for (const FocusTarget* target : readingOrder(targets)) ids.push_back(target->id);
  return ids;
}

/// Whether both stand on one line, or one below the other, `first` before `second`; a target over
/// which others lie is read before them.
bool isReadBefore(const Rect& first, const Rect& second) {
  const bool inLine = first.y == second.y && first.h == second.h;
  if (inLine) return first.x + first.w <= second.x;
  const bool inColumn = first.x < second.x + second.w && second.x < first.x + first.w;
  return inColumn && first.y + first.h <= second.y;
}

/// Moves the ring to the target, by Tab.
void bringRing(Easel& easel, const View& view, const std::string& id) {
  for (int i = 0; i < 60 && easel.focus() != id; ++i) tabbed(easel, view, 1);
  REQUIRE(easel.focus() == id);
}

}  // namespace

TEST_CASE("everything that can be touched is reached by the arrows alone, and by Tab alone") {
  for (const auto& panel : kFocusPanels) {
    Easel easel(panel);
    for (const SampleView& sample : viewsForKeys()) {
      INFO(panel.size.width << " " << sample.name);
      const auto targets = targetsOf(easel.draw(sample.view));
      const auto all = enabledIn(targets);
      if (all.empty()) continue;
      const Ids places = walkedByTab(targets);
      CHECK(std::set<std::string>(places.begin(), places.end()) == all);
      CHECK(places.front() == places.back());
      CHECK(tests::ArrowWalk(targets).missed() == std::set<std::string>{});
    }
  }
}

TEST_CASE("the order is the one in which the eye reads") {
  for (const auto& panel : kFocusPanels) {
    Easel easel(panel);
    for (const SampleView& sample : viewsForKeys()) {
      const auto targets = targetsOf(easel.draw(sample.view));
      const auto order = readingOrder(targets);
      for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i + 1; j < order.size(); ++j) {
          if (!isReadBefore(order[j]->rect, order[i]->rect)) continue;
          FAIL_CHECK(panel.size.width << " " << sample.name << ": " << order[i]->id << " before "
                                      << order[j]->id);
        }
      }
    }
  }
}

TEST_CASE("a head is read before its screen, a foot after it, and a pad as one") {
  CHECK(orderOf(viewNamed("confirm")) == Ids{"help", "language", "door", "no", "yes"});
  CHECK(orderOf(viewNamed("digits, chosen")) == Ids{"back", "help", "language", "door", "field",
                                                    "digit-1", "digit-2", "digit-3", "digit-4",
                                                    "digit-5", "digit-6", "digit-7", "digit-8",
                                                    "digit-9", "digit-0", "digit-erase", "take"});
  const Ids notice = orderOf(viewNamed("notice"));
  CHECK(notice.front() == "nav-front");
  CHECK(Ids(notice.end() - 3, notice.end()) == Ids{"lock", "leave", "again"});
  const Ids upright = orderOf(viewNamed("notice"), kFocusPanels.back());
  CHECK(upright.front() == "lock");
  CHECK(upright.back() == "nav-device");
}

TEST_CASE("the first key shows the ring where one begins, and moves nothing") {
  const auto firstOf = [](const std::string& name) {
    Easel easel(kFocusPanels.front());
    const View view = viewNamed(name);
    (void)easel.draw(view);
    CHECK(easel.focus().empty());
    return tabbed(easel, view, 1).front();
  };
  CHECK(firstOf("attract") == "wake");
  CHECK(firstOf("find") == "key-1");
  CHECK(firstOf("confirm") == "yes");
  CHECK(firstOf("topics") == "topic-steps");
  CHECK(firstOf("pin") == "pin-1");
  CHECK(firstOf("form") == "open");
  CHECK(firstOf("still-there") == "stay");
  // What cannot be undone is gone to.
  CHECK(firstOf("notice to hold") == "leave");
  CHECK(firstOf("pocket") == "back");
}

TEST_CASE("Enter and the space bar do what a touch does") {
  for (const char* name : {"confirm", "find", "front", "form", "table", "still-there"}) {
    const View view = viewNamed(name);
    Easel easel(kFocusPanels.front());
    for (const std::string& id : enabledIn(targetsOf(easel.draw(view)))) {
      if (id == "field" || id == "language") continue;  // They ask for nothing.
      INFO(name << " " << id);
      easel.forgetKeys();
      const auto touched = easel.tap(view, id);
      bringRing(easel, view, id);
      const auto acted = easel.press(view, id.size() % 2 == 0 ? kEnter : U" ");
      REQUIRE(acted.size() == (touched ? 1 : 0));
      if (!touched) continue;
      CHECK(acted.front().act == touched->act);
      CHECK(acted.front().index == touched->index);
      CHECK(acted.front().text == touched->text);
    }
  }
}

TEST_CASE("what is typed goes to the field, and takes the ring away") {
  Easel easel(kFocusPanels.front());
  const View view = viewNamed("find");
  bringRing(easel, view, "key-2");
  const auto typed = easel.press(view, U"7 9\n");
  REQUIRE(typed.size() == 4);
  CHECK(typed[0].text == "7");
  CHECK(typed[1].text == " ");
  CHECK(typed[3].act == Intent::Act::Submit);
  CHECK(easel.focus().empty());
}

TEST_CASE("a badge reader's Enter never acts on a screen where nothing is typed") {
  Easel easel(kFocusPanels.front());
  const View view = viewNamed("confirm");
  for (int scan = 0; scan < 3; ++scan) {
    for (const Intent& intent : easel.press(view, U"70282\n")) {
      CHECK((intent.act == Intent::Act::Type || intent.act == Intent::Act::Submit));
    }
    CHECK(easel.focus().empty());
  }
  // That of somebody who typed nothing shows the ring, and then acts.
  easel.forgetKeys();
  CHECK(easel.press(view, kEnter).empty());
  CHECK(easel.press(view, kEnter).front().act == Intent::Act::Yes);
}

TEST_CASE("a key that acts leaves those behind it to what comes of it") {
  Easel easel(kFocusPanels.front());
  const View view = viewNamed("before");
  const auto agreed = easel.press(view, U"\t\n\n");
  REQUIRE(agreed.size() == 2);
  CHECK(agreed.front().act == Intent::Act::Agree);
  CHECK(agreed.back().act == Intent::Act::Agree);
}

TEST_CASE("the ring stays where it was, goes to the nearest, and begins anew on another screen") {
  Easel easel(kFocusPanels.front());
  const View view = viewNamed("table");
  bringRing(easel, view, "row-5");
  (void)easel.draw(view);
  CHECK(easel.focus() == "row-5");
  (void)easel.draw(samples::tableView(4, 5));
  (void)easel.draw(samples::tableView(4, 5));
  CHECK(easel.focus() == "row-4");
  const View other = viewNamed("confirm");
  (void)easel.draw(other);
  CHECK(easel.focus() == "yes");
}

TEST_CASE("a question that lies over a screen goes, and the ring is where it was") {
  Easel easel(kFocusPanels.front());
  View view = viewNamed("find");
  bringRing(easel, view, "walk-in");
  View asked = view;
  asked.secondsLeft = 20;
  (void)easel.draw(asked);
  CHECK(easel.focus() == "stay");
  (void)easel.draw(asked);
  (void)easel.draw(view);
  CHECK(easel.focus() == "walk-in");
  // Below the question another screen has come: it begins anew.
  (void)easel.draw(asked);
  (void)easel.draw(viewNamed("confirm"));
  CHECK(easel.focus() == "yes");
  (void)easel.draw(view);
  CHECK(easel.focus() == "key-1");
}

TEST_CASE("a touch takes the ring away") {
  Easel easel(kFocusPanels.front());
  const View view = viewNamed("confirm");
  (void)easel.press(view, kTab);
  CHECK(easel.focus() == "yes");
  (void)easel.tap(view, "no");
  (void)easel.draw(view);
  CHECK(easel.focus().empty());
}

TEST_CASE("Escape goes back, where there is a way back") {
  Easel easel(kFocusPanels.front());
  const std::u32string escape{platform::kEscapeKey};
  const auto back = easel.press(viewNamed("topics"), escape);
  REQUIRE(back.size() == 1);
  CHECK(back.front().act == Intent::Act::Back);
  CHECK(easel.press(viewNamed("confirm"), escape).empty());
}

TEST_CASE("the feed tells where the ring is, but on a pad only where secrets are told") {
  Easel easel(kFocusPanels.front());
  (void)easel.press(viewNamed("confirm"), kTab);
  CHECK(easel.draw(viewNamed("confirm")).focus == "yes");
  CHECK(easel.draw(viewNamed("pin")).focus == "(hidden)");
}
