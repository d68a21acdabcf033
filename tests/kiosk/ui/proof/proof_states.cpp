#include "tests/kiosk/ui/proof/proof_states.h"

#include <imgui.h>

#include <array>
#include <utility>
#include <vector>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/picture.h"

namespace tests {
namespace {

using namespace hallpass;

constexpr int kLeast = 40;  ///< Pixels that differ: a thin line around a target has far more.

/// One thing in two states: the same screen twice, and where they must differ.
struct StatePair {
  std::string name;
  View one;
  View other;
  std::string target;  ///< "" = anywhere.
};

View desk(DeskView screen, DeskPlace place = DeskPlace::Class) {
  screen.screen = "states";
  View view = samples::inDesk(std::move(screen));
  view.desk->place = place;
  return view;
}

View choice(std::size_t chosen) {
  DeskView screen;
  screen.form =
      FormView{{{"walk-ins", "Walk-ins", "", "", {"Allowed", "Not allowed"}, chosen, ""}}};
  return desk(std::move(screen));
}

View action(bool enabled) {
  DeskView screen;
  screen.main = DeskButton{"go", "Go on", enabled};
  return desk(std::move(screen));
}

View signedFact(Sign sign) {
  DeskView screen;
  screen.facts = {{"12", "codes", sign}};
  return desk(std::move(screen));
}

View sorted(Direction direction) {
  DeskView screen;
  screen.table = samples::sampleTable(2, 5);
  screen.table->direction = direction;
  return desk(std::move(screen));
}

View before(std::size_t agreed) {
  BeforeView screen{{{"One", "First.", "I will"}, {"Two", "Second.", "I will"}}, agreed, "Read."};
  View view;
  view.screen = std::move(screen);
  return view;
}

std::vector<StatePair> pairs() {
  std::vector<StatePair> all{
      {"a choice taken and not", choice(0), choice(1), "walk-ins-1"},
      {"a button that can be touched and not", action(true), action(false), "go"},
      {"the place that is open and not", desk({}, DeskPlace::Class), desk({}, DeskPlace::Journal),
       "nav-class"},
      {"a list sorted up and down", sorted(Direction::Ascending), sorted(Direction::Descending),
       "sort-1"},
      {"a card read and not", before(0), before(1), ""}};
  const std::array<std::pair<const char*, Sign>, 5> signs{{{"none", Sign::None},
                                                           {"good", Sign::Good},
                                                           {"attention", Sign::Attention},
                                                           {"bad", Sign::Bad},
                                                           {"waiting", Sign::Waiting}}};
  for (std::size_t i = 0; i < signs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      all.push_back({std::string("the signs ") + signs[j].first + " and " + signs[i].first,
                     signedFact(signs[j].second), signedFact(signs[i].second), ""});
    }
  }
  return all;
}

Rect placeOf(const Studio& studio, const std::string& target) {
  const auto* found = studio.description().find(target);
  if (found != nullptr) return found->rect;
  const auto& size = studio.panel().size;
  return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
}

void note(ProofTable& table, int differing, const std::string& what) {
  table.note("states: differ where nothing has a colour", "40 pixels", differing - kLeast,
             [&] { return std::to_string(differing) + " pixels, " + what; });
}

void judgePressed(ProofTable& table, Studio& studio, const Look& look, const std::string& setting) {
  View view = action(true);
  view.look = look;
  const platform::Pixels still = studio.draw(view);
  const Rect place = placeOf(studio, "go");
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = place.centre();
  (void)studio.draw(view);
  io.MouseDown[0] = true;
  (void)studio.draw(view);
  note(table, greyDifference(still, studio.draw(view), place),
       "a button pressed and not, " + setting);
  io.MousePos = {-1, -1};
  (void)studio.draw(view);
  io.MouseDown[0] = false;
  (void)studio.draw(view);
}

}  // namespace

void judgeStates(ProofTable& table, Studio& studio, const Look& look, const std::string& setting) {
  for (StatePair& pair : pairs()) {
    pair.one.look = look;
    pair.other.look = look;
    const platform::Pixels one = studio.draw(pair.one);
    const platform::Pixels& other = studio.draw(pair.other);
    note(table, greyDifference(one, other, placeOf(studio, pair.target)),
         pair.name + ", " + setting);
  }
  judgePressed(table, studio, look, setting);
}

}  // namespace tests
