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

Option addClassOptions(Command command, ClassArguments& arguments) {
  command.option("--from", arguments.from, "First moment to hand out")
      .typeName("TIME")
      .check(timeMistake);
  command.option("--until", arguments.until, "Last moment; a date alone is the end of that day")
      .typeName("TIME")
      .check(timeMistake);
  command.option("--walk-ins", arguments.walkIns, "May others add themselves? yes or no")
      .typeName("yes|no")
      .oneOf({"yes", "no"});
  command
      .option("--idle", arguments.idleSeconds,
              "Without a touch until the kiosk warns: 45 to 300; else as it was started")
      .typeName("SECONDS")
      .between(45, 300);
  return command
      .option("--word", arguments.word,
              "A word for the board: students type it before they take a code")
      .typeName("W")
      .check(wordMistake);
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
