#include <algorithm>
#include <iterator>

#include "kiosk/commands/arguments.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/commands/list_file.h"
#include "kiosk/commands/printing.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

struct OpenArguments {
  std::string title;
  std::string passType;
  std::string roster;
  std::string from;
  std::string until;
  std::string walkIns = "no";
};

ordered_json timeOrNull(const std::optional<platform::UtcTime>& time) {
  return time ? ordered_json(platform::toIsoText(*time)) : ordered_json();
}

std::string windowText(const NewClass& facts) {
  return (facts.from ? " from " + platform::toLocalText(*facts.from) : std::string()) + " until " +
         (facts.until ? platform::toLocalText(*facts.until) : std::string("it is closed"));
}

/// "is open until it is closed": what is true of the class from now on.
std::string stateText(const Class& shown) {
  const std::string is = "is " + std::string(name(shown.state));
  if (shown.state != ClassState::Closed) return is + windowText(shown.facts) + ".";
  if (!shown.facts.from && !shown.facts.until) return is + ".";
  return is + ". It was to be open" + windowText(shown.facts) + ".";
}

/// What `class show` says; every other command of the group ends with it.
Answer describeClass(Session& session) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  Ledger& ledger = **session.ledger();
  const NewClass& facts = current->facts;
  const auto students = ledger.roster().students();
  if (!students) return complaint(students.error());
  const auto stock = ledger.stock().count(facts.passType);
  if (!stock) return complaint(stock.error());
  const auto claimed = std::count_if(students->begin(), students->end(),
                                     [](const Student& student) { return student.claimed; });
  const bool walkIns = facts.walkIns == WalkIns::Allowed;
  const auto refusal = current->refusesAt(session.clock().now());
  Report report;
  report.json = {{"class", current->id.value},
                 {"title", facts.title},
                 {"pass_type", facts.passType},
                 {"state", name(current->state)},
                 {"from", timeOrNull(facts.from)},
                 {"until", timeOrNull(facts.until)},
                 {"walk_ins", walkIns},
                 {"refuses", refusal ? ordered_json(name(*refusal)) : ordered_json()},
                 {"students", students->size()},
                 {"claimed", claimed},
                 {"in_stock", stock->inStock}};
  report.text = "\"" + facts.title + "\" (" + facts.passType + ") " + stateText(*current) + "\n" +
                counted(std::ssize(*students), "student") + ", " + std::to_string(claimed) +
                " took a code; " + counted(stock->inStock, "code") +
                " in stock; walk-ins: " + (walkIns ? "yes" : "no") + ".\n";
  if (refusal && current->state == ClassState::Open) {
    report.text += std::string(sentence(*refusal)) + "\n";
  }
  return report;
}

/// What is wrong with a pass type for a class, or nullopt: students would meet half a guide.
std::optional<Complaint> passTypeComplaint(const std::string& id) {
  const auto type = passTypeOf(id);
  if (!type) return type.error();
  const auto guide = guideOf(*type);
  if (!guide) return guide.error();
  return std::nullopt;
}

NewClass factsOf(const OpenArguments& arguments) {
  return {arguments.title, arguments.passType, beginningAt(arguments.from), endAt(arguments.until),
          arguments.walkIns == "yes" ? WalkIns::Allowed : WalkIns::Refused};
}

Answer openClass(Session& session, const OpenArguments& arguments) {
  if (const auto why = passTypeComplaint(arguments.passType)) return *why;
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

void addOpen(CLI::App& group, Asked& asked) {
  CLI::App* command =
      addCommand(group, asked, "open", "Open a class; only one can be open at a time",
                 "hallpass class open --title \"Azure Administrator\" --pass azure-pass \\\n"
                 "      --roster students.csv --until 2026-11-25 --walk-ins yes\n"
                 "Times are the device's own; add Z for UTC, as in 2026-11-25T17:30Z.");
  const auto arguments = std::make_shared<OpenArguments>();
  command->add_option("--title", arguments->title, "What the students see")
      ->type_name("TEXT")
      ->required()
      ->check(CLI::Validator(textMistake, ""));
  command->add_option("--pass", arguments->passType, "What is handed out, such as azure-pass")
      ->type_name("TYPE")
      ->required();
  command->add_option("--roster", arguments->roster, "The students: .csv, .txt or .xlsx")
      ->type_name("FILE");
  command->add_option("--from", arguments->from, "First moment to hand out; now if not given")
      ->type_name("TIME")
      ->check(CLI::Validator(timeMistake, ""));
  command
      ->add_option("--until", arguments->until, "Last moment; a date alone is the end of that day")
      ->type_name("TIME")
      ->check(CLI::Validator(timeMistake, ""));
  command->add_option("--walk-ins", arguments->walkIns, "May others add themselves? yes or no (no)")
      ->type_name("yes|no")
      ->check(CLI::IsMember({"yes", "no"}));
  command->callback([&asked, arguments] {
    asked.work = [arguments](Session& session) { return openClass(session, *arguments); };
  });
}

void addStateChange(CLI::App& group, Asked& asked, ClassState state, const std::string& name,
                    const std::string& description) {
  addCommand(group, asked, name, description, "hallpass class " + name)->callback([&asked, state] {
    asked.work = [state](Session& session) { return setState(session, state); };
  });
}

}  // namespace

void addClassCommand(CLI::App& app, Asked& asked) {
  CLI::App* group =
      addGroup(app, "class", "Open, pause, resume, close or show the class",
               "hallpass class open --title \"Azure Administrator\" --pass azure-pass\n"
               "  hallpass class show\n"
               "  hallpass class close");
  addOpen(*group, asked);
  addStateChange(*group, asked, ClassState::Paused, "pause", "Hand out nothing until it goes on");
  addStateChange(*group, asked, ClassState::Open, "resume", "Go on after a pause");
  addStateChange(*group, asked, ClassState::Closed, "close", "End the class for good");
  addCommand(*group, asked, "show", "Say what the class is, and how many took a code",
             "hallpass class show")
      ->callback([&asked] { asked.work = describeClass; });
}

}  // namespace hallpass
