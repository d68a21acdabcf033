#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

const tests::Arguments kOpen = {"class", "open", "--title", "T", "--pass", "azure-pass"};

tests::Arguments openWith(const tests::Arguments& more) {
  tests::Arguments all = kOpen;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("before the first class, every command of a class says that there is none") {
  const Program program;
  for (const char* command : {"pause", "resume", "close", "show"}) {
    CHECK(program.refused({"class", command}) == "NoClass");
  }
  CHECK(program.refused({"claim", "--student", "x"}) == "NoClass");
  CHECK(program.refused({"import", "roster", sample("roster.csv")}) == "NoClass");
  CHECK(program.json({"students"}) == json::parse(R"({"students":[]})"));
}

TEST_CASE("a class is opened with its roster, and shows what it is") {
  const Program program;
  const json opened = program.json({"class", "open", "--title", "Größe 山", "--pass", "azure-pass",
                                    "--roster", sample("roster.csv"), "--from", "2020-01-01",
                                    "--until", "2999-12-31", "--walk-ins", "yes"});
  CHECK(opened["class"] == 1);
  CHECK(opened["roster"]["added"] == 30);
  CHECK(opened["roster"]["rejected"] == 0);
  const json shown = program.json({"class", "show"});
  CHECK(shown["title"] == "Größe 山");
  CHECK(shown["pass_type"] == "azure-pass");
  CHECK(shown["state"] == "open");
  CHECK(shown["from"] == "2020-01-01T00:00:00.000Z");
  CHECK(shown["until"] == "2999-12-31T23:59:59.999Z");
  CHECK(shown["walk_ins"] == true);
  CHECK(shown["refuses"].is_null());
  CHECK(shown["students"] == 30);
  CHECK(shown["claimed"] == 0);
  CHECK(shown["in_stock"] == 0);
  const std::string text = program.done({"class", "show"});
  CHECK(text.find("\"Größe 山\" (azure-pass) is open") == 0);
}

TEST_CASE("a time of day that is given for the end is kept as it is") {
  const Program program;
  const json opened = program.json(openWith({"--until", "2999-12-31T17:30"}));
  CHECK(opened["until"] == "2999-12-31T17:30:00.000Z");
  CHECK(opened["from"].is_null());
  CHECK(opened["walk_ins"] == false);
}

TEST_CASE("a class keeps the device's own time, and Z for UTC") {
  const Program program;
  const auto run = [&](tests::Arguments arguments) {
    arguments.insert(arguments.end(), {"--data", program.data().string()});
    const auto ended = Program::runBare(arguments, {{"TZ", "CET-1CEST,M3.5.0,M10.5.0/3"}});
    CHECK(ended.status == 0);
    return ended;
  };
  run(openWith({"--from", "2026-07-01T09:00Z", "--until", "2999-12-31"}));
  const json shown = run({"class", "show", "--json"}).json();
  CHECK(shown["from"] == "2026-07-01T09:00:00.000Z");
  CHECK(shown["until"] == "2999-12-31T22:59:59.999Z");
  const std::string text = run({"class", "show"}).out;
  CHECK(text.find("from 2026-07-01 11:00:00 CEST until 2999-12-31 23:59:59 CET") !=
        std::string::npos);
  CHECK(run({"journal", "show"}).out.find(" CE") != std::string::npos);
}

TEST_CASE("a class that was opened earlier or is closed is not said to begin now") {
  const Program program;
  openClass(program);
  CHECK(program.done({"class", "show"})
            .find("\"Azure Administrator\" (azure-pass) is open until it is closed.\n") == 0);
  CHECK(
      program.done({"class", "close"}).find("\"Azure Administrator\" (azure-pass) is closed.\n") ==
      0);
}

TEST_CASE("a class that is closed says when it was to be open") {
  const Program program;
  tests::openClassOf2020(program);
  CHECK(program.done({"class", "show"})
            .find("is open from 2020-01-01 09:00:00 UTC until 2020-01-01 17:00:00 UTC.\n") !=
        std::string::npos);
  CHECK(program.done({"class", "close"})
            .find("is closed. It was to be open from 2020-01-01 09:00:00 UTC until 2020-01-01 "
                  "17:00:00 UTC.\n1 student, 0 took a code; 0 codes in stock") !=
        std::string::npos);
}

TEST_CASE("a class goes through its states, and says no where it must") {
  const Program program;
  openClass(program);
  CHECK(program.refused(kOpen) == "ClassAlreadyOpen");
  CHECK(program.json({"class", "pause"})["state"] == "paused");
  CHECK(program.json({"class", "pause"})["state"] == "paused");
  CHECK(program.refused(kOpen) == "ClassAlreadyOpen");
  CHECK(program.json({"class", "resume"})["state"] == "open");
  CHECK(program.json({"class", "close"})["state"] == "closed");
  CHECK(program.json({"class", "close"})["state"] == "closed");
  CHECK(program.refused({"class", "pause"}) == "ClassClosed");
  CHECK(program.refused({"class", "resume"}) == "ClassClosed");
  CHECK(program.refused({"import", "roster", sample("roster.csv")}) == "ClassClosed");
  CHECK(program.json({"class", "show"})["state"] == "closed");
  CHECK(program.json(kOpen)["class"] == 2);
  CHECK(program.json({"students"})["students"].empty());
}

TEST_CASE("a class that cannot be is not opened") {
  const Program program;
  const std::string nothing = program.folder().file("empty.csv", "");
  CHECK(program.refused(openWith({"--from", "2026-11-21", "--until", "2026-11-20"})) ==
        "BadWindow");
  CHECK(program.refused(openWith({"--until", "2020-01-01"})) == "BadWindow");
  CHECK(program.refused({"class", "open", "--title", "T", "--pass", "azure"}) == "UnknownPassType");
  CHECK(program.refused({"class", "open", "--title", "T", "--pass", "../x"}) == "UnknownPassType");
  CHECK(program.refused(openWith({"--roster", "/nowhere/x.csv"})) == "FileNotFound");
  CHECK(program.refused(openWith({"--roster", "/"})) == "NotAFile");
  CHECK(program.refused(openWith({"--roster", nothing})) == "Empty");
  CHECK(program.refused({"class", "show"}) == "NoClass");
}

TEST_CASE("a class outside its window says so") {
  const Program program;
  tests::openClassOf2020(program);
  CHECK(program.json({"class", "show"})["refuses"] == "ClassOver");
  program.done({"class", "close"});
  CHECK(program.json(openWith({"--from", "2999-01-01"}))["refuses"] == "ClassNotYetOpen");
  const std::string text = program.done({"class", "show"});
  CHECK(text.find("The class has not begun") != std::string::npos);
}

TEST_CASE("a pass type or a guide with a mistake opens no class") {
  const Program program;
  const auto assets = program.folder().path() / "assets";
  std::filesystem::copy(sample("../../assets"), assets, std::filesystem::copy_options::recursive);
  const auto refused = [&] {
    const auto ended = Program::runBare({"class", "open", "--title", "T", "--pass", "azure-pass",
                                         "--json", "--data", program.data().string()},
                                        {{"HALLPASS_ASSETS", assets.string()}});
    CHECK(ended.status == 1);
    return ended.json()["refused"];
  };
  (void)program.folder().file("assets/guides/azure-pass.toml", "lead = 1");
  CHECK(refused() == "BadGuide");
  (void)program.folder().file("assets/pass-types/azure-pass.toml", "title = 1");
  CHECK(refused() == "BadPassType");
}

TEST_CASE("a class has a word for the board and a wait of its own, where it is given them") {
  const Program program;
  const json plain = program.json(kOpen);
  CHECK(plain["word"] == "");
  CHECK(plain["idle"].is_null());
  program.done({"class", "close"});
  const json given = program.json(openWith({"--word", "river", "--idle", "300"}));
  CHECK(given["word"] == "river");
  CHECK(given["idle"] == 300);
  const std::string text = program.done({"class", "show"});
  CHECK(text.find("The word for the board: river\n") != std::string::npos);
  CHECK(text.find("after 300 s") != std::string::npos);
}

TEST_CASE("a class has languages, its own first, and an account, where it is given them") {
  const Program program;
  const json plain = program.json(kOpen);
  CHECK(plain["languages"] == json::array());
  CHECK(plain["account"] == "");
  program.done({"class", "close"});
  const json given = program.json(openWith({"--languages", "fi, en", "--account", "tenant"}));
  CHECK(given["languages"] == json({"fi", "en"}));
  CHECK(given["account"] == "tenant");
  const std::string text = program.done({"class", "show"});
  CHECK(text.find("Languages to choose from, the class's own first: fi,en\n") != std::string::npos);
  CHECK(text.find("The account that the guide names: tenant\n") != std::string::npos);
  const json titled = program.json({"class", "set", "--title", "Other"});
  CHECK(titled["languages"] == json({"fi", "en"}));
  CHECK(titled["account"] == "tenant");
  const json set = program.json({"class", "set", "--languages", "ja", "--account", "tenant-phone"});
  CHECK(set["languages"] == json({"ja"}));
  CHECK(set["account"] == "tenant-phone");
  const json back = program.json({"class", "set", "--languages", "all", "--account", "usual"});
  CHECK(back["languages"] == json::array());
  CHECK(back["account"] == "");
}

TEST_CASE("languages and accounts that there are not are refused with those that there are") {
  const Program program;
  const auto mistake = [&](const char* option, const char* value) {
    const auto ended = program.run(openWith({option, value}));
    CHECK(ended.status == 2);
    return ended.err;
  };
  for (const char* list : {"", "xx", "fi,xx", "fi,,en", "fi,", "FI", "all,fi", "en,en"}) {
    INFO(list);
    CHECK(mistake("--languages", list).find("en, fi, sv, de, fr, es, pt, ja") != std::string::npos);
  }
  for (const char* account : {"", "Tenant", "phone"}) {
    INFO(account);
    CHECK(mistake("--account", account).find("personal, tenant, tenant-phone") !=
          std::string::npos);
  }
}

TEST_CASE("an account that the guide does not know opens no class, and changes none") {
  const Program program;
  const tests::Arguments open{"class",  "open",         "--title",   "T",
                              "--pass", "exam-voucher", "--account", "tenant-phone"};
  CHECK(program.refused(open) == "UnknownAccount");
  CHECK(program.refused({"class", "show"}) == "NoClass");
  program.done({"class", "open", "--title", "T", "--pass", "exam-voucher"});
  CHECK(program.refused({"class", "set", "--account", "tenant-phone"}) == "UnknownAccount");
  CHECK(program.json({"class", "show"})["account"] == "");
}

TEST_CASE("the open class is changed one thing at a time, and keeps the others") {
  const Program program;
  program.done(openWith({"--until", "2999-12-31", "--word", "river"}));
  const auto set = [&](tests::Arguments what) {
    what.insert(what.begin(), {"class", "set"});
    return program.json(what);
  };
  const json titled = set({"--title", "Other"});
  CHECK(titled["title"] == "Other");
  CHECK(titled["until"] == "2999-12-31T23:59:59.999Z");
  CHECK(titled["word"] == "river");
  CHECK(titled["walk_ins"] == false);
  CHECK(set({"--walk-ins", "yes"})["walk_ins"] == true);
  CHECK(set({"--walk-ins", "no"})["walk_ins"] == false);
  CHECK(set({"--until", "2998-01-01T12:00"})["until"] == "2998-01-01T12:00:00.000Z");
  CHECK(set({"--from", "2020-01-01"})["from"] == "2020-01-01T00:00:00.000Z");
  CHECK(set({"--idle", "45"})["idle"] == 45);
  CHECK(set({"--word", "lake"})["word"] == "lake");
  const json last = set({"--no-word"});
  CHECK(last["word"] == "");
  CHECK(last["title"] == "Other");
  CHECK(last["idle"] == 45);
  CHECK(program.json({"journal", "show"})["entries"].back()["event"] == "class-changed");
}

TEST_CASE("a class that cannot be changed says why") {
  const Program program;
  CHECK(program.refused({"class", "set", "--title", "T"}) == "NoClass");
  program.done(openWith({"--until", "2999-12-31"}));
  CHECK(program.refused({"class", "set", "--until", "2020-01-01"}) == "BadWindow");
  CHECK(program.json({"class", "show"})["until"] == "2999-12-31T23:59:59.999Z");
  for (const tests::Arguments& wrong :
       std::vector<tests::Arguments>{{"class", "set"},
                                     {"class", "set", "--json"},
                                     {"class", "set", "--word", "a", "--no-word"},
                                     {"class", "set", "--word", ""},
                                     {"class", "set", "--word", "!?"},
                                     {"class", "set", "--word", "a\nb"},
                                     {"class", "set", "--word", std::string(25, 'x')},
                                     {"class", "set", "--idle", "44"},
                                     {"class", "set", "--idle", "301"},
                                     {"class", "set", "--pass", "azure-pass"},
                                     openWith({"--word", "!?"}),
                                     openWith({"--idle", "0"})}) {
    const auto ended = program.run(wrong);
    INFO(wrong.back() << ": " << ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.err.size() > 20);
  }
  program.done({"class", "close"});
  CHECK(program.refused({"class", "set", "--title", "T"}) == "ClassClosed");
}
