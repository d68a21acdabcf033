#include "kiosk/guide/guide.h"

#include <algorithm>

#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

template <class Kept>
const Kept* withId(const std::vector<Kept>& all, std::string_view id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Kept& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Address* Guide::address(std::string_view wanted) const { return withId(addresses, wanted); }

const GuideAnswer* Guide::answer(std::string_view wanted) const { return withId(answers, wanted); }

platform::Result<Guide, AssetProblem> loadGuide(const std::filesystem::path& assets,
                                                const std::string& id) {
  // A guide that is not there is said before what is wrong with the files of the others.
  const auto content = readAsset(assets, "guides", id, "guide");
  if (!content) return content.error();
  std::vector<AssetProblem> problems;
  const GuideFiles files = readGuideFiles(assets, problems);
  Guide guide = assembleGuide(files, id, problems);
  if (!problems.empty()) return problems.front();
  return guide;
}

std::vector<std::string> guideIds(const std::filesystem::path& assets) {
  return assetIds(assets, "guides");
}

}  // namespace hallpass
