#include "kiosk/guide/guide_files.h"

#include <algorithm>

namespace hallpass {
namespace {

using Problems = std::vector<AssetProblem>;

/// The content of `file`; a mistake where it cannot be read.
std::optional<toml::table> contentOf(const Known& known, Mistakes& mistakes) {
  auto content = readAssetFile(known.assets, mistakes.file());
  if (content) return *std::move(content);
  mistakes.add(content.error());
  return std::nullopt;
}

void append(Problems& problems, const Mistakes& mistakes) {
  problems.insert(problems.end(), mistakes.all().begin(), mistakes.all().end());
}

void takeAddresses(GuideFiles& files, Problems& problems) {
  Mistakes mistakes("addresses.toml");
  if (const auto content = contentOf(files.known, mistakes)) {
    files.known.addresses = readAddresses(*content, mistakes);
  }
  append(problems, mistakes);
}

void takeAnswers(GuideFiles& files, Problems& problems) {
  std::map<std::string, std::vector<std::string>> known;
  std::vector<std::string> ids;
  bool all = true;
  for (const Stage stage : kStages) {
    Mistakes mistakes("answers/" + std::string(name(stage)) + ".toml");
    const auto content = contentOf(files.known, mistakes);
    all = all && content.has_value();
    if (content) {
      for (GuideAnswer& answer : readAnswers(*content, files.known, ids, mistakes)) {
        answer.stage = stage;
        known[answer.id] = answer.guides;
        files.answers.push_back(std::move(answer));
      }
    }
    append(problems, mistakes);
  }
  if (all) files.known.answers = std::move(known);
}

void takeBrowsers(GuideFiles& files, Problems& problems) {
  Mistakes mistakes("browsers.toml");
  if (const auto content = contentOf(files.known, mistakes)) {
    files.browsers = readBrowsers(*content, files.known, mistakes);
  }
  append(problems, mistakes);
}

void takeTopics(GuideFiles& files, Problems& problems) {
  for (const std::string& id : assetIds(files.known.assets, "topics")) {
    Mistakes mistakes("topics/" + id + ".toml");
    const auto content = readAsset(files.known.assets, "topics", id, "topic");
    if (!content) {
      mistakes.add(content.error());
    } else {
      files.topics.push_back(readTopic(*content, files.known, mistakes));
      files.topics.back().id = id;
    }
    append(problems, mistakes);
  }
  std::stable_sort(
      files.topics.begin(), files.topics.end(),
      [](const GuideTopic& one, const GuideTopic& other) { return one.place < other.place; });
}

bool names(const std::vector<std::string>& guides, const std::string& id) {
  return std::find(guides.begin(), guides.end(), id) != guides.end();
}

/// A step may point at answers of other guides as well: those are left out here.
void keepOwnAnswers(std::vector<GuideStep>& steps, const Guide& guide) {
  for (GuideStep& step : steps) {
    std::erase_if(step.answers, [&](const std::string& id) { return guide.answer(id) == nullptr; });
  }
}

void checkOutcomes(const Guide& guide, Mistakes& mistakes) {
  for (const Outcome outcome : kOutcomes) {
    const bool answered =
        std::any_of(guide.answers.begin(), guide.answers.end(),
                    [&](const GuideAnswer& answer) { return answer.outcome == outcome; });
    if (outcome == Outcome::Worked || answered) continue;
    mistakes.add(0, "No answer has the outcome \"" + std::string(name(outcome)) +
                        "\" for this guide. Add \"" + guide.id +
                        "\" to the guides of one in answers/, or write one.");
  }
}

}  // namespace

GuideFiles readGuideFiles(const std::filesystem::path& assets, Problems& problems) {
  GuideFiles files;
  files.known.assets = assets;
  files.known.guides = guideIds(assets);
  takeAddresses(files, problems);
  takeAnswers(files, problems);
  takeBrowsers(files, problems);
  takeTopics(files, problems);
  return files;
}

Guide assembleGuide(const GuideFiles& files, const std::string& id, Problems& problems) {
  const auto content = readAsset(files.known.assets, "guides", id, "guide");
  if (!content) {
    problems.push_back(content.error());
    return {};
  }
  Mistakes mistakes("guides/" + id + ".toml");
  Guide guide = readGuide(*content, files.known, mistakes);
  guide.id = id;
  for (const GuideAnswer& answer : files.answers) {
    if (names(answer.guides, id)) guide.answers.push_back(answer);
  }
  for (const GuideTopic& topic : files.topics) {
    if (topic.guides.empty() || names(topic.guides, id)) guide.topics.push_back(topic);
  }
  if (files.known.answers) checkOutcomes(guide, mistakes);
  keepOwnAnswers(guide.steps, guide);
  for (GuideTopic& topic : guide.topics) keepOwnAnswers(topic.steps, guide);
  guide.browsers = files.browsers;
  guide.addresses = files.known.addresses.value_or(std::vector<Address>{});
  append(problems, mistakes);
  return guide;
}

}  // namespace hallpass
