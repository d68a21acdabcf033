#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::contentOf;
using tests::Ended;
using tests::Program;

TEST_CASE("config check names each mistake with its line and the key that was meant") {
  const Program program;
  const std::string file = program.folder().file("mine.toml", "\nidle_second = 60\nlanguage = 1\n");
  const Ended text = program.run({"config", "check", file});
  CHECK(text.status == 1);
  CHECK(text.out ==
        file + ", line 2: \"idle_second\" is not a setting. Did you mean \"idle_seconds\"?\n" +
            file +
            ", line 3: \"language\" must be one of \"en\", \"fi\", \"sv\", \"de\", \"fr\", \"es\", "
            "\"pt\" and \"ja\".\n");
  const json told = program.run({"config", "check", file, "--json"}).json();
  CHECK(told["right"] == false);
  CHECK(told["mistakes"][0]["line"] == 2);
  CHECK(told["mistakes"][0]["nearest"] == "idle_seconds");
  CHECK(told["mistakes"].size() == 2);
}

TEST_CASE("config check looks at the device's own file, which need not be there") {
  const Program program;
  CHECK(program.run({"config", "check"}).out.find("is not there: all settings") !=
        std::string::npos);
  CHECK(program.refused({"config", "check", "--config", "/nowhere.toml"}) == "FileNotFound");
  CHECK(program.refused({"config", "check", "/nowhere.toml"}) == "FileNotFound");
}

TEST_CASE("config init begins a file that is right, once") {
  const Program program;
  program.done({"config", "init"});
  CHECK(program.done({"config", "check"}).find("is right.") != std::string::npos);
  CHECK(contentOf(program.data() / "hallpass.toml").find("idle_seconds = 60\n") !=
        std::string::npos);
  CHECK(program.refused({"config", "init"}) == "FileThere");
}

TEST_CASE("config show says what the kiosk would start with") {
  const Program program;
  const std::string file =
      program.folder().file("mine.toml", "idle_seconds = 90\nvolume_percent = 200\n");
  const json shown = program.run({"config", "show", "--json", "--config", file}).json();
  CHECK(shown["settings"]["idle_seconds"] == 90);
  CHECK(shown["settings"]["volume_percent"] == 70);
  CHECK(shown["mistakes"][0]["key"] == "volume_percent");
  CHECK(program.run({"config", "show", "--config", file}).status == 1);
  CHECK(program.done({"config", "show"}).find("idle_seconds = 60\n") == 0);
}
