// Every mistake that a venue can make in a file that guides are made of, and what it is told.
#include "kiosk/guide/guide.h"
#include "tests/kiosk/guide/assets_copy.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

using tests::AssetsCopy;
using tests::kSmall;

struct FileMistake {
  const char* file;
  const char* from;
  const char* to;
  const char* says;  ///< The whole sentence behind "FILE, line ".
};

const char* const kGuide = "guides/small.toml";
const char* const kAnswer = "answers/redeeming.toml";
const char* const kBrowsers = "browsers.toml";
const char* const kAddresses = "addresses.toml";
const char* const kTopic = "topics/new-account.toml";
const char* const kPass = "pass-types/small.toml";

const char* const kLong41 = "title = \"12345678901234567890123456789012345678901\"";

/// The line number and the sentence of a problem, without its file.
std::string behindFile(const AssetProblem& problem) {
  const std::string begin = problem.file + (problem.line == 0 ? ": " : ", line ");
  REQUIRE(problem.sentence.rfind(begin, 0) == 0);
  return problem.sentence.substr(begin.size());
}

void checkEach(const std::vector<FileMistake>& mistakes) {
  for (const FileMistake& mistake : mistakes) {
    const AssetsCopy assets(kSmall);
    assets.replace(mistake.file, mistake.from, mistake.to);
    const auto problems = checkAssets(assets.folder());
    INFO(mistake.file << ": " << mistake.from << " becomes " << mistake.to);
    CHECK(problems.size() == 1);
    if (problems.size() != 1) continue;
    CHECK(problems[0].file == mistake.file);
    CHECK(behindFile(problems[0]) == mistake.says);
    const bool passType = std::string(mistake.file) == kPass;
    if (!passType) CHECK_FALSE(loadGuide(assets.folder(), "small"));
  }
}

}  // namespace

TEST_CASE("the small assets are right, and hold one of each file") {
  CHECK(checkAssets(kSmall).empty());
  CHECK(assetFiles(kSmall).size() == 11);
  const auto guide = loadGuide(kSmall, "small");
  REQUIRE(guide);
  CHECK(guide->steps.at(0).level == Level::Stop);
  CHECK(guide->steps.at(0).minutes == 5);
  CHECK(guide->steps.at(0).answers == std::vector<std::string>{"used", "blank"});
  CHECK(guide->steps.at(1).part == 2);
  CHECK(guide->steps.at(1).accounts == std::vector{AccountKind::Tenant});
  CHECK(guide->pocket == "1: Open {portal}.\n2: Type the code.");
  CHECK(guide->answers.size() == 6);
  CHECK(guide->answer("used")->stage == Stage::Redeeming);
  CHECK(guide->answer("nobody") == nullptr);
  CHECK(guide->topics.at(0).id == "new-account");
  CHECK(guide->browsers.at(1).device == DeviceKind::Phone);
  CHECK(guide->address("portal")->url == "https://portal.example.org/");
  CHECK(withAddresses(guide->steps.at(0).body, guide->addresses) ==
        "Type it at portal.example.org.");
  CHECK(loadPassType(kSmall, "small")->site == "https://portal.example.org/");
}

