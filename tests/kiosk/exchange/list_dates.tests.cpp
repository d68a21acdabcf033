#include "kiosk/exchange/list_dates.h"

#include "tests/kiosk/exchange/lists.h"

using hallpass::DateOrder;
using hallpass::parseListDate;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::Unknown) {
  const auto date = parseListDate(text, order);
  return date ? platform::toIsoDate(*date) : "none";
}

DateOrder orderOf(const std::vector<std::string>& cells) {
  std::vector<hallpass::Row> rows;
  for (const std::string& cell : cells) rows.push_back({1, {cell}});
  return hallpass::dateOrderOf(rows, 0);
}

}  // namespace

TEST_CASE("dates of all usual shapes are read", "[exchange]") {
  for (const std::string text :
       {"2027-01-28", "2027/1/28", "20270128", "28.1.2027", "28.01.2027", "28.01.27", "28/01/2027",
        "01/28/2027", "1/28/27", "28-01-2027", "28 Jan 2027", "28-Jan-2027", "January 28, 2027",
        "Jan 28 2027", "2027年1月28日", "2027-01-28T23:59:00Z", "2027-01-28 17:30",
        "01/28/2027 11:59 PM", "28.1.2027 klo 12"}) {
    INFO(text);
    CHECK(read(text) == "2027-01-28");
  }
}

TEST_CASE("what is no date is not read as one", "[exchange]") {
  for (const std::string text : {"", "never", "2027", "31.02.2027", "32/13/2027", "12",
                                 "2027-13-01", "1/2/20270", "00.00.0000", "A1-B2-C3"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a date that could be two is read only when the order is known", "[exchange]") {
  CHECK(read("03/04/2027") == "none");
  CHECK(read("03/04/2027", DateOrder::DayFirst) == "2027-04-03");
  CHECK(read("03/04/2027", DateOrder::MonthFirst) == "2027-03-04");
  CHECK(read("03.04.2027", DateOrder::MonthFirst) == "2027-04-03");
  CHECK(read("05/05/2027") == "2027-05-05");
}

TEST_CASE("one number over twelve decides the order of the whole column", "[exchange]") {
  CHECK(orderOf({"03/04/2027", "28/04/2027"}) == DateOrder::DayFirst);
  CHECK(orderOf({"03/04/2027", "04/28/2027"}) == DateOrder::MonthFirst);
  CHECK(orderOf({"03/04/2027", "05/06/2027"}) == DateOrder::Unknown);
  CHECK(orderOf({"28/04/2027", "04/28/2027"}) == DateOrder::Unknown);
  CHECK(orderOf({"28.04.2027", "03/04/2027"}) == DateOrder::Unknown);
}

TEST_CASE("the last moment of a day is written as the day that is read back", "[exchange]") {
  for (const std::string day : {"2027-01-28", "2028-02-29"}) {
    const auto first = parseListDate(day, DateOrder::Unknown);
    REQUIRE(first);
    CHECK(hallpass::toListDate(platform::endOfDay(*first)) == day);
    CHECK(hallpass::toListDate(platform::endOfLocalDay(*platform::parseLocalTime(day))) == day);
  }
}
