#include "kiosk/commands/arguments.h"
#include "kiosk/commands/class_arguments.h"
#include "kiosk/commands/class_report.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/commands/list_file.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

struct OpenArguments {
  std::string title;
  std::string passType;
  std::string roster;
  ClassArguments facts;
};

/// What is wrong with the pass type of a class, or with an account for it, or nullopt: students
/// would meet half a guide.
std::optional<Complaint> passTypeComplaint(const OpenArguments& arguments) {
  const auto type = passTypeOf(arguments.passType);
  if (!type) return type.error();
  const auto guide = guideOf(*type);
  if (!guide) return guide.error();
  return accountComplaint(*guide, arguments.facts);
}

NewClass factsOf(const OpenArguments& arguments) {
  NewClass facts;
  facts.title = arguments.title;
  facts.passType = arguments.passType;
  return withArguments(std::move(facts), arguments.facts);
}

Answer openClass(Session& session, const OpenArguments& arguments) {
  if (const auto why = passTypeComplaint(arguments)) return *why;
  std::optional<RosterList> list;
  if (!arguments.roster.empty()) {
    auto read = readRosterFile(arguments.roster);
    if (!read) return read.error();
    list = *std::move(read);
  }
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto opened = (*ledger)->classes().open(factsOf(arguments), Role::Operator);
  if (!opened) return complaint(opened.error());
  std::string notes;
  ordered_json rosterJson;
  if (list) {
    const auto added = (*ledger)->roster().add(list->entries, Mode::Keep, Role::Operator);
    if (!added) {
      Complaint why = complaint(added.error());
      why.done =
          "The class is open, but its roster is still empty; add it with: hallpass import roster "
          "FILE. The reason:";
      return why;
    }
    rosterJson = {{"added", added->added},
                  {"updated", added->updated},
                  {"rejected", list->rejected},
                  {"lines", jsonOf(list->notes)}};
    notes = textOf(list->notes);
  }
  Answer answer = describeClass(session);
  if (answer) {
    answer->json["roster"] = std::move(rosterJson);
    answer->text += notes;
  }
  return answer;
}

Answer setState(Session& session, ClassState state) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto set = (*ledger)->classes().setState(state, Role::Operator);
  if (!set) return complaint(set.error());
  return describeClass(session);
}

void addOpen(Command group, Asked& asked) {
  Command command =
      addCommand(group, asked, "open", "Open a class; only one can be open at a time",
                 "hallpass class open --title \"Azure Administrator\" --pass azure-pass \\\n"
                 "      --roster students.csv --until 2026-11-25 --word river\n"
                 "Times are the device's own; add Z for UTC, as in 2026-11-25T17:30Z.");
  const auto arguments = std::make_shared<OpenArguments>();
  command.option("--title", arguments->title, "What the students see")
      .typeName("TEXT")
      .required()
      .check(textMistake);
  command.option("--pass", arguments->passType, "What is handed out, such as azure-pass")
      .typeName("TYPE")
      .required();
  command.option("--roster", arguments->roster, "The students: .csv, .txt or .xlsx")
      .typeName("FILE");
  addClassOptions(command, arguments->facts);
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return openClass(session, *arguments); };
  });
}

void addStateChange(Command group, Asked& asked, ClassState state, const std::string& name,
                    const std::string& description) {
  addCommand(group, asked, name, description, "hallpass class " + name).whenNamed([&asked, state] {
    asked.work = [state](Session& session) { return setState(session, state); };
  });
}

}  // namespace

void addClassCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "class", "Open, change, pause, resume, close or show the class",
                           "hallpass class open --title \"Azure Administrator\" --pass azure-pass\n"
                           "  hallpass class show\n"
                           "  hallpass class close");
  addOpen(group, asked);
  addClassSetCommand(group, asked);
  addStateChange(group, asked, ClassState::Paused, "pause", "Hand out nothing until it goes on");
  addStateChange(group, asked, ClassState::Open, "resume", "Go on after a pause");
  addStateChange(group, asked, ClassState::Closed, "close", "End the class for good");
  addCommand(group, asked, "show", "Say what the class is, and how many took a code",
             "hallpass class show")
      .whenNamed([&asked] { asked.work = describeClass; });
}

}  // namespace hallpass
