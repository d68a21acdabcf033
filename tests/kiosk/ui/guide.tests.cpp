#include <algorithm>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::StepView;
using hallpass::View;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};

View sample(const std::string& name) {
  for (const hallpass::samples::SampleView& each : hallpass::samples::studentViews()) {
    if (each.name == name) return each.view;
  }
  FAIL("no view called " << name);
  return {};
}

void checkPick(Easel& easel, const View& view, std::string_view id, std::size_t index) {
  const auto pick = easel.tap(view, id);
  REQUIRE(pick);
  CHECK(pick->act == Act::Pick);
  CHECK(pick->index == index);
}

}  // namespace

TEST_CASE("the attract screen wakes all over, but for the guide's own button") {
  Easel easel(kDesktop);
  for (const char* name : {"attract", "attract, no codes"}) {
    INFO(name);
    CHECK(easel.tap(sample(name), "how")->act == Act::Topics);
  }
  CHECK(easel.tap(sample("attract"), "wake")->act == Act::Wake);
  CHECK(easel.draw(sample("attract, no guide")).find("how") == nullptr);
}

TEST_CASE("the code's screen leads to the steps, and hides or ends as before") {
  Easel easel(kDesktop);
  CHECK(easel.tap(sample("code"), "steps")->act == Act::Steps);
  CHECK(easel.tap(sample("code"), "hide")->act == Act::Hide);
  CHECK(easel.tap(sample("code"), "done")->act == Act::Finish);
  for (const char* name : {"code-hidden", "done"}) {
    CHECK(easel.tap(sample(name), "how")->act == Act::Topics);
  }
}

TEST_CASE("a step shows all that it holds") {
  Easel easel(kDesktop);
  const View view = sample("step");
  const Scene scene = easel.draw(view);
  CHECK(scene.screen == "step");
  CHECK(scene.mentions("Step 2 of 2: "));
  CHECK(scene.mentions("Card 10 of 16"));
  CHECK(scene.mentions("Claim Promo Code"));
  CHECK(scene.mentions("Older pages: Submit, Claim Promotion Code"));
  CHECK(scene.mentions("This can take up to 5 minutes."));
  CHECK(scene.mentions("microsoftazuresponsorships.com"));
  CHECK(scene.qr("Balance of the pass").rect.width > 0);
  CHECK(easel.tap(view, "next")->act == Act::Next);
  CHECK(easel.tap(view, "back")->act == Act::Back);
  CHECK(easel.tap(view, "failed")->act == Act::ItDidNot);
  CHECK(easel.tap(view, "code")->act == Act::Show);
  CHECK(easel.tap(view, "how-private")->act == Act::Private);
}

TEST_CASE("a topic's step names the address of its text, and offers no code to who has none") {
  Easel easel(kDesktop);
  const Scene scene = easel.draw(sample("step of a topic"));
  CHECK(scene.mentions("How much is left"));
  CHECK(scene.mentions("Sign in at microsoftazuresponsorships.com/balance"));
  CHECK(scene.qrs.size() == 1);
  CHECK(scene.find("code") == nullptr);
  CHECK(scene.find("failed") == nullptr);
  CHECK(scene.find("next")->label == "Finish");
}

TEST_CASE("the first card shows how a private window is opened, the others do not") {
  Easel easel(kDesktop);
  CHECK(easel.tap(sample("before, shown how"), "how-private")->act == Act::Private);
  CHECK(easel.draw(sample("before")).find("how-private") == nullptr);
}

TEST_CASE("a device, a browser, and how it is done there") {
  Easel easel(kDesktop);
  checkPick(easel, sample("devices"), "phone", 1);
  checkPick(easel, sample("browsers"), "browser-firefox3", 2);
  const Scene computer = easel.draw(sample("browser"));
  CHECK(computer.mentions("In Mozilla Firefox it is called Private Browsing."));
  CHECK(computer.mentions("Windows, Linux"));
  CHECK(computer.mentions("Cmd"));
  CHECK_FALSE(computer.mentions("Android"));
  CHECK(easel.draw(sample("browser of a phone")).mentions("iPhone, iPad"));
  CHECK(easel.tap(sample("browser"), "opened")->act == Act::Next);
}

TEST_CASE("the topics and the steps for one's own phone") {
  Easel easel(kDesktop);
  checkPick(easel, sample("topics"), "topic-balance", 3);
  const Scene pocket = easel.draw(sample("pocket"));
  CHECK(pocket.qrs.size() == 2);
  CHECK(pocket.qr("1").rect.width > pocket.qr("2").rect.width);
  CHECK(pocket.mentions("training.example.com/azure-pass"));
}

TEST_CASE("what went wrong is found by where it did, or by a word") {
  Easel easel(kDesktop);
  checkPick(easel, sample("went-wrong"), "stage-portal", 3);
  CHECK(easel.tap(sample("went-wrong"), "search")->act == Act::Search);
  checkPick(easel, sample("look-up"), "answer-2", 1);
  CHECK(easel.tap(sample("look-up"), "key-u")->text == "U");
  CHECK(easel.draw(sample("look-up")).mentions("more: type on"));
  CHECK(easel.draw(sample("look-up, nothing")).mentions("Nothing here has that word."));
}

TEST_CASE("more symptoms than have room are paged, and each can be reached") {
  Easel easel(kDesktop);
  const View view = sample("symptoms");
  std::size_t seen = 0;
  for (int page = 0; page < 9 && seen < 18; ++page) {
    for (const tests::Target& target : easel.draw(view).all("answer-")) {
      ++seen;
      CHECK(target.id == "answer-" + std::to_string(seen));
    }
    if (seen < 18) (void)easel.tap(view, "page-forward");
  }
  CHECK(seen == 18);
  CHECK_FALSE(easel.draw(view).find("page-forward")->enabled);
  checkPick(easel, view, "answer-18", 17);
  CHECK(easel.tap(view, "others")->act == Act::Others);
  CHECK(easel.draw(sample("symptoms, few")).find("page-forward") == nullptr);
}

TEST_CASE("an answer asks first, looks at the record, and leads to the instructor last") {
  Easel easel(kDesktop);
  CHECK(easel.tap(sample("answer, question"), "yes")->act == Act::Yes);
  CHECK(easel.tap(sample("answer, question"), "no")->act == Act::No);
  CHECK(easel.draw(sample("answer")).mentions("This code was given to you"));
  CHECK(easel.draw(sample("answer")).qr("Azure portal").rect.width > 0);
  CHECK(easel.tap(sample("answer"), "worked")->act == Act::ItWorked);
  CHECK(easel.tap(sample("answer"), "call")->act == Act::ItDidNot);
  CHECK(easel.tap(sample("answer, last"), "finish")->act == Act::Finish);
  const Scene without = easel.draw(sample("answer without a code"));
  CHECK(without.mentions("If this does not help, call your instructor."));
  CHECK(without.find("call") == nullptr);
  CHECK(without.find("worked") == nullptr);
  CHECK(easel.tap(sample("answer without a code"), "finish")->act == Act::Finish);
}
