#include "kiosk/commands/printing.h"

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::openClass;
using tests::Program;
using tests::sample;

TEST_CASE("what could not be printed is said on stderr, and ends with 3") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass"});
  const tests::Arguments claim = {"claim", "--student", "S70100"};
  for (tests::Arguments arguments :
       std::vector<tests::Arguments>{claim,
                                     {"claim", "--student", "S70100", "--json"},
                                     {"stock", "--help"},
                                     {"claim", "--student", "x", "--json"}}) {
    const auto ended = program.run(arguments, Program::Start::StdoutFull);
    INFO(arguments.back());
    CHECK(ended.status == 3);
    CHECK(ended.err.find("could not be written in full") != std::string::npos);
  }
  CHECK(program.json(claim)["again"] == true);
}

TEST_CASE("control characters in a name reach neither the terminal nor the line below") {
  const Program program;
  openClass(program);
  for (const tests::Arguments& arguments : std::vector<tests::Arguments>{
           {"import", "codes", "a\x1B[31m\nDone.csv", "--pass", "azure-pass"},
           {"class", "open", "--title", "T", "--pass", "azure-pass", "--until", "\x1B[2J\n"},
           {"stock", "--pass", "\x1B]0;x\x07"},
           {"fro\x1B[1mb\nnicate"}}) {
    const auto ended = program.run(arguments);
    INFO(ended.err);
    CHECK(ended.status != 0);
    CHECK(ended.err.find('\x1B') == std::string::npos);
    CHECK(ended.err.find("\nDone") == std::string::npos);
    CHECK(ended.err.find("\nnicate") == std::string::npos);
    CHECK(ended.err.find("\xEF\xBF\xBD") != std::string::npos);
  }
}

TEST_CASE("harmless text keeps its lines and every letter") {
  CHECK(hallpass::harmless("Größe 山\nA\x1B[1m\tb\r\n") ==
        "Größe 山\nA\xEF\xBF\xBD[1m\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\n");
  CHECK(hallpass::harmlessLine("a\nb\xC2\x9B\xFF") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a number is said with its noun in the right form") {
  CHECK(hallpass::counted(0, "code") == "0 codes");
  CHECK(hallpass::counted(1, "code") == "1 code");
  CHECK(hallpass::counted(2, "student") == "2 students");
}
