#include <set>
#include <thread>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

void restock(const Program& program) {
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass"});
}

json claim(const Program& program, const std::string& key) {
  return program.json({"claim", "--student", key});
}

}  // namespace

TEST_CASE("a student gets the first code of the list, and the same one again") {
  const Program program;
  openClass(program);
  restock(program);
  const json first = claim(program, "S70100");
  CHECK(first["claim"] == 1);
  CHECK(first["student"] == "Aino Virtanen");
  CHECK(first["code"] == "MCKTRF72QBNOL6");
  CHECK(first["payload"] == "MCKTRF72QBNOL6");
  CHECK(first["again"] == false);
  CHECK(first["site"] == "https://www.microsoftazurepass.com/");
  const json again = claim(program, "STUDENT01@example.org");
  CHECK(again["claim"] == 1);
  CHECK(again["code"] == first["code"]);
  CHECK(again["again"] == true);
  CHECK(again["times_shown"] == 2);
  CHECK(claim(program, "eetu makinen")["code"] == "MC6BKXCLBAMFJG");
  const json stock = program.json({"stock"});
  CHECK(stock["claimed"] == 2);
  CHECK(stock["in_stock"] == 14);
  const std::string text = program.done({"claim", "--student", "S70100"});
  CHECK(text.find("Aino Virtanen, the same code again: MCKTRF72QBNOL6\n") == 0);
}

TEST_CASE("the payload follows the template of the pass type") {
  const Program program;
  const auto assets = program.folder().path() / "assets";
  std::filesystem::copy(sample("../../assets"), assets, std::filesystem::copy_options::recursive);
  (void)program.folder().file("assets/pass-types/linked.toml",
                              "title = \"L\"\nshapes = ['[a-z]{2}/.+']\nshape_hint = \"any\"\n"
                              "case = \"sensitive\"\nguide = \"azure-pass\"\n"
                              "payload = \"https://example.org/?c={CODE:url}\"\n"
                              "code_headers = [\"code\"]\n");
  const std::string codes = program.folder().file("c.txt", "Code\nab/1&\n");
  const auto run = [&](tests::Arguments arguments) {
    arguments.insert(arguments.end(), {"--json", "--data", program.data().string()});
    return Program::runBare(arguments, {{"HALLPASS_ASSETS", assets.string()}});
  };
  CHECK(run({"class", "open", "--title", "T", "--pass", "linked", "--roster", sample("roster.csv")})
            .status == 0);
  CHECK(run({"import", "codes", codes, "--pass", "linked"}).json()["added"] == 1);
  const auto ended = run({"claim", "--student", "S70100"});
  CHECK(ended.json()["code"] == "ab/1&");
  CHECK(ended.json()["payload"] == "https://example.org/?c=ab%2F1%26");

  // A template that was broken meanwhile takes no code.
  (void)program.folder().file("assets/pass-types/linked.toml", "title = 1\n");
  CHECK(run({"claim", "--student", "S70113"}).json()["refused"] == "BadPassType");
  CHECK(program.json({"stock"})["claimed"] == 1);
}

TEST_CASE("a claim that cannot be says why, and takes no code") {
  const Program program;
  openClass(program);
  CHECK(program.refused({"claim", "--student", "S70100"}) == "OutOfStock");
  restock(program);
  CHECK(program.refused({"claim", "--student", "S99999"}) == "UnknownStudent");
  CHECK(program.refused({"claim", "--student", ""}) == "UnknownStudent");
  CHECK(program.refused({"claim", "--student", "John Smith"}) == "AmbiguousStudent");
  program.done({"class", "pause"});
  CHECK(program.refused({"claim", "--student", "S70100"}) == "ClassPaused");
  program.done({"class", "close"});
  CHECK(program.refused({"claim", "--student", "S70100"}) == "ClassClosed");
  CHECK(program.json({"stock"})["claimed"] == 0);
}

TEST_CASE("outside its window a class hands out nothing new") {
  const Program program;
  restock(program);
  const tests::Arguments open = {"class",  "open",       "--title",  "T",
                                 "--pass", "azure-pass", "--roster", sample("roster.csv")};
  const auto openWith = [&](const char* option, const char* time) {
    tests::Arguments all = open;
    all.insert(all.end(), {option, time});
    program.done(all);
  };
  openWith("--from", "2999-01-01");
  CHECK(program.refused({"claim", "--student", "S70100"}) == "ClassNotYetOpen");
  program.done({"class", "close"});
  tests::openClassOf2020(program);
  CHECK(program.refused({"claim", "--student", "S70100"}) == "ClassOver");
}

