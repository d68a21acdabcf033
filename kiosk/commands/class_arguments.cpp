#include "kiosk/commands/class_arguments.h"

#include "kiosk/commands/arguments.h"
#include "kiosk/desk/class_word.h"

namespace hallpass {
namespace {

std::string wordMistake(const std::string& text) {
  const std::string mistake = textMistake(text);
  return mistake.empty() ? classWordMistake(text) : mistake;
}

}  // namespace

CLI::Option* addClassOptions(CLI::App& command, ClassArguments& arguments) {
  command.add_option("--from", arguments.from, "First moment to hand out")
      ->type_name("TIME")
      ->check(CLI::Validator(timeMistake, ""));
  command
      .add_option("--until", arguments.until, "Last moment; a date alone is the end of that day")
      ->type_name("TIME")
      ->check(CLI::Validator(timeMistake, ""));
  command.add_option("--walk-ins", arguments.walkIns, "May others add themselves? yes or no")
      ->type_name("yes|no")
      ->check(CLI::IsMember({"yes", "no"}));
  command
      .add_option("--idle", arguments.idleSeconds,
                  "Without a touch until the kiosk warns: 45 to 300; else as it was started")
      ->type_name("SECONDS")
      ->check(CLI::Range(45, 300));
  return command
      .add_option("--word", arguments.word,
                  "A word for the board: students type it before they take a code")
      ->type_name("W")
      ->check(CLI::Validator(wordMistake, ""));
}

NewClass withArguments(NewClass facts, const ClassArguments& arguments) {
  if (!arguments.from.empty()) facts.from = beginningAt(arguments.from);
  if (!arguments.until.empty()) facts.until = endAt(arguments.until);
  if (!arguments.walkIns.empty()) {
    facts.walkIns = arguments.walkIns == "yes" ? WalkIns::Allowed : WalkIns::Refused;
  }
  if (!arguments.word.empty()) facts.word = arguments.word;
  if (arguments.idleSeconds != 0) facts.idleSeconds = arguments.idleSeconds;
  return facts;
}

}  // namespace hallpass
