#include <utility>

#include "kiosk/ui/samples/full_guide_views.h"
#include "kiosk/ui/samples/sample_texts.h"

namespace hallpass::samples {
namespace {

std::vector<WarningCard> cards() {
  return {{"Open a private window", "Close all windows of the browser, then open a private one.",
           "A private window is open"},
          {"Use a new personal account", "Never use your work or school account.",
           "I have a new personal account"},
          {"Take a code only to use it now", "When it is on the screen, it is taken.",
           "I will use it now"}};
}

CodeView code() {
  CodeView view{"Azure Pass",
                "100 US dollars",
                Code("TESTA-TESTB-TESTC-TESTD-TESTE"),
                "TESTA-TESTB-TESTC-TESTD-TESTE",
                "https://www.example.org/",
                {},
                {},
                true,
                reading(),
                true};
  view.codeStep = "Enter this code when the site asks for it. Scan it to copy it to your phone.";
  view.siteStep = "Open this site in your private window. Select Start, then sign in.";
  return view;
}

}  // namespace

std::vector<SampleView> studentViews() {
  using Purpose = DigitsView::Purpose;
  const ShownName name{kLongName, "number ends in 412"};
  const std::vector<std::string> next{"Open a private window.", "Type the code.", "Tell us here."};
  std::vector<SampleView> views;
  const auto add = [&](std::string title, ScreenView screen) {
    views.push_back({std::move(title), atStudent(std::move(screen))});
  };
  add("attract", AttractView{Standing::Open, kLongTitle, "Azure Pass", {}, true});
  add("attract, no codes", AttractView{Standing::OutOfStock, kLongTitle, "Azure Pass", {}, true});
  add("attract, no guide", AttractView{Standing::Open, kLongTitle, "Azure Pass", {}, false});
  add("find", FindView{"AN", true, {name, name, name, name, name, name, name}, true});
  add("walk-in", WalkInView{kLongName, WalkInView::Answer::NameTaken});
  add("walk-in, training", WalkInView{"Ruth", WalkInView::Answer::None});
  views.back().view.training = true;
  add("confirm", ConfirmView{name});
  add("before", BeforeView{cards(), 1, "You will get one code. First read three short cards."});
  add("before, shown how", BeforeView{cards(), 0, "You will get one code.", reading(), true});
  add("have-code", HaveCodeView{name, "Azure Pass", {}, std::nullopt});
  add("have-code, said", HaveCodeView{name, "Azure Pass", {}, Outcome::BlankPage});
  add("code", code());
  add("code-hidden", CodeHiddenView{"Azure Pass", true});
  add("no-codes", NoCodesView{});
  add("elsewhere", ElsewhereView{"Training room 12, second floor", {1'800'000'000'000}});
  add("done", DoneView{next, false, reading()});
  add("done, thanks", DoneView{next, true, {}});
  add("out-of-service", OutOfServiceView{kThreeSentences});
  add("class-word", ClassWordView{"PANDA", true});
  add("digits, chosen", DigitsView{Purpose::Choose, name, "4715", {}});
  add("digits, asked for", DigitsView{Purpose::Ask, name, "471", 2});
  add("digits, no try left", DigitsView{Purpose::Ask, name, "", 0});
  for (SampleView& each : fullGuideViews()) views.push_back(std::move(each));
  add("handed", HandedView{name, true});
  add("help", HelpView{{TextStep::Large, ThemeName::WhiteOnBlack, true, true}, true});
  add("help, nothing set", HelpView{});
  add("call", CallView{});
  add("call, asked", CallView{true});
  return views;
}

}  // namespace hallpass::samples
