// Every shipped pass type: what its QR holds for a code of its shape and for an awkward one.
#include "kiosk/domain/payload.h"
#include "kiosk/guide/guide.h"
#include "tests/kiosk/guide/assets_copy.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

struct Template {
  const char* passType;
  const char* code;     ///< Invented, in the shape of the type.
  const char* payload;  ///< What a phone reads.
  const char* guide;
};

constexpr Template kTemplates[] = {
    {"apple-offer", "TSTAPPLE00000001",
     "https://apps.apple.com/redeem?code=TSTAPPLE00000001&ctx=apps", "redeem-link"},
    {"aws-credit", "TST_credit-0001", "TST_credit-0001", "general"},
    {"aws-workshop", "1a2b-3c4d5e-6f",
     "https://catalog.workshops.aws/join?access-code=1a2b-3c4d5e-6f", "redeem-link"},
    {"azure-pass", "WK0SKTEST00000001A", "WK0SKTEST00000001A", "azure-pass"},
    {"education-lab", "TST001", "TST001", "invite-code"},
    {"exam-voucher", "TSTVOUCHER0001", "TSTVOUCHER0001", "exam-voucher"},
    {"github-coupon", "test-class-0001", "https://github.com/redeem/test-class-0001",
     "redeem-link"},
    {"go-deploy", "TST0a1", "TST0a1", "general"},
    {"google-cloud", "TST0-TST1-TST2-TST3", "TST0-TST1-TST2-TST3", "general"},
    {"google-play", "TST0TST1TST2TST3", "https://play.google.com/redeem?code=TST0TST1TST2TST3",
     "redeem-link"},
    {"microsoft-gift", "TEST0TEST1TEST2TEST3TEST4", "TEST0TEST1TEST2TEST3TEST4", "general"},
    {"microsoft-store", "TEST0-TEST1-TEST2-TEST3-TEST4",
     "https://account.microsoft.com/billing/redeem?mstoken=TEST0-TEST1-TEST2-TEST3-TEST4",
     "redeem-link"},
    {"skillpipe", "test-Course-0001", "test-Course-0001", "general"},
    {"steam-key", "TEST0-TEST1-TEST2",
     "https://store.steampowered.com/account/registerkey?key=TEST0-TEST1-TEST2", "redeem-link"},
    {"training-key", "3Be72559", "3Be72559", "training-key"},
    {"wifi-key", "a;b:c\\d\"e,f", "WIFI:T:WPA;S:Classroom;P:a\\;b\\:c\\\\d\\\"e\\,f;;", "general"},
    {"wifi-voucher", "12345-67890", "12345-67890", "general"},
};

}  // namespace

TEST_CASE("the templates are those of all shipped pass types") {
  std::vector<std::string> ids;
  for (const Template& one : kTemplates) ids.emplace_back(one.passType);
  CHECK(passTypeIds(tests::kShipped) == ids);
}

TEST_CASE("the QR of each pass type holds what its site or device reads") {
  for (const Template& one : kTemplates) {
    const auto type = loadPassType(tests::kShipped, one.passType);
    INFO((type ? one.passType : type.error().sentence));
    REQUIRE(type);
    CHECK(type->hasShape(one.code));
    CHECK(*fillPayload(type->payload, {{"CODE", one.code}}) == one.payload);
    CHECK(type->guide == one.guide);
  }
}

TEST_CASE("a code with characters of an address neither ends nor changes the address") {
  const std::string code = "a&b=c#d/e f?%\xC3\xA9";
  const std::string escaped = "a%26b%3Dc%23d%2Fe%20f%3F%25%C3%A9";
  for (const std::string& id : passTypeIds(tests::kShipped)) {
    const auto type = loadPassType(tests::kShipped, id);
    REQUIRE(type);
    const std::string payload = *fillPayload(type->payload, {{"CODE", code}});
    INFO(id << ": " << payload);
    if (!payload.starts_with("https://")) continue;
    CHECK(payload.find(escaped) != payload.npos);
    CHECK(payload.find(code) == payload.npos);
  }
}

TEST_CASE("a pass type whose code stands alone in the QR changes no character of it") {
  const std::string code = "a-B;c:\\\"&";
  for (const std::string& id : passTypeIds(tests::kShipped)) {
    const auto type = loadPassType(tests::kShipped, id);
    REQUIRE(type);
    if (type->payload == "{CODE}") CHECK(*fillPayload(type->payload, {{"CODE", code}}) == code);
  }
}

}  // namespace hallpass
