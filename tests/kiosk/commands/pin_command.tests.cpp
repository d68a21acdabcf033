#include <csignal>

#include "kiosk/ledger/ledger.h"
#include "platform/base/secret_hash.h"
#include "tests/kiosk/commands/program.h"
#include "tests/kiosk/commands/terminal.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

using nlohmann::json;
using tests::Program;
using tests::Terminal;

namespace {

const std::string kPin = "830517";
const tests::Arguments kSet = {"pin", "set", "instructor"};
const tests::Arguments kSetFromStdin = {"pin", "set", "instructor", "--stdin"};

json lockOf(const Program& program, const std::string& name) {
  const json shown = program.json({"pin", "show"});
  for (const json& lock : shown["locks"]) {
    if (lock["lock"] == name) return lock;
  }
  return {};
}

bool isSet(const Program& program, const std::string& name) {
  return lockOf(program, name)["set"].get<bool>();
}

/// Whether `secret` opens the lock, as the kiosk finds out.
bool opens(const Program& program, hallpass::Lock lock, const std::string& secret) {
  const platform::SystemClock clock;
  const auto ledger = hallpass::Ledger::open(program.data() / "ledger.db", clock);
  REQUIRE(ledger);
  const auto hash = (*ledger)->locks().count(lock);
  REQUIRE(hash);
  return platform::isSecret(*hash, secret);
}

/// Whether `text` stands in any file of the program's folder.
bool stored(const Program& program, const std::string& text) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(program.data())) {
    if (tests::contentOf(file.path()).find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a PIN comes from standard input, and only its hash is kept") {
  const Program program;
  CHECK_FALSE(isSet(program, "instructor"));
  tests::Arguments arguments = kSetFromStdin;
  arguments.emplace_back("--json");
  const auto ended = program.runWith(kPin + "\r\nnothing else is read\n", arguments);
  INFO(ended.err);
  CHECK(ended.status == 0);
  CHECK(ended.json() == json::parse(R"({"role":"instructor","set":true})"));
  CHECK(isSet(program, "instructor"));
  CHECK_FALSE(isSet(program, "staff"));
  CHECK(opens(program, hallpass::Lock::Instructor, kPin));
  CHECK_FALSE(opens(program, hallpass::Lock::Instructor, "830518"));
  CHECK_FALSE(stored(program, kPin));
}

TEST_CASE("each role has a PIN of its own, and the last line may lack its end") {
  const Program program;
  CHECK(program.runWith(kPin, {"pin", "set", "staff", "--stdin"}).status == 0);
  CHECK(opens(program, hallpass::Lock::Staff, kPin));
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("a weak PIN is refused in words that do not hold it, and sets nothing") {
  const Program program;
  for (const std::string weak : {"123456", "000000", "121212", "987654", "12345", "1234567",
                                 "83051a", " 830517", "", "83051\xFF", "８３０５１７"}) {
    tests::Arguments arguments = kSetFromStdin;
    arguments.emplace_back("--json");
    const auto ended = program.runWith(weak + "\n", arguments);
    INFO(ended.err);
    CHECK(ended.status == 1);
    CHECK(ended.json()["refused"] == "WeakPin");
    CHECK(ended.err.size() > 20);
    if (!weak.empty()) CHECK((ended.out + ended.err).find(weak) == std::string::npos);
  }
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("where no PIN comes, nothing is set and the way to give one is said") {
  const Program program;
  CHECK(program.refused(kSetFromStdin) == "NothingTyped");
  CHECK(program.refusedWith(2, kSet) == "NoTerminal");
  CHECK(program.run(kSet).err.find("--stdin") != std::string::npos);
  CHECK(program.run(kSetFromStdin, Program::Start::StdinClosed).status == 1);
  const auto endless = program.runWith(std::string(100'000, '7'), kSetFromStdin);
  CHECK(endless.status == 1);
  CHECK(endless.err.find("too long") != std::string::npos);
  CHECK(endless.err.find("777") == std::string::npos);
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("a PIN on the command line is refused without being repeated") {
  const Program program;
  for (const tests::Arguments& arguments :
       std::vector<tests::Arguments>{{"pin", "set", "instructor", kPin},
                                     {"pin", "set", kPin, "instructor"},
                                     {"pin", "set", kPin},
                                     {"pin", "set", "instructor", "--pin", kPin},
                                     {"pin", "set", "instructor", "--pin=" + kPin},
                                     {"pin", "set", "instructor", "--stdin=" + kPin},
                                     {"pin", kPin, "set", "instructor"},
                                     {"pin", kPin},
                                     {"pin", "show", kPin},
                                     {"pin", "recovery", kPin}}) {
    const auto ended = program.run(arguments);
    INFO(ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.err.size() > 20);
    CHECK((ended.out + ended.err).find(kPin) == std::string::npos);
  }
  CHECK_FALSE(isSet(program, "instructor"));
  CHECK(program.run({"pin", "set", "instructor", kPin}).err.find("never written on the command") !=
        std::string::npos);
}

TEST_CASE("on a terminal a PIN is asked for twice and never shown") {
  const Program program;
  for (const tests::Arguments& arguments : {kSet, kSetFromStdin}) {
    Terminal terminal(program, arguments);
    terminal.waitFor("Type the instructor's PIN");
    CHECK_FALSE(terminal.showsTyping());
    terminal.type(kPin + "\n");
    terminal.waitFor("again");
    CHECK_FALSE(terminal.showsTyping());
    terminal.type(kPin + "\n");
    CHECK(terminal.end() == 0);
    CHECK(terminal.showsTyping());
    CHECK(terminal.screen().find("is set") != std::string::npos);
    CHECK(terminal.screen().find(kPin) == std::string::npos);
  }
  CHECK(opens(program, hallpass::Lock::Instructor, kPin));
}

TEST_CASE("two PINs that are not the same set nothing") {
  const Program program;
  Terminal terminal(program, kSet);
  terminal.waitFor("PIN");
  terminal.type(kPin + "\n");
  terminal.waitFor("again");
  terminal.type("830518\n");
  CHECK(terminal.end() == 1);
  CHECK(terminal.screen().find("not the same") != std::string::npos);
  CHECK(terminal.showsTyping());
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("a weak PIN is refused before it is asked for again") {
  const Program program;
  Terminal terminal(program, kSet);
  terminal.waitFor("PIN");
  terminal.type("123456\n");
  CHECK(terminal.end() == 1);
  CHECK(terminal.screen().find("again: ") == std::string::npos);
  CHECK(terminal.showsTyping());
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("whatever ends the question, the terminal shows typing again") {
  const Program program;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    INFO(signal);
    Terminal terminal(program, kSet);
    terminal.waitFor("it is not shown: ");
    terminal.send(signal);
    CHECK(terminal.end() == 1);
    CHECK(terminal.showsTyping());
    CHECK(terminal.screen().find("Nothing was changed") != std::string::npos);
  }
  for (const std::string key : {"\x03", "\x04", "\x1C"}) {
    Terminal terminal(program, kSet);
    terminal.waitFor("it is not shown: ");
    terminal.type(key);
    CHECK(terminal.end() == 1);
    CHECK(terminal.showsTyping());
  }
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("Ctrl-C between the two questions, or within a line, sets nothing") {
  const Program program;
  {
    Terminal terminal(program, kSet);
    terminal.waitFor("PIN");
    terminal.type(kPin + "\n");
    terminal.waitFor("again");
    terminal.type("8305\x03");
    CHECK(terminal.end() == 1);
    CHECK(terminal.showsTyping());
  }
  for (int times = 0; times < 20; ++times) {
    Terminal terminal(program, kSet);
    terminal.waitFor("PIN");
    terminal.type("8305\x04\x03");  // the end of the input within a line gives what stands there
    CHECK(terminal.end() == 1);
    CHECK(terminal.showsTyping());
  }
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("Ctrl-C counts before what was typed behind it") {
  const Program program;
  Terminal terminal(program, kSet);
  terminal.waitFor("it is not shown: ");
  terminal.send(SIGSTOP);
  terminal.type(kPin + "\n\x03" + kPin + "\n");
  terminal.send(SIGCONT);
  CHECK(terminal.end() == 1);
  CHECK(terminal.showsTyping());
  CHECK_FALSE(isSet(program, "instructor"));
}

TEST_CASE("a recovery word is printed once, and only its hash is kept") {
  const Program program;
  const std::string first = program.json({"pin", "recovery"})["recovery_word"];
  CHECK(first.size() == 19);
  CHECK(isSet(program, "recovery"));
  CHECK(opens(program, hallpass::Lock::Recovery, hallpass::recoveryKey(first)));
  CHECK_FALSE(stored(program, first));
  CHECK_FALSE(stored(program, hallpass::recoveryKey(first)));
  const std::string second = program.done({"pin", "recovery"});
  CHECK(second.find(first) == std::string::npos);
  CHECK_FALSE(opens(program, hallpass::Lock::Recovery, hallpass::recoveryKey(first)));
  CHECK(opens(program, hallpass::Lock::Recovery, hallpass::recoveryKey(second.substr(0, 19))));
  CHECK(program.json({"journal", "show"}).dump().find(first) == std::string::npos);
}

TEST_CASE("the locks say how they stand, and a new PIN opens a lock that waits") {
  const Program program;
  CHECK(program.runWith(kPin, kSetFromStdin).status == 0);
  const json fresh = lockOf(program, "instructor");
  CHECK(fresh["failures"] == 0);
  CHECK(fresh["wait_seconds"] == 0);
  CHECK(fresh["stopped"] == false);
  for (int tries = 0; tries < 5; ++tries) {
    CHECK_FALSE(opens(program, hallpass::Lock::Instructor, "830518"));
  }
  const json waiting = lockOf(program, "instructor");
  CHECK(waiting["failures"] == 5);
  CHECK(waiting["wait_seconds"].get<int>() > 0);
  CHECK(waiting["wait_seconds"].get<int>() <= 30);
  const std::string text = program.done({"pin", "show"});
  CHECK(text.find("The instructor's PIN: set; 5 wrong tries in a row: locked for ") == 0);
  CHECK(text.find("The venue staff's PIN: not set. Make one with: hallpass pin set staff\n") !=
        std::string::npos);
  CHECK(program.runWith(kPin, kSetFromStdin).status == 0);
  CHECK(lockOf(program, "instructor")["failures"] == 0);
  CHECK(lockOf(program, "instructor")["wait_seconds"] == 0);
}

TEST_CASE("a PIN that was set stands in the journal without its digits") {
  const Program program;
  CHECK(program.runWith(kPin, kSetFromStdin).status == 0);
  const json last = program.json({"journal", "show"})["entries"].back();
  CHECK(last["event"] == "lock-set");
  CHECK(last["role"] == "operator");
  CHECK(last.dump().find(kPin) == std::string::npos);
}
