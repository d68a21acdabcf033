#include "platform/os/media_watch.h"

#include <fstream>
#include <optional>

#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/mount.h"
#include "tests/support/temporary_folder.h"

using platform::MediaWatch;
namespace fs = std::filesystem;

namespace {

/// A watched folder, and what it told.
class Watched {
 public:
  explicit Watched(const std::string& name = ".")
      : folder_(root_.path() / name), watch_(folder_, [this] { bell_.ring(); }) {}

  [[nodiscard]] fs::path operator/(const std::string& name) const { return root_.path() / name; }

  /// Whether it tells what `change` does.
  template <class Change>
  [[nodiscard]] bool tells(Change change) {
    const int before = bell_.count();
    change();
    return bell_.waitFor(before + 1);
  }
  [[nodiscard]] int told() { return bell_.count(); }

 private:
  tests::TemporaryFolder root_;
  fs::path folder_;
  tests::Bell bell_;
  MediaWatch watch_;
};

}  // namespace

TEST_CASE("a folder that comes, a file in it and its end are told") {
  Watched media;
  CHECK(media.tells([&] { fs::create_directory(media / "stick"); }));
  CHECK(media.tells([&] { std::ofstream(media / "stick/codes.csv") << "x"; }));
  CHECK(media.tells([&] { fs::remove_all(media / "stick"); }));
}

TEST_CASE("a folder that was there already is watched, too") {
  const tests::TemporaryFolder root;
  fs::create_directory(root.path() / "stick");
  tests::Bell bell;
  const MediaWatch watch(root.path(), [&] { bell.ring(); });
  std::ofstream(root.path() / "stick/codes.csv") << "x";
  CHECK(bell.waitFor(1));
}

TEST_CASE("a folder that is made later is noticed, with those around it, and watched from then") {
  Watched media("run/media/kiosk");
  CHECK(media.tells([&] { fs::create_directories(media / "run/media/kiosk"); }));
  CHECK(media.tells([&] { fs::create_directory(media / "run/media/kiosk/stick"); }));
  CHECK(media.tells([&] { std::ofstream(media / "run/media/kiosk/stick/a.csv") << "x"; }));
}

TEST_CASE("a folder that goes and comes again is told both times") {
  Watched media("media");
  CHECK(media.tells([&] { fs::create_directory(media / "media"); }));
  CHECK(media.tells([&] { fs::remove_all(media / "media"); }));
  CHECK(media.tells([&] { fs::create_directory(media / "media"); }));
  CHECK(media.tells([&] { fs::create_directory(media / "media/stick"); }));
}

TEST_CASE("many changes in a row are told as a few") {
  Watched media;
  REQUIRE(media.tells([&] {
    for (int i = 0; i < 3'000; ++i) std::ofstream(media / std::to_string(i)) << "x";
  }));
  CHECK(media.told() < 100);
}

TEST_CASE("what happens around a folder that is not there is not told") {
  Watched media("run/media");
  tests::Bell seen;
  const MediaWatch control(media / ".", [&] { seen.ring(); });
  std::ofstream(media / "other") << "x";
  REQUIRE(seen.waitFor(1));
  std::ofstream(media / "another") << "x";
  REQUIRE(seen.waitFor(2));
  CHECK(media.told() == 0);
  CHECK(media.tells([&] { fs::create_directories(media / "run/media"); }));
}

TEST_CASE("a stick that is mounted, written to and unmounted is told") {
  if (const std::string why = tests::Mount::whyNot(); !why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  Watched media;
  REQUIRE(media.tells([&] { fs::create_directory(media / "stick"); }));
  std::optional<tests::Mount> stick;
  CHECK(media.tells([&] { stick.emplace(tests::Mount::inMemory(media / "stick", 64)); }));
  CHECK(media.tells([&] { std::ofstream(media / "stick/codes.csv") << "x"; }));
  CHECK(media.tells([&] { stick->detach(); }));
}

TEST_CASE("a watched stick can be unmounted") {
  if (const std::string why = tests::Mount::whyNot(); !why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const tests::TemporaryFolder root;
  auto stick = tests::Mount::inMemory(root.path() / "stick", 64);
  const MediaWatch watch(root.path(), [] {});
  CHECK(stick.unmount());
}

TEST_CASE("a watch ends at once, whether anything was ever told or not") {
  const tests::TemporaryFolder root;
  tests::Bell bell;
  {
    const MediaWatch watch(root.path() / "missing", [&] { bell.ring(); });
  }
  CHECK(bell.count() == 0);
}