TEST_CASE("a mistake of a guide is said with its line and what to do") {
  checkEach({
      {kGuide, "lead = \"You will get one code.\"", "",
       "1: \"lead\" is missing. Add: lead = \"...\""},
      {kGuide, "code_step", "code_stp = \"x\"\ncode_step",
       "3: \"code_stp\" is not known here. Remove it, or use one of: lead, accounts, code_step, "
       "site_step, next, parts, pocket, cards, steps."},
      {kGuide, "[\"Wait.\", \"Do not refresh.\"]", "[\"Wait.\"]",
       "5: \"next\" has 1 text; write 2."},
      {kGuide, "accounts = [\"personal\", \"tenant\"]",
       "accounts = [\"personal\", \"tenant\", \"school\"]",
       "2: \"accounts\" holds \"school\". Use one of: personal, tenant, tenant-phone."},
      {kGuide, "accounts = [\"personal\", \"tenant\"]",
       "accounts = [\"personal\", \"tenant\", \"tenant\"]",
       "2: \"accounts\" holds \"tenant\" twice. Keep one."},
      {kGuide, "accounts = [\"personal\", \"tenant\"]",
       "accounts = [\"personal\", \"tenant\", \"tenant-phone\"]",
       "10: \"cards\" shows 2 cards for the account \"tenant-phone\"; write exactly 3."},
      {kGuide, "agree = \"It is open\"", "agree = \"1234567890123456789012345678901234567\"",
       "13: \"agree\" has 37 characters; the screen has room for 36. Make it shorter."},
      {kGuide, "facts = [\"B6\"]", "facts = [\"6\"]",
       "14: \"facts\" holds \"6\". Write a letter and a number, such as \"B6\"."},
      {kGuide, "1: Open {portal}.", "1: Open\\t{portal}.",
       "7: \"pocket\" holds a tab or another control character. Remove it."},
      {kGuide, "Open one.", "Open one at {portal.",
       "12: \"body\" has a { without its }. An address is written as {ID}."},
      {kGuide, "lead = \"You will get one code.\"", "lead = \"Open {portl}.\"",
       "1: \"lead\" names {portl}, which is no address of addresses.toml: \"portl\". Use one of: "
       "portal, sign-up."},
  });
}

TEST_CASE("a mistake of a step is said with its line and what to do") {
  checkEach({
      {kGuide, "id = \"sign-up\"", "id = \"enter\"",
       "49: \"id\" is \"enter\" a second time. Give each a name of its own."},
      {kGuide, "id = \"sign-up\"", "id = \"Sign up\"",
       "49: \"id\" is \"Sign up\". Use lower-case letters, digits and dashes."},
      {kGuide, "part = 2", "part = 3",
       "50: \"part\" must be a whole number from 1 to 2, without quotes."},
      {kGuide, "title = \"Sign up\"", kLong41,
       "51: \"title\" has 41 characters; the screen has room for 40. Make it shorter."},
      {kGuide, "minutes = 5", "minutes = 61",
       "39: \"minutes\" must be a whole number from 0 to 60, without quotes."},
      {kGuide, "minutes = 5", "minutes = \"5\"",
       "39: \"minutes\" must be a whole number from 0 to 60, without quotes."},
      {kGuide, "level = \"stop\"\nwarning = \"Do not refresh.\"", "level = \"halt\"",
       "40: \"level\" is \"halt\". Use one of: plain, care, stop."},
      {kGuide, "level = \"stop\"\n", "",
       "40: \"warning\" stands in a plain step. Add level = \"care\" or level = \"stop\"."},
      {kGuide, "warning = \"Do not refresh.\"\n", "",
       "40: \"level\" needs a text in \"warning\". Write one, or remove \"level\"."},
      {kGuide, "address = \"portal\"", "address = \"portl\"",
       "43: \"address\" is \"portl\". Use one of: portal, sign-up."},
      {kGuide, "picture = \"wait\"", "picture = \"weight\"",
       "44: \"picture\" needs a drawing that is not there: illustrations/weight.svg. Add it, or "
       "name another."},
      {kGuide, "picture = \"wait\"", "picture = \"../wait\"",
       "44: \"picture\" must be the name of a file in illustrations/, without .svg: lower-case "
       "letters, digits and dashes."},
      {kGuide, "answers = [\"used\", \"blank\"]", "answers = [\"used\", \"blankk\"]",
       "45: \"answers\" holds \"blankk\". Use one of: blank, card, else, not-open, used, "
       "wrong-one."},
      {kGuide, "older_buttons = [\"Claim\"]", "older_buttons = \"Claim\"",
       "38: \"older_buttons\" must be a list. Write: older_buttons = [\"...\", \"...\"]"},
      {kGuide, "body = \"Fill in the form.\"\naccounts = [\"tenant\"]",
       "body = \"Fill in the form.\"\naccounts = [\"tenant-phone\"]",
       "33: \"steps\" names the account \"tenant-phone\" in \"Sign up\". Add it to the guide's "
       "accounts too."},
  });
}

