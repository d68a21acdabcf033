#include "kiosk/commands/arguments.h"
#include "kiosk/commands/class_arguments.h"
#include "kiosk/commands/class_report.h"
#include "kiosk/commands/command_set.h"

namespace hallpass {
namespace {

struct SetArguments {
  std::string title;
  ClassArguments facts;
  bool noWord = false;
};

/// What is wrong with the account for a class of that pass type, or nullopt.
std::optional<Complaint> accountComplaint(const std::string& passType,
                                          const ClassArguments& arguments) {
  if (arguments.account.empty()) return std::nullopt;
  const auto type = passTypeOf(passType);
  if (!type) return type.error();
  const auto guide = guideOf(*type);
  if (!guide) return guide.error();
  return accountComplaint(*guide, arguments);
}

Answer changeClass(Session& session, const SetArguments& arguments) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  if (const auto why = accountComplaint(current->facts.passType, arguments.facts)) return *why;
  NewClass facts = withArguments(current->facts, arguments.facts);
  if (!arguments.title.empty()) facts.title = arguments.title;
  if (arguments.noWord) facts.word.clear();
  const auto changed = (*session.ledger())->classes().change(facts, Role::Operator);
  if (!changed) return complaint(changed.error());
  return describeClass(session);
}

/// A command that changes nothing was meant otherwise.
void needChange(const Command& command) {
  if (!command.given().empty()) return;
  refuseUsage("class set", "say what to change, such as --until 2026-11-25 or --no-word");
}

}  // namespace

void addClassSetCommand(Command group, Asked& asked) {
  Command command =
      addCommand(group, asked, "set", "Change what is said of the class, but for its pass type",
                 "hallpass class set --until 2026-11-25T17:30 --word river");
  const auto arguments = std::make_shared<SetArguments>();
  command.option("--title", arguments->title, "What the students see")
      .typeName("TEXT")
      .check(textMistake);
  const Option word = addClassOptions(command, arguments->facts);
  command.flag("--no-word", arguments->noWord, "Students type no word any more").excludes(word);
  command.whenNamed([&asked, command, arguments] {
    needChange(command);
    asked.work = [arguments](Session& session) { return changeClass(session, *arguments); };
  });
}

}  // namespace hallpass
