#include <set>

#include "kiosk/domain/outcome.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

void restock(const Program& program) {
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass",
                "--value", "about $100"});
}

json claim(const Program& program, const std::string& key) {
  return program.json({"claim", "--student", key});
}

tests::Arguments replaceFor(const std::string& key, const std::string& cause = "used") {
  return {"replace", "--student", key, "--cause", cause};
}

tests::Arguments outcomeOf(const std::string& key, const std::string& outcome) {
  return {"outcome", "--student", key, "--set", outcome};
}

}  // namespace

TEST_CASE("a bad code is swapped for the next one, and is never handed out again") {
  const Program program;
  openClass(program);
  restock(program);
  const json first = claim(program, "S70100");
  const json swapped = program.json(replaceFor("S70100"));
  CHECK(swapped["claim"] == 2);
  CHECK(swapped["replaces"] == 1);
  CHECK(swapped["student"] == "Aino Virtanen");
  CHECK(swapped["code"] != first["code"]);
  CHECK(swapped["payload"] == swapped["code"]);
  const json again = claim(program, "S70100");
  CHECK(again["claim"] == 2);
  CHECK(again["code"] == swapped["code"]);
  CHECK(again["again"] == true);
  const json stock = program.json({"stock"});
  CHECK(stock["quarantined"] == 1);
  CHECK(stock["claimed"] == 1);
  CHECK(stock["in_stock"] == 14);
}

TEST_CASE("a student is swapped as often as it takes, each time with its cause") {
  const Program program;
  openClass(program);
  restock(program);
  std::set<std::string> codes{claim(program, "S70100")["code"].get<std::string>()};
  int number = 1;
  for (const hallpass::Cause cause : hallpass::kCauses) {
    const json swapped = program.json(replaceFor("S70100", std::string(name(cause))));
    CHECK(swapped["replaces"] == number);
    CHECK(swapped["claim"] == ++number);
    codes.insert(swapped["code"].get<std::string>());
  }
  CHECK(codes.size() == hallpass::kCauses.size() + 1);
  CHECK(program.json({"stock"})["quarantined"] == hallpass::kCauses.size());
  const std::string text = program.done(replaceFor("S70100", "blank-activation"));
  CHECK(text.find("Aino Virtanen, a new code: ") == 0);
  CHECK(text.find("It is worth: about $100\n") != std::string::npos);
  CHECK(text.find("quarantine (blank-activation)") != std::string::npos);
}

TEST_CASE("a code that cannot be swapped stays as it is") {
  const Program program;
  CHECK(program.refused(replaceFor("S70100")) == "NoClass");
  openClass(program);
  CHECK(program.refused(replaceFor("S70100")) == "NoClaim");
  CHECK(program.refused(replaceFor("nobody")) == "UnknownStudent");
  CHECK(program.refused(replaceFor("John Smith")) == "AmbiguousStudent");
  program.done({"import", "codes", program.folder().file("c.csv", "Code\nTEST00000000000001\n"),
                "--pass", "azure-pass"});
  const json first = claim(program, "S70100");
  CHECK(program.refused(replaceFor("S70100")) == "OutOfStock");
  restock(program);
  program.done({"class", "pause"});
  CHECK(program.refused(replaceFor("S70100")) == "ClassPaused");
  CHECK(claim(program, "S70100")["code"] == first["code"]);
  CHECK(program.json({"stock"})["quarantined"] == 0);
  CHECK(program.run(replaceFor("S70100", "bored")).status == 2);
  CHECK(program.run({"replace", "--student", "S70100"}).status == 2);
}

TEST_CASE("what happened with a code is noted, and the last word counts") {
  const Program program;
  openClass(program);
  restock(program);
  claim(program, "S70113");
  const auto noted = [&] {
    return program.json({"students"})["students"].at(1)["outcome"].get<std::string>();
  };
  CHECK(noted().empty());
  for (const hallpass::Outcome outcome : hallpass::kOutcomes) {
    const std::string word(name(outcome));
    CHECK(program.json(outcomeOf("S70113", word)) ==
          json({{"student", "Eetu Mäkinen"}, {"outcome", word}}));
    CHECK(noted() == word);
  }
  program.done(outcomeOf("S70113", "already-used"));
  CHECK(program.done({"students"})
            .find("took a code  Eetu Mäkinen  S70113  (" +
                  std::string(title(hallpass::Outcome::AlreadyUsed)) + ")\n") != std::string::npos);
}

TEST_CASE("an outcome needs a student with a code") {
  const Program program;
  CHECK(program.refused(outcomeOf("S70100", "worked")) == "NoClass");
  openClass(program);
  CHECK(program.refused(outcomeOf("S70100", "worked")) == "NoClaim");
  CHECK(program.refused(outcomeOf("nobody", "worked")) == "UnknownStudent");
  CHECK(program.run(outcomeOf("S70100", "great")).status == 2);
  CHECK(program.run({"outcome", "--student", "S70100"}).status == 2);
}

TEST_CASE("a swapped code has no outcome yet") {
  const Program program;
  openClass(program);
  restock(program);
  claim(program, "S70100");
  program.done(outcomeOf("S70100", "already-used"));
  program.done(replaceFor("S70100"));
  CHECK(program.json({"students"})["students"].at(0)["outcome"] == "");
}
