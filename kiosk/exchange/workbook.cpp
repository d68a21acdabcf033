#include "kiosk/exchange/workbook.h"

#include <algorithm>
#include <optional>

#include "kiosk/exchange/archive.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/sheet.h"
#include "kiosk/exchange/xml_part.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

constexpr std::string_view kUsualWorkbook = "xl/workbook.xml";

bool endsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Where the relationships of `part` stand: "xl/_rels/workbook.xml.rels".
std::string relationsOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, start) + "_rels/" + part.substr(start) + ".rels";
}

/// The part that `target` names when `from` says it: relative to the folder of `from`, or from the
/// root with a leading slash.
std::string resolve(const std::string& from, std::string_view target) {
  std::string path = target.substr(0, 1) == "/" ? "" : from.substr(0, from.rfind('/') + 1);
  while (!target.empty()) {
    const std::size_t slash = std::min(target.find('/'), target.size());
    const std::string_view step = target.substr(0, slash);
    target.remove_prefix(std::min(slash + 1, target.size()));
    if (step == "..") {
      if (!path.empty()) path.pop_back();
      path.erase(path.rfind('/') + 1);
    } else if (!step.empty() && step != ".") {
      path.append(step).append(target.empty() ? "" : "/");
    }
  }
  return path;
}

/// Reads `part` of `archive` into `document`.
Result<Done, ListProblem> load(const Archive& archive, const std::string& part,
                               pugi::xml_document& document) {
  auto content = archive.read(part);
  if (!content) return content.error();
  return parseXml(*content, document);
}

/// Follows the relationships of one part to others.
class Relations {
 public:
  static Result<Relations, ListProblem> of(const Archive& archive, const std::string& part) {
    Relations relations;
    relations.part_ = part;
    const std::string file = relationsOf(part);
    if (!archive.has(file)) return relations;
    pugi::xml_document document;
    if (auto loaded = load(archive, file, document); !loaded) return loaded.error();
    for (const pugi::xml_node link : childOf(document, "Relationships").children()) {
      relations.links_.push_back({std::string(attributeOf(link, "Id")),
                                  std::string(attributeOf(link, "Type")),
                                  resolve(part, attributeOf(link, "Target"))});
    }
    return relations;
  }

  /// The part of the first relationship of that type, or of that id; nullopt where there is none.
  [[nodiscard]] std::optional<std::string> byType(std::string_view typeEnd) const {
    for (const Link& link : links_) {
      if (endsWith(link.type, typeEnd)) return link.target;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> sheet(std::string_view id) const {
    for (const Link& link : links_) {
      if (link.id == id && endsWith(link.type, "/worksheet")) return link.target;
    }
    return std::nullopt;
  }

 private:
  struct Link {
    std::string id;
    std::string type;
    std::string target;
  };
  std::string part_;
  std::vector<Link> links_;
};

/// The id of a sheet's relationship: the attribute "id" of another namespace, beside "sheetId".
std::string_view relationId(pugi::xml_node sheet) { return attributeOf(sheet, "id"); }

bool isHidden(pugi::xml_node sheet) {
  const std::string_view state = attributeOf(sheet, "state");
  return state == "hidden" || state == "veryHidden";
}

/// The part of the first sheet that a person sees, else of the first at all.
std::optional<std::string> firstSheet(pugi::xml_node workbook, const Relations& relations) {
  std::optional<std::string> fallback;
  for (const pugi::xml_node sheet : childOf(workbook, "sheets").children()) {
    const auto part = relations.sheet(relationId(sheet));
    if (!part) continue;
    if (!isHidden(sheet)) return part;
    if (!fallback) fallback = part;
  }
  return fallback;
}

DateSystem dateSystemOf(pugi::xml_node workbook) {
  const std::string_view value = attributeOf(childOf(workbook, "workbookPr"), "date1904");
  return value == "1" || value == "true" ? DateSystem::From1904 : DateSystem::From1900;
}

/// Shared texts and styles; a workbook may have neither.
Result<SheetContext, ListProblem> contextOf(const Archive& archive, const Relations& relations,
                                            DateSystem system) {
  SheetContext context;
  context.dateSystem = system;
  if (const auto part = relations.byType("/sharedStrings")) {
    pugi::xml_document document;
    if (auto loaded = load(archive, *part, document); !loaded) return loaded.error();
    context.texts = readSharedTexts(document);
  }
  if (const auto part = relations.byType("/styles"); part && archive.has(*part)) {
    pugi::xml_document document;
    if (auto loaded = load(archive, *part, document); !loaded) return loaded.error();
    context.styles = readStyles(document);
  }
  return context;
}

ListProblem emptySheet() {
  return {
      ListRefusal::Empty,
      platform::tr(
          "The first sheet of the workbook is empty. Move the list to the first sheet and save it "
          "again.")};
}

}  // namespace

Result<std::vector<Row>, ListProblem> readWorkbook(std::string_view bytes) {
  auto archive = Archive::open(bytes);
  if (!archive) return archive.error();
  const auto root = Relations::of(*archive, "");
  if (!root) return root.error();
  const std::string part = root->byType("/officeDocument").value_or(std::string(kUsualWorkbook));
  if (!archive->has(part) || !endsWith(part, ".xml")) return problem(ListRefusal::NoWorkbook);

  pugi::xml_document document;
  if (auto loaded = load(*archive, part, document); !loaded) return loaded.error();
  const pugi::xml_node workbook = childOf(document, "workbook");
  if (!workbook) return problem(ListRefusal::NoWorkbook);
  const auto relations = Relations::of(*archive, part);
  if (!relations) return relations.error();
  const auto sheetPart = firstSheet(workbook, *relations);
  if (!sheetPart) return problem(ListRefusal::Damaged);
  const auto context = contextOf(*archive, *relations, dateSystemOf(workbook));
  if (!context) return context.error();

  pugi::xml_document sheet;
  if (auto loaded = load(*archive, *sheetPart, sheet); !loaded) return loaded.error();
  auto rows = readSheet(sheet, *context);
  if (rows && rows->empty()) return emptySheet();
  return rows;
}

}  // namespace hallpass
