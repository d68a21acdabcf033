#include <algorithm>

#include "kiosk/domain/payload.h"
#include "kiosk/guide/asset_table.h"
#include "kiosk/guide/guide.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostShapes = 16;
constexpr std::size_t kLongestShape = 200;
constexpr std::size_t kMostHeaders = 20;

std::vector<std::regex> readShapes(AssetTable& file) {
  std::vector<std::regex> shapes;
  for (const std::string& shape : file.texts("shapes", 1, kMostShapes, kLongestShape)) {
    try {
      shapes.emplace_back(shape, std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
      file.mistake("shapes", "holds '" + shape +
                                 "', which is not a regular expression. Write one such as "
                                 "'[A-Z0-9]{18}', between single quotes.");
    }
  }
  return shapes;
}

CaseRule readCaseRule(AssetTable& file) {
  const std::string rule = file.text("case", kLongestValue);
  if (rule == "insensitive") return CaseRule::Insensitive;
  if (!rule.empty() && rule != "sensitive") {
    file.mistake("case", "is \"" + rule + "\". Write \"sensitive\" or \"insensitive\".");
  }
  return CaseRule::Sensitive;
}

std::string payloadMistake(const std::string& payload) {
  const auto filled = fillPayload(payload, {{"CODE", "A1"}});
  const std::string forms = "Use {CODE}, {CODE:url}, {CODE:nodash} or {CODE:wifi}.";
  if (filled) {
    // The second code tells a template that holds the code from one that holds its letters.
    const auto other = fillPayload(payload, {{"CODE", "B2"}});
    return other && *other == *filled ? "does not hold the code. " + forms : "";
  }
  switch (filled.error()) {
    case TemplateRefusal::Unclosed:
      return "has a { without its }. " + forms;
    case TemplateRefusal::UnknownField:
      return "names something other than the code. " + forms;
    case TemplateRefusal::UnknownForm:
      break;
  }
  return "asks for the code in a form that is not known. " + forms;
}

std::string readPayload(AssetTable& file) {
  std::string payload = file.text("payload", kLongestPayload);
  const std::string why = payload.empty() ? "" : payloadMistake(payload);
  if (!why.empty()) file.mistake("payload", why);
  return payload;
}

bool isHttpsAddress(std::string_view site) {
  constexpr std::string_view scheme = "https://";
  if (!site.starts_with(scheme)) return false;
  const std::string_view rest = site.substr(scheme.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool plain =
      std::all_of(site.begin(), site.end(), [](char c) { return c > ' ' && c < 127; });
  return plain && host.find('.') != host.npos && host.front() != '.' && host.back() != '.';
}

std::string readSite(AssetTable& file) {
  std::string site = file.text("site", kLongestAddress, Presence::Optional);
  if (!site.empty() && !isHttpsAddress(site)) {
    file.mistake("site",
                 "must be an address such as https://www.example.org/. Begin it with "
                 "https:// and write it without spaces.");
  }
  return site;
}

std::string readGuideId(AssetTable& file) {
  std::string guide = file.text("guide", kLongestTitle);
  if (!guide.empty() && !isAssetId(guide)) {
    file.mistake("guide",
                 "must be the name of a file in guides/, without .toml: lower-case "
                 "letters, digits and dashes.");
  }
  return guide;
}

}  // namespace

platform::Result<PassType, AssetProblem> loadPassType(const std::filesystem::path& assets,
                                                      const std::string& id) {
  const auto content = readAsset(assets, "pass-types", id, "pass type");
  if (!content) return content.error();
  Mistakes mistakes("pass-types/" + id + ".toml");
  AssetTable file(*content, mistakes);
  PassType type;
  type.id = id;
  type.title = file.text("title", kLongestTitle);
  type.shapes = readShapes(file);
  type.shapeHint = file.text("shape_hint", kLongestSentence);
  type.caseRule = readCaseRule(file);
  type.payload = readPayload(file);
  type.site = readSite(file);
  type.guide = readGuideId(file);
  type.value = file.text("value", kLongestValue, Presence::Optional);
  type.codeHeaders = file.texts("code_headers", 1, kMostHeaders, kLongestTitle);
  file.refuseOtherKeys();
  if (mistakes.first()) return *mistakes.first();
  return type;
}

std::vector<std::string> passTypeIds(const std::filesystem::path& assets) {
  return assetIds(assets, "pass-types");
}

}  // namespace hallpass
