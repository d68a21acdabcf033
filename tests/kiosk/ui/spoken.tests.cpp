#include "kiosk/ui/spoken.h"

#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/samples/sample_views.h"
#include "kiosk/ui/spelling.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::Description;
using hallpass::Spoken;
using Codes = hallpass::Spoken::Codes;

namespace {

/// A screen in words: "#" before a heading, "*" before a secret; the last is the typed field's.
Description screenOf(const std::string& name, const std::vector<std::string>& texts,
                     const std::string& focus = "") {
  Description now(Description::Secrets::Hidden);
  now.begin(name, 1280, 800);
  for (const std::string& text : texts) {
    if (text.front() == '*') {
      now.addSecretText(text.substr(1), {});
    } else {
      now.addText(text.front() == '#' ? text.substr(1) : text, {}, text.front() == '#');
    }
  }
  now.addTarget({"yes", "Yes, that is me", "button", {}, true, false});
  now.addTarget({"no", "No", "button", {}, false, false});
  now.setFocus(focus);
  return now;
}

}  // namespace

TEST_CASE("a screen that comes is said: its title, its texts, what the keys point at") {
  Spoken spoken;
  CHECK(spoken.news(screenOf("confirm", {"TRAINING", "#Is this you?", "Aino Virtanen"}, "yes"),
                    Codes::Spelt) ==
        "Is this you?\nTRAINING.\nAino Virtanen.\nYes, that is me, button.");
  CHECK(spoken
            .news(screenOf("confirm", {"TRAINING", "#Is this you?", "Aino Virtanen"}, "yes"),
                  Codes::Spelt)
            .empty());
}

TEST_CASE("of a screen without a word is said what can be touched on it") {
  Spoken spoken;
  CHECK(spoken.news(screenOf("asleep", {}, "yes"), Codes::Spelt) ==
        "Yes, that is me, button.\nNo, not possible now.");
}

TEST_CASE("a key that moves has what it points at said, and nothing else") {
  Spoken spoken;
  (void)spoken.news(screenOf("confirm", {"#Is this you?"}, "yes"), Codes::Spelt);
  CHECK(spoken.news(screenOf("confirm", {"#Is this you?"}, "no"), Codes::Spelt) ==
        "No, not possible now.");
}

TEST_CASE("an error that comes to a screen is said by itself") {
  Spoken spoken;
  (void)spoken.news(screenOf("class-word", {"#The class word", "Type it"}), Codes::Spelt);
  CHECK(spoken.news(screenOf("class-word", {"#The class word", "Type it", "That is not it."}),
                    Codes::Spelt) == "That is not it.");
}

TEST_CASE("what is typed is said letter by letter, a mark by its name") {
  Spoken spoken;
  (void)spoken.news(screenOf("find", {"#Who are you?", "Type your name"}), Codes::Spelt);
  CHECK(spoken.news(screenOf("find", {"#Who are you?", "A"}), Codes::Spelt) == "A.");
  CHECK(spoken.news(screenOf("find", {"#Who are you?", "Ai"}), Codes::Spelt) == "i.");
  CHECK(spoken.news(screenOf("find", {"#Who are you?", "Ai-"}), Codes::Spelt) == "hyphen.");
  CHECK(spoken.news(screenOf("find", {"#Who are you?", "Ai"}), Codes::Spelt) == "Ai.");
}

TEST_CASE("a countdown is said each ten seconds and near its end, a clock not at all") {
  Spoken spoken;
  std::vector<int> said;
  for (int left = 30; left > 0; --left) {
    const auto now = screenOf("still-there", {"#Are you still there?",
                                              "In " + std::to_string(left) + " seconds it ends."});
    if (!spoken.news(now, Codes::Spelt).empty()) said.push_back(left);
  }
  CHECK(said == std::vector<int>{30, 20, 10, 5});
  (void)spoken.news(screenOf("desk", {"#Overview", "Locks in 04:59"}), Codes::Spelt);
  CHECK(spoken.news(screenOf("desk", {"#Overview", "Locks in 04:50"}), Codes::Spelt).empty());
  CHECK_FALSE(spoken.news(screenOf("desk", {"#Overview", "13 left"}), Codes::Spelt).empty());
}

