#include <algorithm>
#include <tuple>

#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

using Problems = std::vector<AssetProblem>;

/// The files of answers are known by name: one of another name would be passed over in silence.
void checkStages(const std::filesystem::path& assets, Problems& problems) {
  std::vector<std::string> stages;
  stages.reserve(kStages.size());
  for (const Stage stage : kStages) stages.emplace_back(name(stage));
  for (const std::string& file : assetIds(assets, "answers")) {
    if (std::find(stages.begin(), stages.end(), file) != stages.end()) continue;
    Mistakes mistakes("answers/" + file + ".toml");
    mistakes.add(0, "The name of this file is " + notOneOf(file, stages));
    problems.push_back(mistakes.all().front());
  }
}

void checkPassType(const Known& known, const std::string& id, Problems& problems) {
  Mistakes mistakes("pass-types/" + id + ".toml");
  const PassType type = readPassType(known.assets, id, mistakes);
  const auto& guides = known.guides;
  if (!type.guide.empty() && std::find(guides.begin(), guides.end(), type.guide) == guides.end()) {
    mistakes.add(0, "There is no guide " + notOneOf(type.guide, guides));
  }
  problems.insert(problems.end(), mistakes.all().begin(), mistakes.all().end());
}

}  // namespace

std::vector<AssetProblem> checkAssets(const std::filesystem::path& assets) {
  Problems problems;
  const GuideFiles files = readGuideFiles(assets, problems);
  for (const std::string& id : files.known.guides) {
    static_cast<void>(assembleGuide(files, id, problems));
  }
  for (const std::string& id : passTypeIds(assets)) checkPassType(files.known, id, problems);
  checkStages(assets, problems);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const AssetProblem& one, const AssetProblem& other) {
                     return std::tie(one.file, one.line) < std::tie(other.file, other.line);
                   });
  return problems;
}

std::vector<std::string> assetFiles(const std::filesystem::path& assets) {
  std::vector<std::string> files{"addresses.toml", "browsers.toml"};
  for (const char* folder : {"answers", "guides", "pass-types", "topics"}) {
    for (const std::string& id : assetIds(assets, folder)) {
      files.push_back(std::string(folder) + "/" + id + ".toml");
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace hallpass
