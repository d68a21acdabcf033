#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::Folder;
using tests::Program;

TEST_CASE("the gallery draws its screens where there is no display") {
  const Folder folder;
  const std::string to = folder.path() / "gallery";
  const auto said = Program::runBare(
      {"gallery", "--to",       to,      "--screens",      "staff",       "--size",
       "640x400", "--language", "en",    "--language",     "de",          "--theme",
       "dark",    "--text",     "large", "--controls-low", "--left-hand", "--json",
       "--data",  folder.path()},
      {});
  INFO(said.out << said.err);
  REQUIRE(said.status == 0);
  const auto made = said.json();
  CHECK(made["pictures"] == 2 * made["screens"].get<int>());
  CHECK(made["missing"].empty());
  CHECK(std::filesystem::is_regular_file(made["page"].get<std::string>()));
  CHECK(std::filesystem::is_regular_file(to +
                                         "/de/640x400/dark-large-low-left-hand/staff-reset.png"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "ledger.db"));
}

TEST_CASE("the gallery names what it does not know") {
  const Program program;
  const Folder folder;
  const std::string to = folder.path();
  CHECK(program.run({"gallery"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--language", "xx"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--size", "wide"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--size", "30000x30000"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--theme", "pink"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--text", "huge"}).status == 2);
  CHECK(program.run({"gallery", "--to", to, "--screens", "all"}).status == 2);
}

TEST_CASE("a gallery that cannot be written is refused") {
  const Folder folder;
  const std::string file = folder.file("in-the-way", "");
  CHECK(Program().run({"gallery", "--to", file}).status == 1);
}
