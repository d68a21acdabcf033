// Whatever stands in a file, the reader answers with a sentence of that file or with a guide.
#include <rapidcheck.h>

#include <utility>

#include "kiosk/guide/guide.h"
#include "tests/kiosk/guide/assets_copy.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

using tests::AssetsCopy;
using tests::kSmall;

/// A file of some assets that holds something else until the end of the scope.
class Spoilt {
 public:
  Spoilt(const AssetsCopy& assets, std::string file)
      : assets_(assets), file_(std::move(file)), whole_(assets.read(file_)) {}
  ~Spoilt() { assets_.write(file_, whole_); }
  Spoilt(const Spoilt&) = delete;
  Spoilt& operator=(const Spoilt&) = delete;

  void with(const std::string& content) const { assets_.write(file_, content); }
  [[nodiscard]] const std::string& whole() const { return whole_; }

 private:
  const AssetsCopy& assets_;
  std::string file_;
  std::string whole_;
};

/// What is said is of use to a person, and nothing is shown in silence that has a mistake.
void checkSaid(const AssetsCopy& assets) {
  const auto problems = checkAssets(assets.folder());
  for (const AssetProblem& problem : problems) {
    RC_ASSERT(problem.sentence.rfind(problem.file, 0) == 0U);
    RC_ASSERT(problem.sentence.size() > problem.file.size() + 10);
    RC_ASSERT(problem.line <= 2000U);
  }
  const bool shown =
      loadGuide(assets.folder(), "small").ok() && loadPassType(assets.folder(), "small").ok();
  RC_ASSERT((shown || !problems.empty()));
}

std::string anyFile() { return *rc::gen::elementOf(assetFiles(kSmall)); }

/// A place in `text`, its end included.
std::size_t placeIn(const std::string& text) {
  return *rc::gen::inRange<std::size_t>(0, text.size() + 1);
}

}  // namespace

TEST_CASE("bytes of any kind in a file are answered with a sentence") {
  const AssetsCopy assets(kSmall);
  REQUIRE(rc::check("random bytes", [&] {
    const Spoilt file(assets, anyFile());
    file.with(*rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    checkSaid(assets);
    RC_ASSERT(!checkAssets(assets.folder()).empty());
  }));
}

TEST_CASE("a file that was cut off is a guide or a sentence") {
  const AssetsCopy assets(kSmall);
  REQUIRE(rc::check("cut", [&] {
    const Spoilt file(assets, anyFile());
    file.with(file.whole().substr(0, placeIn(file.whole())));
    checkSaid(assets);
  }));
}

TEST_CASE("a file with a piece of another in it is a guide or a sentence") {
  const AssetsCopy assets(kSmall);
  REQUIRE(rc::check("spliced", [&] {
    const Spoilt file(assets, anyFile());
    const std::string other = assets.read(anyFile());
    const std::size_t from = placeIn(other);
    const std::string piece = other.substr(from, *rc::gen::inRange<std::size_t>(0, 80));
    std::string spoilt = file.whole();
    spoilt.replace(placeIn(file.whole()), *rc::gen::inRange<std::size_t>(0, 20), piece);
    file.with(spoilt);
    checkSaid(assets);
  }));
}

TEST_CASE("a file with one other character is a guide or a sentence") {
  const AssetsCopy assets(kSmall);
  REQUIRE(rc::check("one character", [&] {
    const Spoilt file(assets, anyFile());
    std::string spoilt = file.whole();
    spoilt[*rc::gen::inRange<std::size_t>(0, file.whole().size())] =
        *rc::gen::elementOf(std::string("\"'[]{}=#\n\t\\\0 a7\xC3", 16));
    file.with(spoilt);
    checkSaid(assets);
  }));
}

}  // namespace hallpass
