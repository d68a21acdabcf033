// Walks through a class by real taps on a virtual screen, and keeps a picture of each step: a new
// device is set up, an instructor brings students and codes, a student takes one, a bad code is
// swapped, and the instructor leaves with the report. The README's pictures come from here.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <exception>
#include <map>
#include <stdexcept>

#include "tests/e2e/album.h"
#include "tests/e2e/desk.h"
#include "tests/e2e/guide_walk.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
using nlohmann::json;

constexpr std::string_view kUsage =
    "usage: tour --hallpass PROGRAM --data DIR --media DIR --to FOLDER [--size WxH]\n";
constexpr std::size_t kTypedLetters = 3;

struct Options {
  std::filesystem::path program;
  std::filesystem::path data;   ///< Of a device that was never used.
  std::filesystem::path media;  ///< With one stick that holds a roster and a list of codes.
  std::filesystem::path to;
  Size size{1920, 1080};

  /// The tour is walked in training mode: so is the demo.
  [[nodiscard]] std::string training() const { return (data / "training").string(); }
};

Options optionsOf(int count, char** words) {
  std::map<std::string, std::string> given{{"--size", "1920x1080"}};
  for (int i = 1; i + 1 < count; i += 2) given[words[i]] = words[i + 1];
  Options options{given["--hallpass"], given["--data"], given["--media"], given["--to"], {}};
  const bool sized =
      std::sscanf(given["--size"].c_str(), "%dx%d", &options.size.width, &options.size.height) == 2;
  const bool whole = !options.program.empty() && !options.data.empty() && !options.media.empty() &&
                     !options.to.empty();
  if (count % 2 == 0 || given.size() != 5 || !whole || !sized) {
    throw std::invalid_argument(std::string(kUsage));
  }
  return options;
}

