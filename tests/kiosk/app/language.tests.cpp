// Which language the screens speak, from the class's own to the student's and back.
#include "kiosk/domain/language.h"

#include "platform/base/secret_hash.h"
#include "platform/base/translation.h"
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

constexpr std::size_t kFinnish = 1;
constexpr std::size_t kGerman = 3;
constexpr std::size_t kJapanese = 7;

NewClass classIn(std::vector<std::string> languages) {
  NewClass facts = sampleClass();
  facts.languages = std::move(languages);
  return facts;
}

/// Languages without catalogues: their texts stay English, and which one is set can be told.
struct Languages {
  Languages() { platform::useCatalogues("/nowhere", {"hallpass"}); }
  ~Languages() { platform::useCatalogues({}, {}); }
  Languages(const Languages&) = delete;
  Languages& operator=(const Languages&) = delete;
};

class Venue : private Languages, public Kiosk {
 public:
  using Kiosk::Kiosk;

  void choose(std::size_t language) { act(Act::Language, "", language); }
  std::string speaks() {
    CHECK(kLanguages.at(app().view().language).id == platform::language());
    return std::string(platform::language());
  }
  void setInstructorsPin() {
    const std::string pin = platform::hashSecret("402713");
    REQUIRE(desk().locks().set(Lock::Instructor, pin, Role::Operator));
    REQUIRE(desk().locks().set(Lock::Staff, pin, Role::Operator));
  }
};

using Offer = std::vector<std::size_t>;

const Offer kAll{0, 1, 2, 3, 4, 5, 6, 7};

}  // namespace

TEST_CASE("A class begins in its own language and offers what it names") {
  Venue venue(3, classIn({"de", "fi"}));
  CHECK(venue.speaks() == "de");
  CHECK(venue.app().view().languages == Offer{kGerman, kFinnish});
  venue.choose(kJapanese);
  CHECK(venue.speaks() == "de");
  venue.choose(99);
  CHECK(venue.speaks() == "de");
}

TEST_CASE("A class that names no language offers all, English first") {
  Venue venue;
  CHECK(venue.speaks() == "en");
  CHECK(venue.app().view().languages == kAll);
}

TEST_CASE("A language can be chosen at any step, which stays as it was") {
  Venue venue(3, classIn({"en", "ja"}));
  venue.act(Act::Wake);
  venue.act(Act::Type, "smi");
  venue.choose(kJapanese);
  CHECK(venue.speaks() == "ja");
  CHECK(venue.on<FindView>().typed == "smi");
  CHECK(venue.app().view().languages == Offer{0, kJapanese});
  venue.act(Act::Pick);
  CHECK(venue.speaks() == "ja");
}

TEST_CASE("What tells namesakes apart follows the language that is chosen") {
  Venue venue;
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  venue.act(Act::Wake);
  venue.act(Act::Type, "smi");
  const std::string english = venue.on<FindView>().hits.at(0).hint;
  REQUIRE_FALSE(english.empty());
  venue.choose(kGerman);
  const std::string german = venue.on<FindView>().hits.at(0).hint;
  CHECK(german != english);
  venue.act(Act::Pick);
  CHECK(venue.on<ConfirmView>().student.hint == german);
  venue.choose(0);
  CHECK(venue.on<ConfirmView>().student.hint == english);
}

TEST_CASE("After the visit the class's own language is back") {
  Venue venue(3, classIn({"fi", "en", "ja"}));
  venue.choose(kJapanese);
  CHECK_FALSE(venue.takeCode("aino").empty());
  CHECK(venue.speaks() == "ja");
  venue.act(Act::Finish);
  CHECK(venue.speaks() == "ja");
  venue.act(Act::Finish);
  CHECK(venue.shows<AttractView>());
  CHECK(venue.speaks() == "fi");
}

TEST_CASE("A visit that is left alone ends in the class's own language") {
  Venue venue(3, classIn({"fi", "ja"}));
  venue.act(Act::Wake);
  venue.choose(kJapanese);
  venue.pass(std::chrono::minutes(5));
  CHECK(venue.shows<AttractView>());
  CHECK(venue.speaks() == "fi");
}

TEST_CASE("A language that somebody chose and walked away from is given up") {
  Venue venue(3, classIn({"fi", "ja"}));
  venue.choose(kJapanese);
  venue.pass(std::chrono::seconds(30));
  CHECK(venue.speaks() == "ja");
  REQUIRE(venue.app().deadline());
  CHECK(*venue.app().deadline() <= venue.clock.boot + std::chrono::seconds(30));
  venue.pass(std::chrono::seconds(30));
  CHECK(venue.speaks() == "fi");
}

TEST_CASE("Another class brings its language at once") {
  Venue venue(3, classIn({"fi"}));
  CHECK(venue.app().view().languages == Offer{kFinnish});
  REQUIRE(venue.desk().classes().change(classIn({"de", "en"}), Role::Operator));
  venue.app().refresh();
  CHECK(venue.speaks() == "de");
}

TEST_CASE("A class with other languages ends what somebody chose under Help before it") {
  Venue venue(3, classIn({"fi"}));
  venue.act(Act::Help);
  venue.act(Act::Theme, "", 3);
  venue.act(Act::Back);
  REQUIRE(venue.app().view().look.theme == ThemeName::WhiteOnBlack);
  // The same languages leave it.
  REQUIRE(venue.desk().classes().change(classIn({"fi"}), Role::Operator));
  venue.app().refresh();
  CHECK(venue.app().view().look.theme == ThemeName::WhiteOnBlack);
  REQUIRE(venue.desk().classes().change(classIn({"de", "en"}), Role::Operator));
  venue.app().refresh();
  CHECK(venue.app().view().look == Look{});
}

TEST_CASE("The door offers every language, and the visit behind it keeps its own") {
  Venue venue(3, classIn({"fi", "ja"}));
  venue.setInstructorsPin();
  venue.act(Act::Wake);
  venue.choose(kJapanese);
  venue.act(Act::OpenDoor);
  CHECK(venue.app().view().languages == kAll);
  venue.choose(kGerman);
  CHECK(venue.speaks() == "de");
  CHECK(venue.shows<PinView>());
  venue.act(Act::Back);
  CHECK(venue.shows<FindView>());
  CHECK(venue.speaks() == "ja");
}

TEST_CASE("The desk speaks the language of its door, and the class's own comes back after it") {
  Venue venue(3, classIn({"fi", "ja"}));
  venue.setInstructorsPin();
  venue.act(Act::OpenDoor);
  venue.choose(kGerman);
  venue.typeDigits("402713");
  while (!venue.shows<FrontView>()) venue.app().tick();
  CHECK(venue.speaks() == "de");
  CHECK(venue.app().view().languages.empty());
  venue.choose(kFinnish);
  CHECK(venue.speaks() == "de");
  venue.act(Act::Lock);
  CHECK(venue.shows<AttractView>());
  CHECK(venue.speaks() == "fi");
}