TEST_CASE("who holds a code sees it also while the class is paused") {
  const Program program;
  openClass(program);
  restock(program);
  const json first = claim(program, "S70100");
  program.done({"class", "pause"});
  CHECK(claim(program, "S70100")["code"] == first["code"]);
}

TEST_CASE("the students say who took a code, and each key finds its student") {
  const Program program;
  openClass(program);
  restock(program);
  (void)claim(program, "S70113");
  const json students = program.json({"students"})["students"];
  REQUIRE(students.size() == 30);
  CHECK(students[0]["claimed"] == false);
  CHECK(students[1]["claimed"] == true);
  CHECK(students[1]["key"] == "S70113");
  CHECK(students[1]["outcome"] == "");
  CHECK(students[22]["name"] == "Smith, John");
  CHECK(students[29]["name"] == "山田 太郎");
  CHECK(claim(program, students[29]["key"])["student"] == "山田 太郎");
  const std::string text = program.done({"students"});
  CHECK(text.find("took a code  Eetu Mäkinen  S70113\n") != std::string::npos);
}

TEST_CASE(
    "students without number and e-mail are named, those whom nothing tells apart have no key") {
  const Program program;
  const std::string roster = program.folder().file(
      "r.csv", "Name,Student number\nAnn Lee,\nJohn Smith,S1\n\"Smith, John\",\n");
  program.done({"class", "open", "--title", "T", "--pass", "azure-pass", "--roster", roster});
  const json students = program.json({"students"})["students"];
  REQUIRE(students.size() == 3);
  CHECK(students[0]["key"] == "Ann Lee");
  CHECK(students[1]["key"] == "S1");
  CHECK(students[2]["key"].is_null());
}

TEST_CASE("no command but claim and replace prints a code") {
  const Program program;
  openClass(program);
  const std::string list = sample("codes-azure-pasted.txt");
  std::string said = program.done({"import", "codes", list, "--pass", "azure-pass"});
  const std::string code = claim(program, "S70100")["code"];
  for (const tests::Arguments& command :
       std::vector<tests::Arguments>{{"import", "codes", list, "--pass", "azure-pass"},
                                     {"stock"},
                                     {"students"},
                                     {"student", "add", "--name", "Somebody Else"},
                                     {"outcome", "--student", "S70100", "--set", "worked"},
                                     {"orders"},
                                     {"orders", "expected"},
                                     {"batches"},
                                     {"return", "1", "--to", program.folder().file("r.csv", "")},
                                     {"pin", "show"},
                                     {"pin", "recovery"},
                                     {"class", "set", "--title", "T"},
                                     {"journal", "show"},
                                     {"journal", "verify"},
                                     {"doctor"},
                                     {"class", "show"},
                                     {"class", "close"}}) {
    said += program.run(command).out;
    said += program.json(command).dump();
  }
  CHECK(said.find(code) == std::string::npos);
  CHECK(said.find(code.substr(0, code.size() - 4)) == std::string::npos);
  CHECK(said.find("MC-SHORT") == std::string::npos);
}

TEST_CASE("eight processes that claim at once never hand one code to two students") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-one-line.csv"), "--pass", "azure-pass"});
  const json students = program.json({"students"})["students"];
  std::vector<std::string> out(24);
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < 8; ++worker) {
    threads.emplace_back([&, worker] {
      for (std::size_t at = worker; at < out.size(); at += 8) {
        const std::string key = students[at]["key"];
        out[at] = program.run({"claim", "--student", key, "--json"}).out;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> codes;
  for (const std::string& one : out) {
    const json claimed = json::parse(one, nullptr, false);
    INFO(claimed.value("refused", ""));
    REQUIRE(claimed.contains("code"));
    codes.insert(claimed["code"].get<std::string>());
  }
  CHECK(codes.size() == 24);
  CHECK(program.json({"stock"})["claimed"] == 24);
  CHECK(program.json({"journal", "verify"})["ok"] == true);
  CHECK(program.refused({"claim", "--student", students[24]["key"]}) == "OutOfStock");
}
