#include "tests/kiosk/desk/restocking.h"

using namespace hallpass;
using namespace tests;

namespace {

using Act = Intent::Act;

/// The page for codes that are typed, opened from the restock screen.
struct Typing : Restocking {
  explicit Typing(bool training = false) : Restocking(training) { pages.touch("typed"); }

  /// What a bar-code reader types: characters, then Return.
  void scan(const std::string& code) {
    for (const char letter : code) pages.typeKey(std::string(1, letter));
    pages.act(Act::Submit);
  }
  void goOn() {
    pages.touch("go-on");
    pages.finishWork();
  }
};

}  // namespace

TEST_CASE("codes that are scanned and typed stand masked on a list, newest first") {
  Typing desk;
  CHECK(desk.pages.screen() == "typed-codes");
  CHECK_FALSE(desk.pages.desk().main->enabled);
  desk.scan("WK0SKTEST000000001");
  desk.pages.fill("code", "WK0SKTEST000000002");
  CHECK(desk.pages.rows() ==
        std::vector<std::string>{"2 | ••••0002 | Take off", "1 | ••••0001 | Take off"});
  CHECK(desk.pages.desk().main->label == "Go on with 2 codes");
}

TEST_CASE("codes that were typed go into stock like those of a file") {
  Typing desk;
  desk.scan("WK0SKTEST000000001");
  desk.scan("WK0SKTEST000000002");
  desk.goOn();
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.pages.desk().title == "Typed codes");
  CHECK(desk.pages.desk().main->label == "Take 2 codes into stock");
  desk.take();
  CHECK(desk.pages.desk().title == "2 codes of Azure Pass are in stock");
  CHECK(desk.pages.desk().lead == "They can be handed out.");
  CHECK(desk.stored() == std::vector<std::string>{"WK0SKTEST000000001", "WK0SKTEST000000002"});
  CHECK(desk.newestBatch().facts.fileName == "typed at the desk");
  desk.pages.touch("more");
  CHECK(desk.pages.screen() == "typed-codes");
  CHECK(desk.pages.rows().empty());
}

TEST_CASE("the hash of typed codes is that of no code") {
  Typing desk;
  desk.scan("TST001");
  desk.goOn();
  desk.take();
  const platform::Hash hash = desk.newestBatch().facts.fileHash;
  CHECK(hash ==
        platform::sha256("typed at the desk " + platform::toIsoText(desk.room.clock.now())));
  CHECK(hash != platform::sha256("TST001"));
}

TEST_CASE("a code that is on the list already is said at once, and counts once") {
  Typing desk;
  desk.scan("WK0SKTEST000000001");
  desk.scan("WK0SKTEST000000001");
  CHECK(desk.pages.field("code").mistake == "This code is on the list already. It counts once.");
  CHECK(desk.pages.rows().size() == 1);
  desk.pages.fill("code", "WK0SKTEST000000001");
  CHECK(desk.pages.on<EditView>().mistake == "This code is on the list already. It counts once.");
}

TEST_CASE("what cannot be a code is refused with what to do") {
  Typing desk;
  desk.pages.fill("code", "WK0S KTES T000");
  CHECK(desk.pages.on<EditView>().mistake ==
        "A code has no spaces. Type it without them, one code at a time.");
  desk.pages.type("");
  CHECK(desk.pages.on<EditView>().mistake == "Type or scan a code first.");
  desk.pages.back();
  CHECK(desk.pages.rows().empty());
  desk.scan("");
  CHECK(desk.pages.field("code").mistake == "Type or scan a code first.");
}

TEST_CASE("a code is taken off the list after one question") {
  Typing desk;
  desk.scan("WK0SKTEST000000001");
  desk.scan("WK0SKTEST000000002");
  desk.pages.open(1);
  CHECK(desk.pages.on<NoticeView>().headline == "Take ••••0001 off the list?");
  desk.pages.touch("keep");
  CHECK(desk.pages.rows().size() == 2);
  desk.pages.open(1);
  desk.pages.touch("take-off");
  CHECK(desk.pages.rows() == std::vector<std::string>{"1 | ••••0002 | Take off"});
}

TEST_CASE("a code stands whole only while it is typed") {
  Typing desk;
  std::string seen;
  const auto look = [&] { seen += joinedTexts(desk.pages.view()); };
  desk.pages.typeKey("WK0SKTEST00000000");
  CHECK(desk.pages.field("code").value == "WK0SKTEST00000000");
  desk.pages.act(Act::Erase);
  CHECK(desk.pages.field("code").value == "WK0SKTEST0000000");
  desk.pages.typeKey("01");
  desk.pages.act(Act::Submit);
  look();
  desk.pages.open(0);
  look();
  desk.pages.touch("keep");
  desk.goOn();
  look();
  desk.pages.touch("new");
  look();
  CHECK(seen.find("WK0SKTEST") == std::string::npos);
  CHECK(seen.find("••••0001") != std::string::npos);
}

TEST_CASE("two spellings that are one code to its kind of pass count once") {
  Typing desk;
  desk.scan("WK0SKTEST000000001");
  desk.scan("wk0sktest000000001");
  desk.goOn();
  CHECK(desk.fact("new") == "1");
  CHECK(desk.fact("duplicate") == "1");
}

TEST_CASE("in training mode typed codes are replaced too") {
  Typing desk{true};
  desk.scan("WK0SKTEST000000001");
  desk.goOn();
  desk.take();
  CHECK(desk.stored() == std::vector<std::string>{"TRAINING-0001"});
}
