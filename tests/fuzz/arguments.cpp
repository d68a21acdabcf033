// A command line of any words, on a throw-away folder of data: the commands themselves, past the
// shell. One word a line; a line of one byte from 0x80 on is one of the words below.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <iostream>
#include <vector>

#include "kiosk/commands/command_line.h"
#include "kiosk/ledger/ledger.h"
#include "tests/e2e/monkey/ledger_problems.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

namespace fs = std::filesystem;
using namespace hallpass;

constexpr std::array kWords{
    "class",
    "open",
    "set",
    "pause",
    "resume",
    "close",
    "show",
    "students",
    "student",
    "add",
    "rename",
    "claim",
    "replace",
    "outcome",
    "import",
    "codes",
    "roster",
    "orders",
    "stock",
    "batches",
    "return",
    "expected",
    "journal",
    "verify",
    "events",
    "export",
    "claims",
    "unused",
    "report",
    "earlier-claims",
    "pin",
    "recovery",
    "guide",
    "check",
    "texts",
    "config",
    "init",
    "status",
    "key",
    "backup",
    "restore",
    "rescue",
    "--json",
    "--data",
    "--student",
    "--cause",
    "--set",
    "--to",
    "--pass",
    "--title",
    "--roster",
    "--from",
    "--until",
    "--walk-ins",
    "--idle",
    "--word",
    "--no-word",
    "--dry-run",
    "--order",
    "--redeem-by",
    "--value",
    "--uses",
    "--name",
    "--email",
    "--number",
    "--quantity",
    "--head",
    "--stdin",
    "--with-codes",
    "--quarantine-stock",
    "--clock-is-right",
    "--available",
    "--sort",
    "--page",
    "--per-page",
    "azure-pass",
    "codes.csv",
    "data/ledger.db",
    "S1",
    "used",
    "worked",
    "instructor",
    "staff",
    "--codes",
    "--help",
    "2026-11-21",
    "data",
    "1",
};

constexpr int kCodes = 4;

std::string codeText(int number) { return "ZQ7XK-WM3PT-0000" + std::to_string(number); }

/// A ledger with a class, two students, codes and a claim, made once.
void makeVenue(const fs::path& folder) {
  const platform::SystemClock clock;
  const auto ledger = Ledger::open(folder / "ledger.db", clock).value();
  NewClass facts;
  facts.title = "AZ-104";
  facts.passType = "azure-pass";
  must(ledger->classes().open(facts, Role::Operator).ok(), "a class opens");
  const std::vector<RosterEntry> roster{{"Aino", "aino@example.org", "S1"}, {"Ben", "", "S2"}};
  must(ledger->roster().add(roster, Mode::Keep, Role::Operator).ok(), "students are added");
  std::vector<NewCode> codes;
  for (int number = 0; number < kCodes; ++number) {
    codes.push_back({number + 1, Code(codeText(number)), codeText(number), std::nullopt});
  }
  NewBatch batch;
  batch.passType = "azure-pass";
  must(ledger->stock().add(batch, codes, Mode::Keep, Role::Operator, {}).ok(), "codes are added");
  must(ledger->claims().make({1}, Role::Student).ok(), "a code is given");
}

/// The program's folder: whatever a command writes is written below it.
class Place {
 public:
  Place() {
    fs::create_directory(made());
    makeVenue(made());
    ::setenv("HALLPASS_DATA", "data", 1);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::close(nothing);
  }

  void makeFresh() const {
    fs::remove_all(now());
    fs::create_directories(now());
    fs::current_path(now());
    fs::copy(made(), "data");
    fs::copy_file(fs::path(TESTS_DATA) / "codes-azure-5x5.txt", "codes.csv");
  }

 private:
  [[nodiscard]] fs::path made() const { return folder_.path() / "made"; }
  /// Deep enough that ".." leads nowhere else.
  [[nodiscard]] fs::path now() const { return folder_.path() / "now" / "below" / "here"; }

  TemporaryFolder folder_;
};

/// The working folder is the one of before again, once this is gone.
class Back {
 public:
  Back() = default;
  ~Back() { fs::current_path(before_); }
  Back(const Back&) = delete;
  Back& operator=(const Back&) = delete;

 private:
  fs::path before_ = fs::current_path();
};

/// What is printed on one of the program's two outputs while this is there.
class Printed {
 public:
  explicit Printed(int output)
      : output_(output), kept_(::dup(output)), file_(::memfd_create("printed", MFD_CLOEXEC)) {
    ::dup2(file_, output_);
  }
  ~Printed() {
    ::dup2(kept_, output_);
    ::close(kept_);
    ::close(file_);
  }
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;

  [[nodiscard]] std::string text() const {
    std::string all(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
    all.resize(
        static_cast<std::size_t>(std::max<ssize_t>(0, ::pread(file_, all.data(), all.size(), 0))));
    return all;
  }

 private:
  int output_;
  int kept_;
  int file_;
};

std::vector<std::string> wordsOf(std::string_view bytes) {
  std::vector<std::string> words{"hallpass"};
  while (!bytes.empty()) {
    std::string word(takePiece(bytes, "\n"));
    const auto first = word.empty() ? 0U : static_cast<unsigned char>(word.front());
    if (word.size() == 1 && first >= 0x80) word = kWords.at((first - 0x80U) % kWords.size());
    words.push_back(word.substr(0, word.find('\0')));  // As the shell ends it.
  }
  return words;
}

/// Nothing is written elsewhere, and nothing takes long: the pictures are no part of this.
bool isTried(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.find('/') != std::string::npos && word != "data/ledger.db") return false;
    if (word == "gallery" || word == "doctor") return false;
  }
  return words.size() < 24;
}

/// -1: the kiosk would start.
int run(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const auto ended = runCommandLine(static_cast<int>(words.size()), pointers.data());
  std::cout.flush();
  std::cerr.flush();
  std::cout.clear();
  return std::holds_alternative<int>(ended) ? std::get<int>(ended) : -1;
}

/// A code that came from the ledger, and not from the words.
bool holdsCode(const std::string& text, std::string_view words) {
  for (int number = 0; number < kCodes; ++number) {
    const std::string code = codeText(number);
    if (text.find(code) != std::string::npos && words.find(code) == std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  static const Place kPlace;
  std::vector<std::string> words = wordsOf(bytes);
  if (!isTried(words)) return;
  const Back back;
  kPlace.makeFresh();
  int status = 0;
  std::string mistakes;
  {
    const Printed answers(STDOUT_FILENO);
    const Printed complaints(STDERR_FILENO);
    status = run(words);
    mistakes = complaints.text();
  }
  must(status >= -1 && status <= 3, "a command ends as the manual says");
  must(status != 2 || !mistakes.empty(), "a mistake on the command line is told");
  must(!holdsCode(mistakes, bytes), "no code is told on stderr");
  must(ledgerProblems("data/ledger.db").empty(), "the ledger adds up after any command");
  const platform::SystemClock clock;
  must(Ledger::open("data/ledger.db", clock).ok(), "the ledger opens after any command");
}

}  // namespace tests
