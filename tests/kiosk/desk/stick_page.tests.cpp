#include "kiosk/desk/stick_page.h"

#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

std::unique_ptr<DeskPage> pageFor(DeskRoom& room, std::string& picked) {
  StickAsk ask;
  ask.screen = "some-files";
  ask.title = "Choose a list";
  ask.endings = {"csv", "txt"};
  ask.pick = [&picked](const platform::MediaFile& file) {
    picked = file.name;
    return Step(StayHere{});
  };
  return std::make_unique<StickPage>(room.tools(), std::move(ask));
}

}  // namespace

TEST_CASE("without a stick the page says what to do, and a stick's files show at once") {
  DeskRoom room;
  std::string picked;
  PageStack pages(room, pageFor(room, picked));
  CHECK(pages.desk().lead == "Plug a stick in: its files show here at once.");
  CHECK(pages.desk().leadSign == Sign::Waiting);
  room.putOnStick("a.csv", std::string(1500, 'x'));
  room.putOnStick("picture.png", "x");
  pages.refresh();
  CHECK(pages.rows() == std::vector<std::string>{"a.csv | 2 KB"});
  CHECK(pages.desk().leadSign == Sign::None);
  pages.open(0);
  CHECK(picked == "a.csv");
}

TEST_CASE("a stick without a file that could be a list says which ones could") {
  DeskRoom room;
  std::string picked;
  room.putOnStick("picture.png", "x");
  PageStack pages(room, pageFor(room, picked));
  CHECK(pages.desk().lead ==
        "The stick has no file that ends in .csv or .txt. Save the list as one of these, or plug "
        "another stick in.");
  CHECK(pages.desk().leadSign == Sign::Attention);
  pages.open(0);
  CHECK(picked.empty());
}

TEST_CASE("files of several sticks say which stick they lie on, and stand by pages") {
  DeskRoom room;
  std::string picked;
  for (int at = 0; at < 7; ++at) room.putOnStick("list" + std::to_string(at) + ".txt", "x");
  const auto other = room.stick().parent_path() / "ZIP";
  std::filesystem::create_directories(other);
  PageStack pages(room, pageFor(room, picked));
  CHECK(pages.rows().size() == 5);
  CHECK(pages.desk().table->columns.at(1).title == "Stick");
  CHECK(pages.desk().table->rows.front().cells.at(1) == "STICK");
  pages.act(Intent::Act::Turn, 1);
  CHECK(pages.rows().size() == 2);
  pages.open(2);
  CHECK(picked.empty());
  pages.open(1);
  CHECK_FALSE(picked.empty());
}

TEST_CASE("a name that is no text is shown all the same") {
  DeskRoom room;
  std::string picked;
  room.putOnStick("caf\xE9.csv", "x");
  PageStack pages(room, pageFor(room, picked));
  CHECK(pages.names() == std::vector<std::string>{"caf\xEF\xBF\xBD.csv"});
}
