#include "kiosk/domain/language.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/qr.h"
#include "platform/base/translation.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

namespace {

/// Pixels of one square of a code, so that a phone reads it from an arm's length.
constexpr int kSmallestSquare = 4;

struct Catalogues {
  Catalogues() { platform::useCatalogues(hallpass::localeFolder(), {"hallpass", "guides"}); }
  ~Catalogues() { platform::useCatalogues({}, {}); }
  Catalogues(const Catalogues&) = delete;
  Catalogues& operator=(const Catalogues&) = delete;
};

}  // namespace

TEST_CASE("the steps for one's own phone stay readable as a code, in every guide and language") {
  const Catalogues catalogues;
  tests::Easel easel({{1280, 720}, 3.78});
  for (const std::string& id : hallpass::guideIds(hallpass::assetsFolder())) {
    const auto guide = hallpass::loadGuide(hallpass::assetsFolder(), id);
    REQUIRE(guide);
    for (const auto& language : hallpass::kLanguages) {
      INFO(id << " in " << language.id);
      platform::setLanguage(language.id);
      const auto text = hallpass::withAddresses(platform::tr(guide->pocket), guide->addresses);
      const auto squares = hallpass::encodeQr(text);
      REQUIRE(squares);
      const hallpass::View view{hallpass::PocketView{{guide->addresses, false}, guide->pocket}, {}};
      const int width = easel.draw(view).qr("1").rect.width;
      CHECK(width / (squares->side + 2 * hallpass::kQuietZone) >= kSmallestSquare);
    }
  }
}
