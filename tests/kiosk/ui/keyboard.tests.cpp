#include "kiosk/ui/keyboard.h"

#include <string>
#include <utility>

#include "kiosk/guide/guide.h"
#include "kiosk/ui/view.h"
#include "platform/base/translation.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::EditView;
using hallpass::FindView;
using hallpass::Keyboard;
using hallpass::View;
using hallpass::WalkInView;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kWidePanel{{1280, 800}, 3.78};
const Panel kNarrowPanel{{800, 1280}, 5.95};

View shown(hallpass::ScreenView screen) {
  View view;
  view.screen = std::move(screen);
  return view;
}

View typing(Keyboard keyboard, std::string typed = "x") {
  EditView edit;
  edit.title = "Title of the class";
  edit.typed = std::move(typed);
  edit.keyboard = keyboard;
  return shown(std::move(edit));
}

std::string typedBy(Easel& easel, const View& view, std::string_view key) {
  const auto intent = easel.tap(view, key);
  return intent && intent->act == Act::Type ? intent->text : "";
}

std::size_t erasedBy(Easel& easel, const View& view, int pictures) {
  const auto intents = easel.hold(view, "key-backspace", pictures);
  for (const auto& intent : intents) CHECK(intent.act == Act::Erase);
  return intents.size();
}

/// The language of the screens for as long as this lives.
struct Speaking {
  explicit Speaking(std::string_view language) {
    platform::useCatalogues(hallpass::localeFolder(), {"hallpass"});
    platform::setLanguage(language);
  }
  ~Speaking() { platform::useCatalogues({}, {}); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;
};

}  // namespace

TEST_CASE("the keyboard types letters, marks and spaces, and erases") {
  Easel easel(kWidePanel);
  const View text = typing(Keyboard::Text);
  CHECK(typedBy(easel, text, "key-a") == "a");
  CHECK(typedBy(easel, text, "key-at") == "@");
  CHECK(typedBy(easel, text, "key--") == "-");
  CHECK(typedBy(easel, text, "key-space") == " ");
  CHECK(easel.tap(text, "key-backspace")->act == Act::Erase);
  CHECK(easel.tap(text, "done")->act == Act::Main);
  CHECK(easel.tap(text, "back")->act == Act::Back);
}

TEST_CASE("what is typed begins with a capital where it should") {
  Easel easel(kWidePanel);
  CHECK(typedBy(easel, typing(Keyboard::Text, ""), "key-a") == "A");
  CHECK(typedBy(easel, typing(Keyboard::Text, "Room "), "key-a") == "a");
  CHECK(typedBy(easel, typing(Keyboard::Name, "Aino "), "key-v") == "V");
  CHECK(typedBy(easel, typing(Keyboard::Name, "Aino V"), "key-i") == "i");
  CHECK(typedBy(easel, typing(Keyboard::Code, "K7"), "key-q") == "Q");
  CHECK(typedBy(easel, typing(Keyboard::Email, ""), "key-a") == "a");
}

TEST_CASE("shift makes one capital, touched twice it stays, and a third time it is off") {
  Easel easel(kWidePanel);
  const View text = typing(Keyboard::Text);
  CHECK(easel.tap(text, "key-shift")->act == Act::Move);
  CHECK(easel.draw(text).find("key-shift")->focused);
  CHECK(typedBy(easel, text, "key-a") == "A");
  CHECK(typedBy(easel, text, "key-a") == "a");
  (void)easel.tap(text, "key-shift");
  (void)easel.tap(text, "key-shift");
  CHECK(typedBy(easel, text, "key-a") == "A");
  CHECK(typedBy(easel, text, "key-b") == "B");
  (void)easel.tap(text, "key-shift");
  CHECK_FALSE(easel.draw(text).find("key-shift")->focused);
  CHECK(typedBy(easel, text, "key-a") == "a");
}

TEST_CASE("of a code, capitals stay off once they are turned off") {
  Easel easel(kWidePanel);
  const View code = typing(Keyboard::Code, "k7");
  CHECK(typedBy(easel, code, "key-q") == "Q");
  (void)easel.tap(code, "key-shift");
  CHECK(typedBy(easel, code, "key-q") == "q");
  CHECK(typedBy(easel, code, "key-m") == "m");
}

TEST_CASE("an e-mail may have an apostrophe") {
  Easel easel(kWidePanel);
  CHECK(typedBy(easel, typing(Keyboard::Email, "o"), "key-apostrophe") == "'");
}

TEST_CASE("a letter with an accent is two touches away, and the letters stand again after it") {
  Easel easel(kWidePanel);
  const View name = typing(Keyboard::Name, "Ren");
  CHECK(easel.draw(name).find("key-é") == nullptr);
  (void)easel.tap(name, "key-accents");
  CHECK(typedBy(easel, name, "key-é") == "é");
  CHECK(easel.draw(name).find("key-a") != nullptr);
  (void)easel.tap(name, "key-accents");
  (void)easel.tap(name, "key-letters");
  CHECK(easel.draw(name).find("key-a") != nullptr);
}

TEST_CASE("the keys are those of the language that the screen speaks") {
  Easel easel(kWidePanel);
  const View find = shown(FindView{"AN", true, {}, false});
  CHECK(easel.draw(find).find("key-ä") == nullptr);
  const Speaking finnish("fi");
  CHECK(typedBy(easel, find, "key-ä") == "Ä");
}