/// The letters to type for `name` on a keyboard that has no accents; "" where it has too few.
std::string typedFor(const std::string& name) {
  const std::string letters = name.substr(0, kTypedLetters);
  const bool plain = std::all_of(letters.begin(), letters.end(),
                                 [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
  if (!plain || letters.size() < kTypedLetters) return {};
  std::string typed(letters);
  std::transform(typed.begin(), typed.end(), typed.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return typed;
}

class Tour {
 public:
  explicit Tour(const Options& options)
      : options_(options),
        display_(options.size),
        kiosk_(display_, {{options.program.string(), "--data", options.data.string(), "--media",
                           options.media.string(), "--training"},
                          traces_.path()}),
        album_(display_, kiosk_, options.to) {}

  void walk() {
    setUp();
    openClass();
    bringStudents();
    restock();
    lockDesk(kiosk_);
    takeCode();
    othersTakeTheirs();
    lookAtClass();
    swapCode();
    leaveWithReport();
  }

 private:
  json command(std::vector<std::string> words) const {
    words.insert(words.begin(), options_.program.string());
    words.insert(words.end(), {"--data", options_.training(), "--json"});
    const ProcessEnd outcome = runToEnd({words});
    if (outcome.status != 0) throw std::runtime_error(outcome.errors);
    return json::parse(outcome.output);
  }

  const Scene& press(std::string_view id, std::string_view screen) {
    return kiosk_.tapTo(id, screen);
  }

  void type(std::string_view field, std::string_view text) {
    const std::string before = kiosk_.scene().screen;
    press(field, "edit");
    display_.type(text);
    kiosk_.waitFor("the typed text", [&](const Scene& scene) { return scene.mentions(text); });
    if (field == "field-title") album_.keep("the-keyboard");
    press("done", before);
  }

  void setUp() {
    kiosk_.waitForScreen("first-start");
    album_.keep("welcome");
    press("begin", "pin");
    album_.keep("choose-a-pin");
    for (const std::string& pin : {kInstructorPin, kInstructorPin, kStaffPin, kStaffPin}) {
      typeOnPad(kiosk_, pin);
      kiosk_.waitFor("the PIN to be taken", [](const Scene& scene) {
        return scene.screen == "recovery-word" || scene.mentions("0 of 6");
      });
    }
    kiosk_.waitForScreen("recovery-word");
    album_.keep("recovery-word");
    press("written-down", "desk");
    album_.keep("overview-of-a-new-device");
  }

  void openClass() {
    goTo(kiosk_, "nav-class", "class");
    press("close-class", "close-class");
    press("close-class", "class");
    press("open-class", "class-form");
    type("field-title", "AZ-104 Azure Administrator");
    album_.keep("open-a-class");
    press("next", "class-form-2");
    type("word-3", "harbour");
    album_.keep("who-gets-in");
    press("next", "class-form-guide");
    album_.keep("account-and-languages");
    press("open-class", "class");
    album_.keep("the-class");
  }

  void bringStudents() {
    press("roster", "roster-files");
    album_.keep("lists-on-the-stick");
    press(rowWith(kiosk_.scene(), "roster"), "roster");
    album_.keep("the-roster-before-it-is-taken");
    press("take", "roster-taken");
    press("to-students", "students");
  }

  void restock() {
    goTo(kiosk_, "nav-restock", "restock");
    album_.keep("restock");
    press("stick", "restock-files");
    press(rowWith(kiosk_.scene(), "codes"), "restock-preview");
    album_.keep("the-codes-before-they-are-taken");
    press("take", "restock-done");
    album_.keep("in-stock");
    press("overview", "desk");
    album_.keep("thirty-students-and-their-codes");
  }

  /// A student without a code whose name the on-screen keyboard can type: one with a hyphen and an
  /// apostrophe where there is one, because that shows more.
  json chooseStudent() const {
    json chosen;
    const json students = command({"students"}).at("students");
    for (const json& student : students) {
      const std::string name = student.at("name");
      if (student.at("claimed") == true || typedFor(name).empty()) continue;
      if (chosen.is_null() || name.starts_with("Anna-Liisa")) chosen = student;
    }
    if (chosen.is_null()) throw std::runtime_error("the roster has nobody for this tour");
    return chosen;
  }

  void takeCode() {
    student_ = chooseStudent();
    album_.keep("attract");
    press("wake", "find");
    album_.keep("nothing-is-listed");
    typeName(kiosk_, typedFor(student_.at("name")));
    album_.keep("find-your-name");
    press(chosenTarget(), "confirm");
    album_.keep("is-this-you");
    press("yes", "class-word");
    display_.type("harbour");
    kiosk_.waitFor("the word", showsText("harbour"));
    album_.keep("the-word-on-the-board");
    press("go", "before");
    album_.keep("before-you-take-it");
    readToLastCard(kiosk_);
    album_.keep("last-card");
    press("agree-3", "digits");
    typeDigits(kiosk_);
    album_.keep("four-digits-of-your-own");
    press("take", "code");
    album_.keep("your-code");
    compare();
    press("hide", "code-hidden");
    album_.keep("hidden");
    press("done", "done");
    album_.keep("done");
    press("did-not", "went-wrong");
    album_.keep("what-happened");
    openAnswer(kiosk_, "already-used");
    album_.keep("the-guides-answer");
    kiosk_.tap("call");
    kiosk_.waitFor("the last answer",
                   [](const Scene& scene) { return scene.find("finish") != nullptr; });
    album_.keep("the-instructor-is-the-last-resort");
    press("finish", "attract");
  }

  /// The one among those found who is meant: several may answer to three letters.
  std::string chosenTarget() {
    const std::string name = student_.at("name");
    const std::string first = name.substr(0, name.find(' '));
    for (const Target& target : kiosk_.scene().all("student-")) {
      if (target.label.starts_with(first)) return target.id;
    }
    throw std::runtime_error("nobody on the screen is called " + first);
  }

  void compare() {
    const Image picture = display_.screenshot();
    for (const ShownQr& qr : kiosk_.scene().qrs) {
      std::printf("    QR %s read from the picture: %s\n", qr.label.c_str(),
                  readQrCode(picture, qr.rect).c_str());
    }
    const std::string read = readQrCode(picture, kiosk_.scene().qr("1").rect);
    const json claim = command({"claim", "--student", student_.at("key")});
    const std::string recorded = claim.at("payload");
    std::printf("    the ledger's for this student: %s\n", recorded.c_str());
    if (claim.at("again") != true) throw std::runtime_error("the claim was not on record");
    if (read != recorded) throw std::runtime_error("the screen and the ledger differ");
  }

  /// The next dozen of the queue, and what some of them say.
  void othersTakeTheirs() {
    int taken = 0;
    const json students = command({"students"}).at("students");
    for (const json& student : students) {
      if (student.at("claimed") == true || ++taken > 12) continue;
      command({"claim", "--student", student.at("key")});
      if (taken % 3 == 0) continue;
      command({"outcome", "--student", student.at("key"), "--set",
               taken == 4 ? "blank-page" : "worked"});
    }
  }

  void lookAtClass() {
    press("door", "pin");
    album_.keep("the-door");
    typeOnPad(kiosk_, kInstructorPin);
    kiosk_.waitForScreen("desk");
    album_.keep("the-class-fills");
    goTo(kiosk_, "nav-students", "students");
    album_.keep("students");
    goTo(kiosk_, "nav-batches", "batches");
    album_.keep("batches");
  }

  void swapCode() {
    goTo(kiosk_, "nav-students", "students");
    type("field-search", "Anna-Liisa");
    press("row-1", "student");
    album_.keep("one-student");
    press("swap", "swap");
    kiosk_.tap("cause-1");
    album_.keep("swap-a-bad-code");
    press("hand-over", "handed");
    album_.keep("here-is-your-new-code");
    press("yes", "digits");
    typeDigits(kiosk_, "4711");
    press("take", "code");
    album_.keep("the-new-code");
    leave(kiosk_);
  }

  void leaveWithReport() {
    openDesk(kiosk_);
    goTo(kiosk_, "nav-journal", "journal");
    album_.keep("journal");
    press("verify", "journal-verified");
    album_.keep("the-journal-is-whole");
    press("done", "journal");
    goTo(kiosk_, "nav-hand-over", "hand-over");
    album_.keep("hand-over");
    press("write", "hand-over-written");
    album_.keep("you-can-pull-it-now");
    press("done", "hand-over");
    goTo(kiosk_, "nav-device", "device");
    album_.keep("this-device");
    lockDesk(kiosk_);
  }

  const Options& options_;
  TemporaryFolder traces_;
  json student_;
  Display display_;
  KioskProcess kiosk_;
  Album album_;
};

}  // namespace

int main(int count, char** words) try {
  const Options options = optionsOf(count, words);
  std::filesystem::create_directories(options.to);
  Tour(options).walk();
  return 0;
} catch (const std::invalid_argument& usage) {
  std::fprintf(stderr, "%s", usage.what());
  return 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "The tour stopped: %s\n", error.what());
  return 1;
}
