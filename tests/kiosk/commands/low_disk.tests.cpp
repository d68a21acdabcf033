#include <fstream>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"
#include "tests/support/mount.h"

using tests::Ended;
using tests::Mount;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

/// Asks for the code of the student of that number.
std::string claim(const Program& program, const std::string& number) {
  return program.json({"claim", "--student", number})["code"];
}

}  // namespace

TEST_CASE("while the disk is nearly full no code is handed out, and then it is again") {
  const std::string why = Mount::whyNot();
  if (!why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const Program program;
  const Mount disk = Mount::inMemory(program.data(), 4096);
  std::ofstream(program.data() / "hallpass.toml") << "disk_reserve_mib = 2\n";
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass"});
  const std::string first = claim(program, "S70100");

  const auto rest = program.data() / "rest";
  std::ofstream(rest) << std::string(std::size_t{3} << 20U, 'x');
  CHECK(program.refused({"claim", "--student", "S70113"}) == "DiskLow");
  CHECK(program.json({"stock"})["claimed"] == 1);
  const nlohmann::json doctor = program.run({"doctor", "--json"}).json();
  CHECK(doctor["ready"] == false);
  CHECK(doctor["reasons"][0]["id"] == "disk-low");
  CHECK(claim(program, "S70100") == first);

  std::filesystem::remove(rest);
  CHECK(claim(program, "S70113") != first);
  CHECK(program.run({"doctor"}).status == 0);
}
