#include "kiosk/exchange/xml_part.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "kiosk/exchange/limits.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kEscapeLength = 7;  // "_x000D_"

/// The code unit of an escape at the front of `text`.
std::optional<char32_t> escapeAt(std::string_view text) {
  if (text.size() < kEscapeLength || text.substr(0, 2) != "_x" || text[6] != '_') {
    return std::nullopt;
  }
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (error != std::errc{} || end != text.data() + 6) return std::nullopt;
  const bool halfOfPair = value >= 0xD800 && value <= 0xDFFF;
  return halfOfPair ? U'\uFFFD' : static_cast<char32_t>(value);
}

std::string withoutEscapes(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (const auto unit = escapeAt(text)) {
      plain += platform::toUtf8(std::u32string(1, *unit));
      text.remove_prefix(kEscapeLength);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

}  // namespace

platform::Result<platform::Done, ListProblem> parseXml(std::string_view xml,
                                                       pugi::xml_document& document) {
  const auto marks =
      std::count_if(xml.begin(), xml.end(), [](char c) { return c == '<' || c == '='; });
  if (static_cast<std::size_t>(marks) > kMostMarks) return problem(ListRefusal::TooLarge);
  const unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single;
  if (!document.load_buffer(xml.data(), xml.size(), options)) return problem(ListRefusal::Damaged);
  for (const pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_doctype) return problem(ListRefusal::Damaged);
  }
  return platform::Done{};
}

std::string_view localName(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

pugi::xml_node childOf(pugi::xml_node node, std::string_view local) {
  return node.find_child([&](pugi::xml_node child) { return localName(child.name()) == local; });
}

std::string_view attributeOf(pugi::xml_node node, std::string_view local) {
  return node
      .find_attribute(
          [&](pugi::xml_attribute attribute) { return localName(attribute.name()) == local; })
      .value();
}

std::string textOf(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    }
  }
  if (!platform::isUtf8(text)) text = platform::toUtf8(platform::toCodePoints(text));
  return text.find("_x") == std::string::npos ? text : withoutEscapes(text);
}

}  // namespace hallpass
