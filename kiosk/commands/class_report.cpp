#include "kiosk/commands/class_report.h"

#include <algorithm>
#include <iterator>

#include "kiosk/commands/printing.h"
#include "kiosk/domain/class_settings.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

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

/// What not every class has.
std::string extrasText(const NewClass& facts) {
  std::string text;
  if (!facts.word.empty()) text += "The word for the board: " + facts.word + "\n";
  if (facts.idleSeconds > 0) {
    text += "Without a touch the kiosk warns after " + std::to_string(facts.idleSeconds) + " s.\n";
  }
  if (!facts.languages.empty()) {
    text +=
        "Languages to choose from, the class's own first: " + languageList(facts.languages) + "\n";
  }
  if (!facts.account.empty()) text += "The account that the guide names: " + facts.account + "\n";
  return text;
}

}  // namespace

Answer describeClass(Session& session) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  Ledger& ledger = **session.ledger();
  const NewClass& facts = current->facts;
  const auto students = ledger.roster().places();
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
                 {"word", facts.word},
                 {"idle", facts.idleSeconds > 0 ? ordered_json(facts.idleSeconds) : ordered_json()},
                 {"languages", facts.languages},
                 {"account", facts.account},
                 {"refuses", refusal ? ordered_json(name(*refusal)) : ordered_json()},
                 {"students", students->size()},
                 {"claimed", claimed},
                 {"in_stock", stock->inStock}};
  report.text = "\"" + facts.title + "\" (" + facts.passType + ") " + stateText(*current) + "\n" +
                counted(std::ssize(*students), "student") + ", " + std::to_string(claimed) +
                " took a code; " + counted(stock->inStock, "code") +
                " in stock; walk-ins: " + (walkIns ? "yes" : "no") + ".\n" + extrasText(facts);
  if (refusal && current->state == ClassState::Open) {
    report.text += std::string(sentence(*refusal)) + "\n";
  }
  return report;
}

}  // namespace hallpass
