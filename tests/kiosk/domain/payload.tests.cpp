#include "kiosk/domain/payload.h"

#include <rapidcheck.h>

#include <cctype>

#include "tests/support/catch.h"

namespace hallpass {
namespace {

std::string fill(std::string_view pattern, const std::string& value) {
  const auto payload = fillPayload(pattern, {{"CODE", value}});
  REQUIRE(payload);
  return *payload;
}

int digit(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

std::string percentDecoded(const std::string& text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
    } else {
      decoded += static_cast<char>(digit(text.at(at + 1)) * 16 + digit(text.at(at + 2)));
      at += 2;
    }
  }
  return decoded;
}

/// The value of a field of a Wi-Fi text, as a phone reads it: up to the first ";" without a
/// backslash before it.
std::string wifiDecoded(const std::string& text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size() && text[at] != ';'; ++at) {
    if (text[at] == '\\') ++at;
    decoded += text.at(at);
  }
  return decoded;
}

}  // namespace

TEST_CASE("the bare code is the payload of the template {CODE}") {
  REQUIRE(rc::check("as it is", [](const std::string& code) {
    RC_ASSERT(*fillPayload("{CODE}", {{"CODE", code}}) == code);
  }));
}

TEST_CASE("a percent-encoded code decodes to itself and holds no character of an address") {
  REQUIRE(rc::check("url", [](const std::string& code) {
    const std::string encoded = *fillPayload("{CODE:url}", {{"CODE", code}});
    RC_ASSERT(percentDecoded(encoded) == code);
    for (const char c : encoded) {
      const bool unreserved = (std::isalnum(static_cast<unsigned char>(c)) != 0 && c > 0) ||
                              std::string_view("-._~%").find(c) != std::string_view::npos;
      RC_ASSERT(unreserved);
    }
  }));
  CHECK(fill("https://example.org/?c={CODE:url}&x=1", "a b&c/é") ==
        "https://example.org/?c=a%20b%26c%2F%C3%A9&x=1");
}

TEST_CASE("a Wi-Fi field decodes to itself whatever stands behind it") {
  REQUIRE(rc::check("wifi", [](const std::string& code, const std::string& rest) {
    const auto payload = fillPayload("{CODE:wifi};{REST}", {{"CODE", code}, {"REST", rest}});
    RC_ASSERT(wifiDecoded(*payload) == code);
  }));
  CHECK(fill("WIFI:T:WPA;P:{CODE:wifi};;", "a;b:c,d\"e\\f") ==
        "WIFI:T:WPA;P:a\\;b\\:c\\,d\\\"e\\\\f;;");
}

TEST_CASE("nodash takes out the dashes and nothing else") {
  CHECK(fill("{CODE:nodash}", "AAAAA-BBBBB--1_–") == "AAAAABBBBB1_–");
}

TEST_CASE("literal text stays around several fields, and values are not looked at again") {
  const auto payload = fillPayload("T:{A};}{B}!{A}", {{"A", "{B}"}, {"B", "2"}});
  REQUIRE(payload);
  CHECK(*payload == "T:{B};}2!{B}");
  CHECK(fillPayload("", {}).value().empty());
}

TEST_CASE("a template with a mistake is refused by its kind") {
  const auto why = [](std::string_view pattern) {
    return fillPayload(pattern, {{"CODE", "x"}}).error();
  };
  CHECK(why("{CODE") == TemplateRefusal::Unclosed);
  CHECK(why("a}b{") == TemplateRefusal::Unclosed);
  CHECK(why("{code}") == TemplateRefusal::UnknownField);
  CHECK(why("{}") == TemplateRefusal::UnknownField);
  CHECK(why("{ CODE}") == TemplateRefusal::UnknownField);
  CHECK(why("{{CODE}}") == TemplateRefusal::UnknownField);
  CHECK(why("{CODE:base64}") == TemplateRefusal::UnknownForm);
  CHECK(why("{CODE:}x{CODE:URL}") == TemplateRefusal::UnknownForm);
}

TEST_CASE("a template is filled, or refused where a brace has no partner or names no field") {
  REQUIRE(rc::check("any template", [] {
    const auto pattern =
        *rc::gen::container<std::string>(rc::gen::element('{', '}', 'A', ':', '-'));
    const auto payload = fillPayload(pattern, {{"A", "1"}});
    const std::size_t open = pattern.find('{');
    if (open == std::string::npos) {
      RC_ASSERT(payload.ok());
      RC_ASSERT(*payload == pattern);
    } else if (pattern.find('}', open) == std::string::npos) {
      RC_ASSERT(!payload.ok());
      RC_ASSERT(payload.error() == TemplateRefusal::Unclosed);
    } else if (payload.ok()) {
      RC_ASSERT(payload->find('{') == std::string::npos);
    }
  }));
}

}  // namespace hallpass
