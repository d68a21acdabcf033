// Whether everyone can use every screen (trust.md 8): walks all of them by their description and by
// the colours of their pixels, prints a table of what was judged and the worst of each, and fails
// where anything misses its limit. There are no exceptions.
#include "tests/kiosk/ui/proof/proof.h"

#include <cstdio>
#include <utility>

#include "kiosk/domain/language.h"
#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"
#include "tests/kiosk/ui/proof/proof_states.h"
#include "tests/support/catch.h"

using hallpass::kLanguages;
using hallpass::Look;
using hallpass::Studio;
using hallpass::TextStep;
using hallpass::ThemeName;
using hallpass::View;
using hallpass::samples::SampleView;
using tests::ProofTable;

namespace {

const std::vector<std::string> kNone;

struct ProofLook {
  const char* name;
  Look look;
};
const std::vector<ProofLook> kThemes{
    {"light", {}},
    {"dark", {TextStep::Normal, ThemeName::Dark}},
    {"black on white", {TextStep::Normal, ThemeName::BlackOnWhite}},
    {"white on black", {TextStep::Normal, ThemeName::WhiteOnBlack}}};
const std::vector<ProofLook> kTextSteps{
    {"normal text", {}},
    {"small text", {TextStep::Small}},
    {"large text", {TextStep::Large}},
    {"largest text", {TextStep::Largest}},
    {"controls low", {TextStep::Normal, ThemeName::Light, true}},
    {"left hand", {TextStep::Normal, ThemeName::Light, false, true}}};

struct ProofPanel {
  const char* name;
  Studio::Panel panel;
};
/// The last two have ten inches, 215 x 134 mm.
const std::vector<ProofPanel> kPanels{{"1280 x 800", {{1280, 800}, 3.78}},
                                      {"800 x 1280", {{800, 1280}, 3.78}},
                                      {"1280 x 720", {{1280, 720}, 3.78}},
                                      {"1920 x 1080", {{1920, 1080}, 3.78}},
                                      {"1080 x 1920", {{1080, 1920}, 3.78}},
                                      {"1280 x 800, ten inches", {{1280, 800}, 5.95}},
                                      {"800 x 1280, ten inches", {{800, 1280}, 5.95}}};

struct InAllLanguages {
  InAllLanguages() { platform::useCatalogues(hallpass::localeFolder(), {"hallpass", "guides"}); }
  ~InAllLanguages() { platform::useCatalogues({}, {}); }
  InAllLanguages(const InAllLanguages&) = delete;
  InAllLanguages& operator=(const InAllLanguages&) = delete;
};

Studio::Folders folders() {
  return {hallpass::assetsFolder() / "illustrations", hallpass::localeFolder()};
}

/// At the desk nothing changes but the theme.
std::vector<SampleView> everyScreen(const Look& look) {
  std::vector<SampleView> all = hallpass::samples::studentViews();
  if (look == Look{TextStep::Normal, look.theme}) {
    for (SampleView& each : hallpass::samples::deskViews()) all.push_back(std::move(each));
  }
  for (SampleView& each : all) each.view.look = look;
  return all;
}

void judgeGeometry(ProofTable& table, Studio& studio, const std::vector<SampleView>& views,
                   const std::string& setting) {
  for (const SampleView& each : views) {
    studio.lay(each.view);
    judgeTargets(table, studio, {each.name, setting});
    judgeTexts(table, studio, {each.name, setting});
    judgeKeys(table, studio, {each.name, setting});
  }
}

void judgeThemes(ProofTable& table) {
  for (const ProofLook& look : kThemes) {
    Studio studio(kPanels[0].panel, folders());
    for (const SampleView& each : everyScreen(look.look)) {
      const auto& picture = studio.draw(each.view);
      judgeContrast(table, studio, picture, themeOf(look.look), {each.name, look.name});
    }
    judgeStates(table, studio, look.look, look.name);
  }
}

/// Each panel, and each wish of a student on the first two and on a small one.
void judgePanels(ProofTable& table) {
  for (const ProofPanel& panel : kPanels) {
    const bool wishes = &panel == &kPanels[0] || &panel == &kPanels[1] || &panel == &kPanels[5];
    for (const ProofLook& step : kTextSteps) {
      if (!wishes && !(step.look == Look{})) continue;
      Studio studio(panel.panel, folders());
      judgeGeometry(table, studio, everyScreen(step.look),
                    std::string(panel.name) + ", " + step.name);
    }
  }
}

void judgeLanguages(ProofTable& table) {
  const InAllLanguages catalogues;
  for (std::size_t panel = 0; panel < 2; ++panel) {
    Studio studio(kPanels[panel].panel, folders());
    for (const auto& language : kLanguages) {
      platform::setLanguage(language.id);
      judgeGeometry(table, studio, everyScreen({}),
                    std::string(kPanels[panel].name) + ", " + std::string(language.id));
    }
  }
  platform::setLanguage("en");
}

/// What changes by itself: the countdown, a held button, the call for the instructor.
void judgeMotion(ProofTable& table) {
  Studio studio({{640, 400}, 1.89}, folders());
  for (const SampleView& each : everyScreen({})) {
    if (each.name.starts_with("call")) judgeFlashes(table, studio, each.view, "", {each.name, ""});
    if (each.name == "notice to hold") {
      judgeFlashes(table, studio, each.view, "erase", {each.name, "held"});
    }
    if (each.name != "find") continue;
    View counting = each.view;
    counting.secondsLeft = 20;
    judgeFlashes(table, studio, counting, "", {"still-there", "a second that stands"});
  }
}

}  // namespace

TEST_CASE("everyone can use every screen: the proof's table is clean") {
  ProofTable table;
  judgeThemes(table);
  judgePanels(table);
  judgeLanguages(table);
  judgeMotion(table);
  std::printf("%s", table.text().c_str());
  CHECK(table.misses() == kNone);
}

TEST_CASE("the proof finds what is too faint") {
  ProofTable table;
  Studio studio(kPanels[0].panel, folders());
  platform::Pixels picture = studio.draw(hallpass::samples::studentViews().front().view);
  // Every pixel halfway to white.
  for (auto& byte : picture.bytes) byte = static_cast<std::uint8_t>(128 + byte / 2);
  judgeContrast(table, studio, picture, hallpass::themeOf({}), {"attract", "faint"});
  CHECK_FALSE(table.row("contrast: each text is in the picture").misses.empty());
}

TEST_CASE("the proof finds what is too small and too near") {
  ProofTable table;
  Studio studio({{1280, 800}, 12.0}, folders());
  for (const SampleView& each : everyScreen({})) {
    studio.lay(each.view);
    judgeTargets(table, studio, {each.name, "a panel of four inches"});
  }
  CHECK_FALSE(table.row("targets: smallest side").misses.empty());
  CHECK_FALSE(table.row("targets: gap between two").misses.empty());
}
