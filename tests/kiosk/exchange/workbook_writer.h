#pragma once

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace tests {

/// A zip archive of `parts` (name, content), made by libzip.
inline std::string zipOf(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* target = ::zip_source_buffer_create(nullptr, 0, 0, &error);
  ::zip_source_keep(target);
  zip_t* archive = ::zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& part : parts) {
    zip_source_t* content = ::zip_source_buffer(archive, part.second.data(), part.second.size(), 0);
    REQUIRE(::zip_file_add(archive, part.first.c_str(), content, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(::zip_close(archive) == 0);
  zip_stat_t facts;
  ::zip_stat_init(&facts);
  REQUIRE(::zip_source_stat(target, &facts) == 0);
  std::string bytes(facts.size, '\0');
  REQUIRE(::zip_source_open(target) == 0);
  REQUIRE(::zip_source_read(target, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
  ::zip_source_close(target);
  ::zip_source_free(target);
  ::zip_error_fini(&error);
  return bytes;
}

/// The parts of a workbook, each of which a test may replace.
struct Workbook {
  std::string rootRels =
      R"(<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
  std::string workbook =
      R"(<workbook xmlns="m" xmlns:r="o"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>)";
  std::string workbookRels =
      R"(<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>)";
  std::string texts = R"(<sst xmlns="m"></sst>)";
  std::string styles =
      R"(<styleSheet xmlns="m"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>)";
  std::string sheet;  ///< The <row> elements of the first sheet.
  std::vector<std::pair<std::string, std::string>> more;

  static std::string sheetPart(const std::string& rows) {
    return R"(<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="m"><sheetData>)" + rows +
           "</sheetData></worksheet>";
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> parts() const {
    std::vector<std::pair<std::string, std::string>> all{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", rootRels},
        {"xl/workbook.xml", workbook},
        {"xl/_rels/workbook.xml.rels", workbookRels},
        {"xl/sharedStrings.xml", texts},
        {"xl/styles.xml", styles},
        {"xl/worksheets/sheet1.xml", sheetPart(sheet)}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  [[nodiscard]] std::string bytes() const { return zipOf(parts()); }

  /// All parts but `name`.
  [[nodiscard]] std::string bytesWithout(const std::string& name) const {
    std::vector<std::pair<std::string, std::string>> kept;
    for (auto& part : parts()) {
      if (part.first != name) kept.push_back(part);
    }
    return zipOf(kept);
  }
};

/// A cell that holds its text itself.
inline std::string inlineCell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

}  // namespace tests