TEST_CASE("a mistake of an answer is said with its line and what to do") {
  checkEach({
      {"answers/other.toml", "id = \"else\"", "id = \"not-open\"",
       "2: \"id\" is \"not-open\" a second time. Give each a name of its own."},
      {kAnswer, "guides = [\"small\"]", "guides = [\"small\", \"big\"]",
       "3: \"guides\" holds \"big\". Use one of: small."},
      {"answers/other.toml", "outcome = \"other\"", "outcome = \"worked\"",
       "4: \"outcome\" is \"worked\". Use one of: already-used, blank-page, card-asked, "
       "wrong-account, other."},
      {kAnswer, "title = \"It is used\"", kLong41,
       "5: \"title\" has 41 characters; the screen has room for 40. Make it shorter."},
      {kAnswer, "yes = \"Then it worked.\"\n", "",
       "7: \"question\" needs a text in \"yes\": what to do where the answer is yes."},
      {kAnswer, "question = \"Did you send it?\"\n", "",
       "7: \"yes\" needs a text in \"question\": what it is the answer to."},
      {kAnswer, "cause = \"It happens.\"\n", "", "1: \"cause\" is missing. Add: cause = \"...\""},
      {kAnswer, "messages = [\"code is already used\"]", "messages = [7]",
       "6: \"messages\" must be a text. Write it between quotes."},
      {kAnswer, "Open {portal}", "Open {gate}",
       "10: \"body\" names {gate}, which is no address of addresses.toml: \"gate\". Use one of: "
       "portal, sign-up."},
      {"answers/other.toml", "title = \"It is else\"", "titel = \"x\"\ntitle = \"x\"",
       "5: \"titel\" is not known here. Remove it, or use one of: id, guides, outcome, title, "
       "messages, question, yes, cause, body, picture, facts."},
  });
}

TEST_CASE("a mistake of a topic, a browser or an address is said with its line") {
  checkEach({
      {kTopic, "guides = [\"small\"]", "guides = [\"big\"]",
       "3: \"guides\" holds \"big\". Use one of: small."},
      {kTopic, "lead = \"It takes a few minutes.\"\n", "",
       "1: \"lead\" is missing. Add: lead = \"...\""},
      {kTopic, "guides = [\"small\"]", "guides = [\"small\"]\nplace = 0",
       "4: \"place\" must be a whole number from 1 to 99, without quotes."},
      {kTopic, "id = \"open\"", "id = \"open\"\npart = 2",
       "7: \"part\" must be a whole number from 1 to 1, without quotes."},
      {kBrowsers, "device = \"computer\"", "device = \"laptop\"",
       "3: \"device\" is \"laptop\". Use one of: computer, phone."},
      {kBrowsers, "menu = \"Open the menu, then New InPrivate window\"\n", "",
       "1: \"menu\" is missing. A computer's browser needs: menu = \"...\""},
      {kBrowsers, "keys = \"Ctrl+Shift+N\"", "iphone = \"Tabs\"",
       "7: \"iphone\" is not for a computer. Remove it."},
      {kBrowsers, "iphone = \"Tabs, then Private\"\n", "",
       "10: \"android\" is missing. A phone's browser needs: android = \"...\" or iphone = "
       "\"...\""},
      {kBrowsers, "mark = \"A dark address field\"", "mark = \"A dark field\"\nkeys = \"Ctrl\"",
       "17: \"keys\" is not for a phone. Remove it."},
      {kBrowsers, "id = \"edge\"", "id = \"wedge\"",
       "2: \"id\" needs a drawing that is not there: illustrations/browser-wedge.svg. Add it, or "
       "name another."},
      {kAddresses, "https://portal.example.org/", "http://portal.example.org/",
       "4: \"url\" must be an address such as https://www.example.org/. Begin it with https:// "
       "and write it without spaces."},
      {kAddresses, "id = \"sign-up\"\n", "id = \"sign-up\"\nnote = 1\n",
       "8: \"note\" is not known here. Remove it, or use one of: id, title, url."},
      {kPass, "site = \"portal\"", "site = \"portl\"",
       "6: \"site\" is \"portl\". Use one of: portal, sign-up. Or write an address that begins "
       "with https://."},
  });
}

