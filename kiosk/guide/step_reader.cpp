#include <array>

#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

constexpr int kMostMinutes = 60;
constexpr std::size_t kMostOlderButtons = 8;

struct NamedLevel {
  const char* name;
  Level level;
};
constexpr std::array kLevels{NamedLevel{"plain", Level::Plain}, NamedLevel{"care", Level::Care},
                             NamedLevel{"stop", Level::Stop}};

Level readLevel(AssetTable& table) {
  const std::string word = table.text("level", kLongestTitle, Presence::Optional);
  if (word.empty()) return Level::Plain;
  for (const NamedLevel& one : kLevels) {
    if (word == one.name) return one.level;
  }
  table.mistake("level", "is " + notOneOf(word, {"plain", "care", "stop"}));
  return Level::Plain;
}

void readWarning(GuideTable& table, GuideStep& step) {
  step.level = readLevel(table.plain());
  step.warning = table.words("warning", kLongestSentence, Presence::Optional);
  if (step.level == Level::Plain && !step.warning.empty()) {
    table.plain().mistake("warning",
                          "stands in a plain step. Add level = \"care\" or level = \"stop\".");
  }
  if (step.level != Level::Plain && step.warning.empty()) {
    table.plain().mistake("level", "needs a text in \"warning\". Write one, or remove \"level\".");
  }
}

GuideStep readStep(GuideTable& table, int parts, std::vector<std::string>& earlier) {
  GuideStep step;
  step.id = table.id(earlier);
  step.part = table.plain().number("part", 1, parts).value_or(1);
  step.title = table.words("title", kLongestTitle);
  step.body = table.words("body", kLongestCardBody);
  step.button = table.plain().text("button", kLongestTitle, Presence::Optional);
  step.olderButtons =
      table.plain().texts("older_buttons", 1, kMostOlderButtons, kLongestTitle, Presence::Optional);
  step.minutes = table.plain().number("minutes", 0, kMostMinutes).value_or(0);
  readWarning(table, step);
  step.check = table.words("check", kLongestSentence, Presence::Optional);
  step.address = table.address();
  step.picture = table.picture();
  step.answers = table.answers();
  step.accounts = table.accounts();
  step.facts = table.facts();
  table.plain().refuseOtherKeys();
  return step;
}

}  // namespace

std::vector<GuideStep> readSteps(GuideTable& file, int parts) {
  std::vector<GuideStep> steps;
  std::vector<std::string> ids;
  for (GuideTable& table : file.tables("steps")) steps.push_back(readStep(table, parts, ids));
  for (const AccountKind kind : kAccountKinds) {
    const std::size_t shown = shownFor(steps, kind).size();
    if (shown <= kMostSteps) continue;
    file.plain().mistake("steps", "shows " + std::to_string(shown) + " steps for the account \"" +
                                      std::string(name(kind)) + "\"; write at most " +
                                      std::to_string(kMostSteps) + ".");
    break;
  }
  return steps;
}

}  // namespace hallpass
