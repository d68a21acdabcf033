#include "kiosk/ui/description.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using hallpass::Description;
using Json = nlohmann::json;

namespace {

Json describeCode(Description::Secrets secrets) {
  Description description(secrets);
  description.begin("code", 1280, 800);
  description.addTarget({"hide", "Hide", "button", {10.4F, 20.6F, 100, 50}, true, false});
  description.addText("Your code", {5, 6, 70, 8});
  description.addSecretText("WK0S KTES", {});
  description.addQr("1", {1, 2, 3, 4}, "WK0SKTES");
  return Json::parse(description.toJson(7));
}

}  // namespace

TEST_CASE("the description names what is on the screen in the keys of its contract") {
  const Json line = describeCode(Description::Secrets::Hidden);
  CHECK(line["seq"] == 7);
  CHECK(line["screen"] == "code");
  CHECK(line["size"] == Json::parse("[1280,800]"));
  CHECK(line["targets"][0] == Json::parse(R"({"id":"hide","label":"Hide","role":"button",
                                "rect":[10,21,100,50],"enabled":true,"focused":false})"));
  CHECK(line["text_rects"][0] == Json::parse("[5,6,70,8]"));
  CHECK(line["qr"][0]["rect"] == Json::parse("[1,2,3,4]"));
}

TEST_CASE("a code is told only where secrets are asked for") {
  CHECK(describeCode(Description::Secrets::Hidden).dump().find("WK0S") == std::string::npos);
  CHECK(describeCode(Description::Secrets::Hidden)["texts"][1] == "(hidden)");
  const Json told = describeCode(Description::Secrets::Told);
  CHECK(told["texts"][1] == "WK0S KTES");
  CHECK(told["qr"][0]["payload"] == "WK0SKTES");
}

TEST_CASE("a new frame forgets the one before") {
  Description description(Description::Secrets::Told);
  description.begin("code", 10, 10);
  description.addSecretText("WK0S KTES", {});
  description.addQr("1", {}, "WK0SKTES");
  description.begin("attract", 10, 10);
  CHECK(description.toJson(1).find("WK0S") == std::string::npos);
}