TEST_CASE("a guide shows at most 16 steps for one account") {
  for (const int more : {14, 15}) {
    const AssetsCopy assets(kSmall);
    std::string guide = assets.read(kGuide);
    for (int step = 0; step < more; ++step) {
      guide += "\n[[steps]]\nid = \"s" + std::to_string(step) + "\"\ntitle = \"x\"\nbody = \"x\"\n";
    }
    assets.write(kGuide, guide);
    const auto problems = checkAssets(assets.folder());
    CHECK(problems.size() == (more == 14 ? 0 : 1));
    if (!problems.empty()) {
      CHECK(behindFile(problems[0]) ==
            "33: \"steps\" shows 17 steps for the account \"tenant\"; write at most 16.");
    }
  }
}

TEST_CASE("a guide that answers an outcome with nothing is told to") {
  const AssetsCopy assets(kSmall);
  assets.replace("answers/portal.toml", "outcome = \"card-asked\"", "outcome = \"other\"");
  const auto problems = checkAssets(assets.folder());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].sentence ==
        "guides/small.toml: No answer has the outcome \"card-asked\" for this guide. Add \"small\" "
        "to the guides of one in answers/, or write one.");
}

TEST_CASE("a pass type whose guide is not there is told which are") {
  const AssetsCopy assets(kSmall);
  assets.replace(kPass, "guide = \"small\"", "guide = \"big\"");
  const auto problems = checkAssets(assets.folder());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].sentence ==
        "pass-types/small.toml: There is no guide \"big\". Use one of: small.");
}

TEST_CASE("an answer's file of no known stage is refused, not passed over") {
  const AssetsCopy assets(kSmall);
  assets.write("answers/later.toml", "");
  const auto problems = checkAssets(assets.folder());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].sentence ==
        "answers/later.toml: The name of this file is \"later\". Use one of: before, redeeming, "
        "activating, portal, account, other.");
}

TEST_CASE("a file that is missing is one mistake, not one for each name that stood in it") {
  for (const std::string file : {"addresses.toml", "answers/portal.toml", "browsers.toml"}) {
    const AssetsCopy assets(kSmall);
    std::filesystem::remove(assets.folder() / file);
    std::vector<AssetProblem> problems = checkAssets(assets.folder());
    std::erase_if(problems, [](const auto& problem) { return problem.file == kPass; });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].sentence == file + ": is missing. Copy it from the program's own assets.");
  }
}

TEST_CASE("all mistakes of all files are said, in the order of files and lines") {
  const AssetsCopy assets(kSmall);
  assets.replace(kGuide, "minutes = 5", "minutes = 61");
  assets.replace(kGuide, "lead = \"You", "lead = \" You");
  assets.replace(kAnswer, "title = \"It is used\"", "title = \"\"");
  assets.write("browsers.toml", "[[browsers]]\nid = \n");
  std::vector<std::string> places;
  for (const AssetProblem& problem : checkAssets(assets.folder())) {
    places.push_back(problem.file + ":" + std::to_string(problem.line));
  }
  CHECK(places == std::vector<std::string>{"answers/redeeming.toml:5", "browsers.toml:2",
                                           "guides/small.toml:1", "guides/small.toml:39"});
}

TEST_CASE("the words of accounts and stages are those of the files") {
  for (const AccountKind kind : kAccountKinds) {
    CHECK(accountKindNamed(name(kind)) == kind);
    CHECK_FALSE(title(kind).empty());
  }
  CHECK_FALSE(accountKindNamed("school"));
  std::vector<std::string> names;
  for (const Stage stage : kStages) names.emplace_back(name(stage));
  CHECK(names == std::vector<std::string>{"before", "redeeming", "activating", "portal", "account",
                                          "other"});
  for (const Stage stage : kStages) CHECK_FALSE(title(stage).empty());
}

}  // namespace hallpass
