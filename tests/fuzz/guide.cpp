// A file of the guide or of a pass type: the first byte says which of the sample's files, the rest
// is what stands in it.
#include "kiosk/guide/guide.h"

#include <fstream>
#include <iterator>

#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

/// A copy of the small assets, one file of which holds something else for a while.
class SpoiltAssets {
 public:
  SpoiltAssets() {
    std::filesystem::copy(TESTS_DATA "/assets", folder_.path(),
                          std::filesystem::copy_options::recursive);
    files_ = hallpass::assetFiles(folder_.path());
  }

  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  [[nodiscard]] const std::string& file(std::size_t number) const {
    return files_[number % files_.size()];
  }

  /// Writes `content` into `file` and gives what stood there.
  [[nodiscard]] std::string swap(const std::string& file, std::string_view content) const {
    std::ifstream in(path() / file, std::ios::binary);
    std::string before{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(path() / file, std::ios::binary) << content;
    return before;
  }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> files_;
};

void checkAssetsOf(const std::filesystem::path& folder) {
  const auto problems = hallpass::checkAssets(folder);
  for (const hallpass::AssetProblem& problem : problems) {
    must(problem.sentence.rfind(problem.file, 0) == 0, "a problem names its file");
    must(problem.sentence.size() > problem.file.size() + 10, "a problem is a sentence");
  }
  const auto guide = hallpass::loadGuide(folder, "small");
  const auto type = hallpass::loadPassType(folder, "small");
  must(!problems.empty() || (guide.ok() && type.ok()), "what has no mistake can be loaded");
  if (guide) must(!guide->cards.empty() && !guide->accounts.empty(), "a guide is whole");
  if (!type) return;
  must(!type->shapes.empty() && !type->title.empty(), "a pass type is whole");
  (void)type->hasShape("WK0SKTEST000000001");
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  static const SpoiltAssets kAssets;
  const std::string& file = kAssets.file(takeNumber(bytes));
  const std::string before = kAssets.swap(file, bytes);
  checkAssetsOf(kAssets.path());
  (void)kAssets.swap(file, before);
}

}  // namespace tests