TEST_CASE("where the class has names in kana, the keyboard begins with them") {
  Easel easel(kWidePanel);
  View find = shown(FindView{"", false, {}, false, true});
  CHECK(typedBy(easel, find, "key-や") == "や");
  (void)easel.tap(find, "key-more-kana");
  CHECK(typedBy(easel, find, "key-だ") == "だ");
  CHECK(easel.draw(find).find("key-や") != nullptr);
  (void)easel.tap(find, "key-letters");
  CHECK(typedBy(easel, find, "key-y") == "Y");
}

TEST_CASE("where no name has kana, and the screen does not speak Japanese, there are none") {
  Easel easel(kWidePanel);
  const View find = shown(FindView{"", false, {}, false});
  CHECK(easel.draw(find).find("key-kana") == nullptr);
  const Speaking japanese("ja");
  CHECK(easel.draw(find).find("key-kana") != nullptr);
}

TEST_CASE("on a narrow screen the digits are one touch away") {
  Easel easel(kNarrowPanel);
  const View text = typing(Keyboard::Text);
  CHECK(easel.draw(text).find("key-7") == nullptr);
  (void)easel.tap(text, "key-numbers");
  CHECK(typedBy(easel, text, "key-7") == "7");
  CHECK(typedBy(easel, text, "key-8") == "8");
  (void)easel.tap(text, "key-letters");
  CHECK(typedBy(easel, text, "key-a") == "a");
}

TEST_CASE("erase acts once when it is touched, and again and again while it is held") {
  Easel easel(kWidePanel);
  const View text = typing(Keyboard::Text);
  CHECK(erasedBy(easel, text, 3) == 1);
  CHECK(erasedBy(easel, text, 20) == 1);  // A third of a second.
  // 1000 ms: after 400, then every 80 until 960. Nothing more when it is let go.
  CHECK(erasedBy(easel, text, 60) == 8);
}

TEST_CASE("no other key acts while it is held") {
  Easel easel(kWidePanel);
  CHECK(easel.hold(typing(Keyboard::Text), "key-a", 60).size() == 1);
}

TEST_CASE("a key's preview stands above it, or beside it below what must not be covered") {
  const Panel& panel = kWidePanel;
  Easel easel(panel);
  const hallpass::Metrics metrics(1280, 800, panel.pixelsPerMm);
  hallpass::Description description{hallpass::Description::Secrets::Hidden};
  const hallpass::Fonts fonts;
  const hallpass::Page page(hallpass::themeOf(hallpass::Look{}), metrics, fonts, description);
  const hallpass::Rect bounds{40, 200, 1200, 560};
  for (const float x : {40.0F, 640.0F, 1180.0F}) {
    for (const float y : {200.0F, 260.0F, 500.0F, 700.0F}) {
      const hallpass::Rect key{x, y, 60, 60};
      const hallpass::Rect place = previewPlace(page, key, bounds);
      INFO("key at " << x << ", " << y);
      CHECK(place.x >= bounds.x);
      CHECK(place.x + place.w <= bounds.x + bounds.w);
      CHECK(place.y >= bounds.y);
      const bool above = place.y + place.h <= key.y;
      const bool beside = place.x >= key.x + key.w || place.x + place.w <= key.x;
      CHECK((above || beside));
      CHECK(above == (y >= 400));
    }
  }
}

TEST_CASE("no keyboard stands over the field that it types into") {
  for (const Panel& panel : {kWidePanel, kNarrowPanel, Panel{{1280, 800}, 5.95}}) {
    Easel easel(panel);
    for (const View& view : {typing(Keyboard::Text), shown(FindView{"AN", true, {}, true}),
                             shown(WalkInView{"Aino", WalkInView::Answer::None})}) {
      const Scene scene = easel.draw(view);
      const auto& field = scene.find("field")->rect;
      const auto keys = scene.all("key-");
      REQUIRE(keys.size() > 20);
      for (const auto& key : keys) CHECK(key.rect.y >= field.y + field.height);
    }
  }
}

TEST_CASE("a question that lies over a screen leaves its keyboard as it was") {
  Easel easel(kWidePanel);
  const View name = shown(WalkInView{"Ma"});
  (void)easel.tap(name, "key-accents");
  View asked = name;
  asked.secondsLeft = 20;
  (void)easel.draw(asked);
  (void)easel.draw(asked);
  CHECK(easel.draw(name).find("key-é") != nullptr);
  // Another screen is begun anew.
  (void)easel.draw(shown(FindView{}));
  CHECK(easel.draw(name).find("key-é") == nullptr);
}

TEST_CASE("on ten inches the way into the class is a whole target above the keys of kana") {
  const Speaking japanese("ja");
  Easel easel({{1280, 800}, 5.95}, hallpass::localeFolder());
  const Scene scene = easel.draw(shown(WalkInView{"Ruth"}));
  const tests::Target* add = scene.find("add");
  const tests::Target* key = scene.find("key-1");
  REQUIRE(add != nullptr);
  REQUIRE(key != nullptr);
  CHECK(add->rect.height / 5.95 >= 12.6);  // Whole pixels.
  CHECK((key->rect.y - add->rect.y - add->rect.height) / 5.95 >= 2.5);
}
