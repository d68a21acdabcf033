#include "kiosk/commands/printing.h"

#include <iostream>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kNotWritten =
    "The answer could not be written in full: the disk is full, or whatever reads it has ended. "
    "What the command did stands; ask again to see it.\n";

std::string withoutControls(std::string_view text, std::u32string_view kept) {
  std::u32string points = platform::toCodePoints(text);
  for (char32_t& point : points) {
    const bool plain = point >= U' ' && point <= U'~';
    if (plain || kept.find(point) != kept.npos) continue;
    if (platform::hasControls(platform::toUtf8({&point, 1}))) point = kReplacement;
  }
  return platform::toUtf8(points);
}

void writeJson(const nlohmann::ordered_json& json) {
  // A file name on the command line may be any bytes; everything else is UTF-8 already.
  std::cout << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

/// `status`, once stdout took everything.
int afterWriting(ExitStatus status) {
  std::cout.flush();
  if (std::cout) return static_cast<int>(status);
  std::cerr << kNotWritten;
  return static_cast<int>(ExitStatus::Ledger);
}

int printReport(const Report& report, Format format) {
  if (format == Format::Json) {
    writeJson(report.json);
  } else {
    std::cout << harmless(report.text);
  }
  return afterWriting(report.status);
}

}  // namespace

std::string harmless(std::string_view text) { return withoutControls(text, U"\n"); }

std::string harmlessLine(std::string_view text) { return withoutControls(text, U""); }

std::string counted(std::int64_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

int print(const Answer& answer, Format format) {
  if (answer) return printReport(*answer, format);
  const Complaint& why = answer.error();
  const std::string sentence =
      harmlessLine((why.done.empty() ? "" : why.done + " ") + why.sentence);
  if (format == Format::Json) writeJson({{"refused", why.name}, {"message", sentence}});
  const int status = afterWriting(why.status);
  std::cerr << sentence << "\n";
  return status;
}

int printHelp(const std::string& text) {
  std::cout << text;
  return afterWriting(ExitStatus::Done);
}

int printMistake(std::string_view mistake) {
  std::cerr << harmlessLine(mistake) << "\nRun with --help for more information.\n";
  return static_cast<int>(ExitStatus::Usage);
}

}  // namespace hallpass
