// An .xlsx: the bytes of a whole one where they begin as a zip does, else the parts of one, parted
// by "@@@": rows of the sheet, shared texts, styles, the workbook, its relations, the root's.
#include <zip.h>

#include <array>
#include <utility>

#include "tests/fuzz/code_target.h"
#include "tests/fuzz/lists.h"

namespace tests {
namespace {

struct Part {
  const char* name;
  const char* usual;  ///< Where the input says nothing of it.
  const char* before = "";
  const char* after = "";
};

constexpr std::array<Part, 6> kParts{{
    {"xl/worksheets/sheet1.xml", "", R"(<worksheet xmlns="m"><sheetData>)",
     "</sheetData></worksheet>"},
    {"xl/sharedStrings.xml", "<si><t>Code</t></si>", R"(<sst xmlns="m">)", "</sst>"},
    {"xl/styles.xml", R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)",
     R"(<styleSheet xmlns="m">)", "</styleSheet>"},
    {"xl/workbook.xml",
     R"(<workbook xmlns="m" xmlns:r="o"><sheets><sheet name="L" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
    {"xl/_rels/workbook.xml.rels",
     R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>)"},
    {"_rels/.rels",
     R"(<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
}};

/// The bytes of an archive of `parts`, nothing of it packed.
std::string zipOfParts(const std::vector<std::pair<const char*, std::string>>& parts) {
  zip_source_t* target = ::zip_source_buffer_create(nullptr, 0, 0, nullptr);
  ::zip_source_keep(target);
  zip_t* archive = ::zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* part = ::zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index = ::zip_file_add(archive, name, part, ZIP_FL_ENC_UTF_8);
    must(index >= 0, "libzip takes a part");
    ::zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  must(::zip_close(archive) == 0, "libzip writes an archive");
  zip_stat_t facts;
  ::zip_stat_init(&facts);
  must(::zip_source_stat(target, &facts) == 0, "the archive has a size");
  std::string bytes(facts.size, '\0');
  ::zip_source_open(target);
  ::zip_source_read(target, bytes.data(), bytes.size());
  ::zip_source_close(target);
  ::zip_source_free(target);
  return bytes;
}

std::string workbookOf(std::string_view input) {
  std::vector<std::pair<const char*, std::string>> parts{{"[Content_Types].xml", "<Types/>"}};
  for (const Part& part : kParts) {
    const bool said = !input.empty();
    const std::string_view piece = takePiece(input, "@@@");
    parts.emplace_back(
        part.name,
        part.before + (said ? std::string(piece) : std::string(part.usual)) + part.after);
  }
  return zipOfParts(parts);
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  const bool whole = bytes.starts_with("PK");
  const auto table = hallpass::readTable(whole ? std::string(bytes) : workbookOf(bytes));
  if (!table) return checkProblem(table.error());
  checkTable(*table);
  checkCodes(*table);
}

}  // namespace tests
