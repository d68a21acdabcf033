#include <algorithm>

#include "kiosk/domain/payload.h"
#include "kiosk/guide/guide_files.h"

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

/// The address that an id of addresses.toml stands for; "" where it cannot be known.
std::string addressOf(const std::filesystem::path& assets, const std::string& id,
                      AssetTable& file) {
  const auto content = readAssetFile(assets, "addresses.toml");
  Mistakes mistakes("addresses.toml");
  const auto addresses = content ? readAddresses(*content, mistakes) : std::vector<Address>{};
  for (const Address& address : addresses) {
    if (address.id == id) return address.url;
  }
  file.mistake("site", "is " + notOneOf(id, idsOf(addresses)) +
                           " Or write an address that begins "
                           "with https://.");
  return "";
}

std::string readSite(const std::filesystem::path& assets, AssetTable& file) {
  std::string site = file.text("site", kLongestAddress, Presence::Optional);
  if (site.empty() || isHttpsAddress(site)) return site;
  if (isAssetId(site)) return addressOf(assets, site, file);
  file.mistake("site",
               "must be an address such as https://www.example.org/. Begin it with "
               "https:// and write it without spaces; or write the id of an address.");
  return "";
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

PassType readPassType(const std::filesystem::path& assets, const std::string& id,
                      Mistakes& mistakes) {
  PassType type;
  type.id = id;
  const auto content = readAsset(assets, "pass-types", id, "pass type");
  if (!content) {
    mistakes.add(content.error());
    return type;
  }
  AssetTable file(*content, mistakes);
  type.title = file.text("title", kLongestTitle);
  type.offered = file.flag("offered", true);
  type.shared = file.flag("shared", false);
  type.shapes = readShapes(file);
  type.shapeHint = file.text("shape_hint", kLongestSentence);
  type.caseRule = readCaseRule(file);
  type.payload = readPayload(file);
  type.site = readSite(assets, file);
  type.guide = readGuideId(file);
  type.value = file.text("value", kLongestValue, Presence::Optional);
  type.codeHeaders = file.texts("code_headers", 1, kMostHeaders, kLongestTitle);
  file.refuseOtherKeys();
  return type;
}

platform::Result<PassType, AssetProblem> loadPassType(const std::filesystem::path& assets,
                                                      const std::string& id) {
  Mistakes mistakes("pass-types/" + id + ".toml");
  PassType type = readPassType(assets, id, mistakes);
  if (!mistakes.all().empty()) return mistakes.all().front();
  return type;
}

std::vector<std::string> passTypeIds(const std::filesystem::path& assets) {
  return assetIds(assets, "pass-types");
}

}  // namespace hallpass
