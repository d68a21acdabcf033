#include "kiosk/commands/class_arguments.h"

#include <algorithm>

#include "kiosk/commands/arguments.h"
#include "kiosk/desk/class_word.h"
#include "kiosk/domain/class_settings.h"
#include "kiosk/domain/language.h"

namespace hallpass {
namespace {

std::string wordMistake(const std::string& text) {
  const std::string mistake = textMistake(text);
  return mistake.empty() ? classWordMistake(text) : mistake;
}

/// What gives a class back what it has where nobody says anything.
constexpr std::string_view kAllLanguages = "all";
constexpr std::string_view kUsualAccount = "usual";

std::string languagesMistake(const std::string& text) {
  if (text == kAllLanguages) return "";
  const std::vector<std::string> ids = languageIds(text);
  std::string which;
  for (const Language& language : kLanguages) {
    which += (which.empty() ? "" : ", ") + std::string(language.id);
  }
  const std::string values = "Name some of " + which + ", parted by commas, or \"all\"";
  if (ids.empty()) return "no language is named. " + values;
  if (text.ends_with(',')) return "the last comma has no language after it. " + values;
  const auto unknown = std::find_if_not(ids.begin(), ids.end(), isLanguage);
  if (unknown != ids.end()) return "\"" + *unknown + "\" is no language of the kiosk. " + values;
  if (knownLanguages(ids).size() != ids.size()) return "a language is named twice. " + values;
  return "";
}

std::string accountMistake(const std::string& text) {
  if (text == kUsualAccount || isClassAccount(text)) return "";
  std::string values;
  for (const std::string_view account : kClassAccounts) values += std::string(account) + ", ";
  return "\"" + text + "\" is no account. Say one of " + values +
         "or \"usual\" for the guide's own";
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
  command
      .option("--languages", arguments.languages,
              "What students may choose from, such as fi,en; the first is the class's own; or all")
      .typeName("IDS")
      .check(languagesMistake);
  command
      .option("--account", arguments.account,
              "Which account the guide names: personal, tenant, tenant-phone; or usual")
      .typeName("KIND")
      .check(accountMistake);
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
  if (!arguments.languages.empty()) {
    // "all" is no id: none is said, which is all of them.
    facts.languages = knownLanguages(languageIds(arguments.languages));
  }
  if (!arguments.account.empty()) {
    facts.account = isClassAccount(arguments.account) ? arguments.account : std::string();
  }
  return facts;
}

std::optional<Complaint> accountComplaint(const Guide& guide, const ClassArguments& arguments) {
  if (!isClassAccount(arguments.account)) return std::nullopt;
  std::string known;
  for (const AccountKind kind : guide.accounts) {
    if (name(kind) == arguments.account) return std::nullopt;
    known += (known.empty() ? "" : ", ") + std::string(name(kind));
  }
  return Complaint{"UnknownAccount", "The guide " + guide.id + " does not know the account \"" +
                                         arguments.account + "\". It knows: " + known + "."};
}

}  // namespace hallpass
