#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;

namespace {

json lastStudent(const Program& program) { return program.json({"students"})["students"].back(); }

}  // namespace

TEST_CASE("a student is added by hand, with or without number and e-mail") {
  const Program program;
  openClass(program);
  const json plain = program.json({"student", "add", "--name", "Zoë Ärn"});
  CHECK(plain == json({{"student", "Zoë Ärn"}, {"key", "Zoë Ärn"}, {"email", ""}, {"number", ""}}));
  const json full = program.json({"student", "add", "--name", "山田 花子", "--email",
                                  "hanako@example.org", "--number", "S80001"});
  CHECK(full["key"] == "S80001");
  CHECK(full["email"] == "hanako@example.org");
  CHECK(lastStudent(program)["name"] == "山田 花子");
  CHECK(program.json({"students"})["students"].size() == 32);
  CHECK(program.done({"student", "add", "--name", "Li"}) == "Added Li.\n");
}

TEST_CASE("a student who is in the class already is not added twice") {
  const Program program;
  openClass(program);
  CHECK(program.refused({"student", "add", "--name", "aino virtanen"}) == "NameTaken");
  CHECK(program.refused({"student", "add", "--name", "New", "--number", "s70100"}) == "NameTaken");
  CHECK(program.refused({"student", "add", "--name", "New", "--email", "STUDENT01@example.org"}) ==
        "NameTaken");
  CHECK(program.run({"student", "add", "--name", "Aino Virtanen"}).err.find("--number") !=
        std::string::npos);
  CHECK(program.run({"student", "add", "--name", "N", "--number", "S70100"})
            .err.find("number or e-mail") != std::string::npos);
  CHECK(program.json({"students"})["students"].size() == 30);
  const json twin =
      program.json({"student", "add", "--name", "Aino Virtanen", "--number", "S80002"});
  CHECK(twin["key"] == "S80002");
}

TEST_CASE("a name is corrected, and everything else stays") {
  const Program program;
  openClass(program);
  const json renamed =
      program.json({"student", "rename", "--student", "S70100", "--name", "Aino Virta"});
  CHECK(renamed["student"] == "Aino Virta");
  CHECK(renamed["key"] == "S70100");
  CHECK(renamed["email"] == "student01@example.org");
  CHECK(program.done({"student", "rename", "--student", "S70100", "--name", "Aino V"})
            .find("Aino Virta is now Aino V, ") == 0);
  const json last = program.json({"journal", "show"})["entries"].back();
  CHECK(last["event"] == "student-updated");
  CHECK(last.dump().find("Aino") == std::string::npos);
}

TEST_CASE("a name that cannot be is refused, and nothing changes") {
  const Program program;
  CHECK(program.refused({"student", "add", "--name", "A"}) == "NoClass");
  CHECK(program.refused({"student", "rename", "--student", "S1", "--name", "A"}) == "NoClass");
  openClass(program);
  for (const std::string& name : {std::string(), std::string("  "), std::string("a\x1B[31m"),
                                  std::string("a\nb"), std::string(201, 'x')}) {
    CHECK(program.refused({"student", "add", "--name", name}) == "BadName");
    CHECK(program.refused({"student", "rename", "--student", "S70100", "--name", name}) ==
          "BadName");
  }
  CHECK(program.refused({"student", "rename", "--student", "nobody", "--name", "A"}) ==
        "UnknownStudent");
  CHECK(program.run({"student", "add"}).status == 2);
  CHECK(program.run({"student", "add", "--name", "A", "--email", ""}).status == 2);
  CHECK(program.run({"student", "rename", "--name", "A"}).status == 2);
  CHECK(program.json({"students"})["students"].size() == 30);
  CHECK(program.json({"students"})["students"][0]["name"] == "Aino Virtanen");
  program.done({"class", "close"});
  CHECK(program.refused({"student", "add", "--name", "A"}) == "ClassClosed");
}
