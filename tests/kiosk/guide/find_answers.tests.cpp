#include "kiosk/guide/find_answers.h"

#include <string>

#include "tests/support/catch.h"

using hallpass::findAnswers;
using hallpass::GuideAnswer;

namespace {

GuideAnswer answer(std::string id, std::string title, std::string message, std::string body) {
  GuideAnswer made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.messages = {std::move(message)};
  made.body = std::move(body);
  return made;
}

const std::vector<GuideAnswer> kAnswers{
    answer("card", "It asks for a credit card", "Add a payment method", "Stop: close all windows."),
    answer("used", "It says already used", "This promo code has already been redeemed.",
           "A card is not needed."),
    answer("blank", "A page stays empty", "", "Wait. Do not refresh, and discard nothing.")};

std::string found(std::string_view typed) {
  std::string ids;
  for (const GuideAnswer* one : findAnswers(kAnswers, typed))
    ids += (ids.empty() ? "" : " ") + one->id;
  return ids;
}

}  // namespace

TEST_CASE("an answer is found by the beginning of any word of its message") {
  CHECK(found("redeemed") == "used");
  CHECK(found("promo co") == "used");
  CHECK(found("payment") == "card");
  CHECK(found("EMPTY") == "blank");
}

TEST_CASE("what the student sees comes before what is told, and that before a part of a word") {
  CHECK(found("card") == "card used blank");
}

TEST_CASE("every word must be there; case, accents and marks do not matter") {
  CHECK(found("already card") == "used");
  CHECK(found("Crédit-Card!") == "card");
  CHECK(found("stop: close") == "card");
  CHECK(found("credit empty").empty());
}

TEST_CASE("one letter finds nothing, and marks are none") {
  CHECK(found("a").empty());
  CHECK(found("?! .").empty());
  CHECK(found("").empty());
  CHECK_FALSE(hallpass::enoughToFindAnswers(" a "));
  CHECK(hallpass::enoughToFindAnswers("no"));
}
