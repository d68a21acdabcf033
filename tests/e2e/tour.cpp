// Walks one student through the kiosk by real taps on a virtual screen, keeps a picture of each
// step and reads the code from the last one. The README's pictures come from here.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <exception>
#include <map>
#include <stdexcept>

#include "tests/e2e/visit.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
using nlohmann::json;

constexpr std::string_view kUsage =
    "usage: tour --hallpass PROGRAM --data DIR --to FOLDER [--size WxH]\n";
constexpr std::size_t kTypedLetters = 3;

struct Options {
  std::filesystem::path program;
  std::filesystem::path data;
  std::filesystem::path to;
  Size size{1920, 1080};
};

Options optionsOf(int count, char** words) {
  std::map<std::string, std::string> given{{"--size", "1920x1080"}};
  for (int i = 1; i + 1 < count; i += 2) given[words[i]] = words[i + 1];
  Options options{given["--hallpass"], given["--data"], given["--to"], {}};
  const bool sized =
      std::sscanf(given["--size"].c_str(), "%dx%d", &options.size.width, &options.size.height) == 2;
  if (count % 2 == 0 || given.size() != 4 || options.program.empty() || options.data.empty() ||
      options.to.empty() || !sized) {
    throw std::invalid_argument(std::string(kUsage));
  }
  return options;
}

json command(const Options& options, std::vector<std::string> words) {
  words.insert(words.begin(), options.program.string());
  words.insert(words.end(), {"--data", options.data.string(), "--json"});
  const Outcome outcome = runToEnd({words});
  if (outcome.status != 0) throw std::runtime_error(outcome.errors);
  return json::parse(outcome.output);
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

/// A student without a code whose name the on-screen keyboard can type: one with a hyphen and an
/// apostrophe where there is one, because that shows more.
json chooseStudent(const Options& options) {
  json chosen;
  const json students = command(options, {"students"}).at("students");
  for (const json& student : students) {
    const std::string name = student.at("name");
    if (student.at("claimed") == true || typedFor(name).empty()) continue;
    if (chosen.is_null() || name.starts_with("Anna-Liisa")) chosen = student;
  }
  if (chosen.is_null()) {
    throw std::runtime_error(
        "Every student of this class has a code. Open a class anew for a tour.");
  }
  return chosen;
}

class Tour {
 public:
  explicit Tour(const Options& options)
      : options_(options),
        student_(chooseStudent(options)),
        display_(options.size),
        kiosk_(display_,
               {{options.program.string(), "--data", options.data.string()}, traces_.path()}) {}

  void walk() {
    kiosk_.waitForScreen("attract");
    keep("attract");
    kiosk_.tapTo("wake", "find");
    keep("nothing-is-listed");
    typeName(kiosk_, typedFor(student_.at("name")));
    keep("find-your-name");
    kiosk_.tapTo(chosenTarget(), "confirm");
    keep("is-this-you");
    readCards();
    kiosk_.tapTo("take", "code");
    keep("your-code");
    compare();
    kiosk_.tapTo("hide", "code-hidden");
    keep("hidden");
    kiosk_.tapTo("done", "done");
    keep("done");
    kiosk_.tapTo("finish", "attract");
  }

 private:
  /// The one among those found who is meant: several may answer to three letters.
  std::string chosenTarget() {
    const std::string name = student_.at("name");
    const std::string first = name.substr(0, name.find(' '));
    for (const Target& target : kiosk_.scene().all("student-")) {
      if (target.label.starts_with(first)) return target.id;
    }
    throw std::runtime_error("nobody on the screen is called " + first);
  }

  void readCards() {
    kiosk_.tapTo("yes", "before");
    keep("before-you-take-it");
    for (const std::string card : {"agree-1", "agree-2"}) {
      const std::string next = card == "agree-1" ? "agree-2" : "take";
      kiosk_.tap(card);
      kiosk_.waitFor(next, [&](const Scene& scene) { return scene.find(next)->enabled; });
    }
    keep("last-card");
  }

  void keep(const std::string& step) {
    const std::string number = std::to_string(++steps_);
    const std::string name = (steps_ < 10 ? "0" : "") + number + "-" + step + ".png";
    const std::filesystem::path file = options_.to / name;
    writePng(display_.screenshot(), file);
    std::printf("%s\n    %s\n", file.c_str(), said().c_str());
  }

  /// The first few texts of the screen.
  std::string said() const {
    std::string text;
    for (const std::string& shown : kiosk_.scene().texts) {
      if (text.size() > 120) break;
      text += (text.empty() ? "" : " | ") + shown;
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  void compare() {
    const Image picture = display_.screenshot();
    for (const ShownQr& qr : kiosk_.scene().qrs) {
      std::printf("    QR %s read from the picture: %s\n", qr.label.c_str(),
                  readQrCode(picture, qr.rect).c_str());
    }
    const std::string read = readQrCode(picture, kiosk_.scene().qr("1").rect);
    const json claim = command(options_, {"claim", "--student", student_.at("key")});
    const std::string recorded = claim.at("payload");
    std::printf("    the ledger's for this student: %s\n", recorded.c_str());
    if (claim.at("again") != true) throw std::runtime_error("the claim was not on record");
    if (read != recorded) throw std::runtime_error("the screen and the ledger differ");
  }

  const Options& options_;
  TemporaryFolder traces_;
  json student_;
  Display display_;
  KioskProcess kiosk_;
  int steps_ = 0;
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
} catch (const std::exception& problem) {
  std::fprintf(stderr, "tour: %s\n", problem.what());
  return 1;
}
