#include <algorithm>
#include <map>
#include <set>

#include "kiosk/commands/command_set.h"
#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

constexpr const char* kButton = "the vendor's button";
constexpr const char* kOlderButton = "the vendor's button, as older pages call it";

constexpr std::string_view kHead =
    "# The texts of assets/, made by `hallpass guide texts`.\n"
    "msgid \"\"\n"
    "msgstr \"\"\n"
    "\"Project-Id-Version: hallpass\\n\"\n"
    "\"Language: \\n\"\n"
    "\"MIME-Version: 1.0\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Content-Transfer-Encoding: 8bit\\n\"\n";

/// The texts of assets/ that are shown, each once, by the first file that it stands in.
class Texts {
 public:
  /// What is added from now on stands in `file`: "guides/azure-pass.toml".
  void in(std::string file) { file_ = std::move(file); }

  void add(const std::string& text, const char* comment = "") {
    if (text.empty()) return;
    const auto [at, isNew] = places_.try_emplace(text, all_.size());
    if (isNew) all_.push_back({text, {}, {}});
    all_[at->second].files.insert(file_);
    if (*comment != '\0') all_[at->second].comments.insert(comment);
  }

  void add(const std::vector<std::string>& texts, const char* comment = "") {
    for (const std::string& text : texts) add(text, comment);
  }

  /// A template that msgmerge brings catalogues up to date with.
  [[nodiscard]] std::string asTemplate() const {
    std::vector<Text> sorted = all_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Text& a, const Text& b) {
      return *a.files.begin() < *b.files.begin();
    });
    std::string text(kHead);
    for (const Text& one : sorted) text += "\n" + entryOf(one);
    return text;
  }

  [[nodiscard]] nlohmann::ordered_json asJson() const {
    auto list = nlohmann::ordered_json::array();
    for (const Text& one : all_) list.push_back({{"text", one.text}, {"files", one.files}});
    return list;
  }

 private:
  struct Text {
    std::string text;
    std::set<std::string> files;
    std::set<std::string> comments;
  };

  static std::string entryOf(const Text& one) {
    std::string entry;
    for (const std::string& comment : one.comments) entry += "#. " + comment + "\n";
    for (const std::string& file : one.files) entry += "#: " + file + "\n";
    entry += "msgid \"";
    for (const char c : one.text) {
      if (c == '"' || c == '\\') entry += '\\';
      entry += c == '\n' ? "\\n" : std::string{c};
    }
    return entry + "\"\nmsgstr \"\"\n";
  }

  std::string file_;
  std::vector<Text> all_;
  std::map<std::string, std::size_t> places_;
};

void add(Texts& texts, const std::vector<GuideStep>& steps) {
  for (const GuideStep& step : steps) {
    texts.add(step.title);
    texts.add(step.body);
    texts.add(step.button, kButton);
    texts.add(step.olderButtons, kOlderButton);
    texts.add(step.warning);
    texts.add(step.check);
  }
}

/// What stands in the file of the guide itself.
void addOwn(Texts& texts, const Guide& guide) {
  texts.add(guide.lead);
  for (const WarningCard& card : guide.cards) {
    texts.add(card.title);
    texts.add(card.body);
    texts.add(card.agree);
  }
  texts.add(guide.codeStep);
  texts.add(guide.siteStep);
  texts.add(guide.next);
  texts.add(guide.parts);
  add(texts, guide.steps);
  texts.add(guide.pocket, "plain text for the student's own phone: 600 characters at most");
}

void add(Texts& texts, const GuideAnswer& answer) {
  texts.in("answers/" + std::string(name(answer.stage)) + ".toml");
  texts.add(answer.title, "what the student sees");
  texts.add(answer.question);
  texts.add(answer.yes, "what to do where the answer is yes");
  texts.add(answer.cause);
  texts.add(answer.body);
}

void add(Texts& texts, const Browser& browser) {
  texts.in("browsers.toml");
  const std::string comment = browser.name + "; the words of its menu stay in English too";
  texts.add(browser.menu, comment.c_str());
  texts.add(browser.android, comment.c_str());
  texts.add(browser.iphone, comment.c_str());
  texts.add(browser.mark, "by this one sees that the window is private");
  texts.add(browser.trap);
}

void add(Texts& texts, const GuideFiles& files) {
  for (const GuideAnswer& answer : files.answers) add(texts, answer);
  for (const GuideTopic& topic : files.topics) {
    texts.in("topics/" + topic.id + ".toml");
    texts.add(topic.title);
    texts.add(topic.lead);
    add(texts, topic.steps);
  }
  for (const Browser& browser : files.browsers) add(texts, browser);
  texts.in("addresses.toml");
  for (const Address& address : files.known.addresses.value_or(std::vector<Address>())) {
    texts.add(address.title, "what a site is called");
  }
}

void add(Texts& texts, const PassType& type) {
  texts.in("pass-types/" + type.id + ".toml");
  texts.add(type.title, "what is handed out");
  texts.add(type.shapeHint, "what a code looks like: \"... whose cells are {shape}\"");
  texts.add(type.value, "what it is worth");
}

Answer showTexts(Session& /*session*/) {
  const std::filesystem::path assets = assetsFolder();
  Texts texts;
  std::vector<AssetProblem> problems;
  const GuideFiles files = readGuideFiles(assets, problems);
  for (const std::string& id : guideIds(assets)) {
    const Guide guide = assembleGuide(files, id, problems);
    texts.in("guides/" + id + ".toml");
    addOwn(texts, guide);
  }
  if (!problems.empty()) return Complaint{"BadGuide", problems.front().sentence};
  add(texts, files);
  for (const std::string& id : passTypeIds(assets)) {
    const auto type = passTypeOf(id);
    if (!type) return type.error();
    add(texts, *type);
  }
  return Report{{{"texts", texts.asJson()}}, texts.asTemplate()};
}

}  // namespace

void addGuideTextsCommand(Command group, Asked& asked) {
  addCommand(group, asked, "texts", "Print every text of them that is shown, for translators",
             "hallpass guide texts > assets/locale/guides.pot")
      .whenNamed([&asked] { asked.work = showTexts; });
}

}  // namespace hallpass
