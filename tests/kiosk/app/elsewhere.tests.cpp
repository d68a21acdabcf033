// A student who took a code in another room comes to this one.
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

/// This kiosk has heard of a depot's other rooms; somebody took a code in Room 12.
void hearOf(Kiosk& kiosk, const std::string& name) {
  const platform::Key key{5};
  auto& leases = kiosk.desk().leases();
  REQUIRE(leases.join("11111111-1111-4111-8111-111111111111", Role::Operator).ok());
  REQUIRE(leases.meet(key).ok());
  const auto token = subjectToken(key, "azure-pass", sampleClass().title, name);
  REQUIRE(leases.hear("life", {{{token, {"Room 12", kiosk.clock.now()}}}, 1}).ok());
}

}  // namespace

TEST_CASE("who took a code in another room reads where, before any card, and gets none here") {
  Kiosk kiosk;
  hearOf(kiosk, "Aino Virtanen");
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  CHECK(kiosk.on<ElsewhereView>().room == "Room 12");
  CHECK(kiosk.on<ElsewhereView>().at.ms == kiosk.clock.now().ms);
  CHECK(kiosk.stock().claimed == 0);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a code that is taken elsewhere while the cards are read is refused all the same") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  hearOf(kiosk, "Aino Virtanen");
  kiosk.typeDigits("2580");
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<ElsewhereView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("with the instructor's word the student takes a code here, and nobody after does") {
  Kiosk kiosk;
  hearOf(kiosk, "John Smith");
  kiosk.app().handDevice(kiosk.student(1), std::nullopt, Overrule::OtherPerson);
  kiosk.act(Act::Yes);
  for (int card = 0; card < 3; ++card) kiosk.act(Act::Agree);
  kiosk.typeDigits("2580");
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<CodeView>());
  CHECK(kiosk.stock().claimed == 1);
  kiosk.leave();
  // The other John Smith needs a word of his own.
  kiosk.nameSomebody("s3");
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<ElsewhereView>());
}

TEST_CASE("the instructor's word for one student is not for whoever is named instead") {
  Kiosk kiosk;
  hearOf(kiosk, "John Smith");
  kiosk.app().handDevice(kiosk.student(1), std::nullopt, Overrule::OtherPerson);
  kiosk.act(Act::No);
  kiosk.act(Act::Type, "s3");
  kiosk.act(Act::Pick);
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<ElsewhereView>());
}
