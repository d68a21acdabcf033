#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostMessages = 16;

Outcome readOutcome(AssetTable& table) {
  const std::string word = table.text("outcome", kLongestTitle);
  if (word.empty()) return Outcome::Other;
  const auto outcome = outcomeNamed(word);
  if (outcome && *outcome != Outcome::Worked) return *outcome;
  std::vector<std::string> names;
  for (const Outcome one : kOutcomes) {
    if (one != Outcome::Worked) names.emplace_back(name(one));
  }
  table.mistake("outcome", "is " + notOneOf(word, names));
  return Outcome::Other;
}

/// A question that is asked needs an answer to yes, and there is none to yes without it.
void checkQuestion(AssetTable& table, const GuideAnswer& answer) {
  if (!answer.question.empty() && answer.yes.empty()) {
    table.mistake("question", "needs a text in \"yes\": what to do where the answer is yes.");
  }
  if (answer.question.empty() && !answer.yes.empty()) {
    table.mistake("yes", "needs a text in \"question\": what it is the answer to.");
  }
}

GuideAnswer readAnswer(GuideTable& table, std::vector<std::string>& earlier) {
  GuideAnswer answer;
  answer.id = table.id(earlier);
  answer.guides = table.guides(Presence::Required);
  answer.outcome = readOutcome(table.plain());
  answer.title = table.words("title", kLongestTitle);
  answer.messages =
      table.plain().texts("messages", 0, kMostMessages, kLongestCardBody, Presence::Optional);
  answer.question = table.words("question", kLongestSentence, Presence::Optional);
  answer.yes = table.words("yes", kLongestAnswer, Presence::Optional);
  answer.cause = table.words("cause", kLongestSentence);
  answer.body = table.words("body", kLongestAnswer);
  answer.picture = table.picture();
  answer.facts = table.facts();
  checkQuestion(table.plain(), answer);
  table.plain().refuseOtherKeys();
  return answer;
}

}  // namespace

std::vector<GuideAnswer> readAnswers(const toml::table& content, const Known& known,
                                     std::vector<std::string>& earlier, Mistakes& mistakes) {
  GuideTable file(AssetTable(content, mistakes), known);
  std::vector<GuideAnswer> answers;
  for (GuideTable& table : file.tables("answers")) answers.push_back(readAnswer(table, earlier));
  file.plain().refuseOtherKeys();
  return answers;
}

}  // namespace hallpass
