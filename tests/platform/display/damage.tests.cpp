#include "platform/display/damage.h"

#include "tests/support/catch.h"

using platform::Area;
using platform::Damage;

namespace {

constexpr int kTile = Damage::kTile;
constexpr platform::PixelSize kThreeByTwo{3 * kTile, 2 * kTile - 10};
const std::vector<Area> kNowhere;

/// A frame in which only these were drawn.
std::vector<Area> frameOf(Damage& damage, const std::vector<std::pair<Area, int>>& drawn,
                          int ground = 0) {
  damage.begin(kThreeByTwo, static_cast<std::uint64_t>(ground));
  for (const auto& [area, number] : drawn) {
    damage.add(area, static_cast<std::uint64_t>(number));
  }
  return damage.end();
}

}  // namespace

TEST_CASE("the first frame is all damage, and the same one again is none") {
  Damage damage;
  const Area all{0, 0, kThreeByTwo.width, kThreeByTwo.height};
  CHECK(frameOf(damage, {{{1, 1, 9, 9}, 7}}) == std::vector<Area>{all});
  CHECK(frameOf(damage, {{{1, 1, 9, 9}, 7}}) == kNowhere);
  CHECK(frameOf(damage, {{{1, 1, 9, 9}, 7}}, 1) == std::vector<Area>{all});
  damage.forget();
  CHECK(frameOf(damage, {{{1, 1, 9, 9}, 7}}, 1) == std::vector<Area>{all});
}

TEST_CASE("what came, went or looks otherwise damages the tiles that it lies on") {
  Damage damage;
  (void)frameOf(damage, {});
  const std::vector<Area> first{{0, 0, kTile, kTile}};
  CHECK(frameOf(damage, {{{1, 1, kTile, 9}, 7}}) == first);
  CHECK(frameOf(damage, {{{1, 1, kTile, 9}, 8}}) == first);
  CHECK(frameOf(damage, {}) == first);
  const std::vector<Area> wide{{0, 0, 2 * kTile, kTile}};
  CHECK(frameOf(damage, {{{1, 1, kTile + 1, 9}, 7}}) == wide);
}

TEST_CASE("two that change their order damage what they share") {
  Damage damage;
  (void)frameOf(damage, {{{0, 0, 5, 5}, 1}, {{0, 0, 5, 5}, 2}});
  CHECK(frameOf(damage, {{{0, 0, 5, 5}, 2}, {{0, 0, 5, 5}, 1}}).size() == 1);
}

TEST_CASE("damaged tiles above each other are one area, and end with the picture") {
  Damage damage;
  (void)frameOf(damage, {});
  const int top = kTile - 1;
  CHECK(frameOf(damage, {{{kTile, top, kTile + 1, kTile + 1}, 1}}) ==
        std::vector<Area>{{kTile, 0, 2 * kTile, kThreeByTwo.height}});
}