TEST_CASE("a code is spelt where only its student hears it, else when it is asked for") {
  Spoken spoken;
  const Description now = screenOf("code", {"#Azure Pass", "*K7 SE"});
  CHECK(spoken.news(now, Codes::Kept) ==
        "Azure Pass.\nPress F1 to hear your code, letter by letter.");
  CHECK(Spoken::whole(now, Codes::Kept) == "Azure Pass.\nKilo, 7. Sierra, Echo.");
  spoken.forget();
  CHECK(spoken.news(now, Codes::Spelt) == "Azure Pass.\nKilo, 7. Sierra, Echo.");
}

TEST_CASE("what is typed in secret is not told, not said, and its keys are not named") {
  const bool secret = GENERATE(false, true);
  tests::Easel easel(tests::Panel{{1280, 800}});
  hallpass::EditView edit;
  edit.title = "Recovery word";
  edit.typed = "K7QM";
  edit.secret = secret;
  hallpass::View view;
  view.screen = edit;
  for (int i = 0; i < 30 && !easel.focus().starts_with("key-"); ++i) (void)easel.press(view, U"\t");
  REQUIRE(easel.focus().starts_with("key-"));
  const Description now = easel.description();
  CHECK(now.focusesSecret() == secret);
  CHECK((now.toJson(1).find("K7QM") == std::string::npos) == secret);
  CHECK((Spoken::whole(now, Codes::Kept).find("K7QM") == std::string::npos) == secret);
}

TEST_CASE("a digit that the keys point at is named only where nobody else hears it") {
  tests::Easel easel(tests::Panel{{1280, 800}});
  std::vector<hallpass::samples::SampleView> views = hallpass::samples::studentViews();
  for (auto& each : hallpass::samples::deskViews()) views.push_back(std::move(each));
  int pads = 0;
  for (const auto& [name, view] : views) {
    if (name != "pin" && name != "digits, chosen") continue;
    ++pads;
    (void)easel.press(view, U"\t");
    const Description digit = easel.description();
    CHECK(digit.focusesSecret());
    CHECK(Spoken::whole(digit, Codes::Spelt).ends_with("1."));
    CHECK_FALSE(Spoken::whole(digit, Codes::Kept).ends_with("1."));
    Spoken spoken;
    CHECK_FALSE(spoken.news(digit, Codes::Kept).ends_with("1."));
    (void)easel.press(view, U"\t");
    CHECK(spoken.news(easel.description(), Codes::Kept).empty());
    // Other keys have their names.
    for (int i = 0; i < 30 && !easel.focus().ends_with("-erase"); ++i) {
      (void)easel.press(view, U"\t");
    }
    CHECK_FALSE(spoken.news(easel.description(), Codes::Kept).empty());
    easel.forgetKeys();
  }
  CHECK(pads == 2);
}

TEST_CASE("speech hears a code that the feed hides") {
  const Description now = screenOf("code", {"*K7SE"});
  REQUIRE(now.heard().size() == 1);
  CHECK(now.heard().front().text == "K7SE");
  CHECK(now.toJson(1).find("K7SE") == std::string::npos);
}

TEST_CASE("a code is spelt with its marks, and with its capitals where it has small letters") {
  CHECK(hallpass::spelt("WK0S-1") == "Whiskey, Kilo, 0, Sierra, hyphen, 1.");
  CHECK(hallpass::spelt("aB") == "Alfa, capital Bravo.");
  CHECK(hallpass::spelt("").empty());
  std::set<std::string> words;
  for (char letter = 'A'; letter <= 'Z'; ++letter) words.insert(hallpass::spelt({&letter, 1}));
  CHECK(words.size() == 26);
}

TEST_CASE("every screen and every target of it has something to be said") {
  namespace samples = hallpass::samples;
  std::vector<samples::SampleView> views = samples::studentViews();
  for (const auto& more : {samples::deskViews(), samples::guideViews()}) {
    views.insert(views.end(), more.begin(), more.end());
  }
  tests::Easel easel(tests::Panel{{1280, 800}});
  std::vector<std::string> silent;
  for (const samples::SampleView& sample : views) {
    (void)easel.draw(sample.view);
    const bool dark = std::holds_alternative<hallpass::SleepView>(sample.view.screen);
    Spoken spoken;
    if (!dark && spoken.news(easel.description(), Codes::Spelt).empty()) {
      silent.push_back(sample.name);
    }
    for (const Description::Target& target : easel.description().targets()) {
      if (target.label.empty()) silent.push_back(sample.name + " " + target.id);
    }
  }
  CHECK(silent == std::vector<std::string>{});
}
