#include "kiosk/room/exports.h"

#include <map>
#include <utility>

#include "kiosk/exchange/class_report.h"
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/list_dates.h"
#include "kiosk/exchange/proven_name.h"
#include "kiosk/guide/guide.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/journal_export.h"
#include "kiosk/room/report_export.h"
#include "platform/base/hash.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::Result;
using Rows = std::vector<std::vector<std::string>>;
using Files = Result<std::vector<ExportFile>, Refusal>;

/// What an export is made from.
struct Source {
  Ledger& ledger;
  const std::filesystem::path& assets;
  CodesIn codes;
  std::string fileName = {};
  std::optional<Class> held = std::nullopt;

  [[nodiscard]] std::string text(const Code& code) const {
    return codes == CodesIn::Whole ? code.reveal() : code.masked();
  }
  [[nodiscard]] std::string passTitle(const std::string& id) const {
    const auto type = loadPassType(assets, id);
    return type ? type->title : id;
  }
};

Files oneFile(const Source& source, const Rows& rows) {
  return std::vector<ExportFile>{
      {source.fileName, writeCsv(rows), static_cast<std::int64_t>(rows.size()) - 1}};
}

Result<std::map<std::int64_t, NewBatch>, Refusal> batchesOf(Ledger& ledger) {
  const auto batches = ledger.stock().batches();
  if (!batches) return batches.error();
  std::map<std::int64_t, NewBatch> byId;
  for (const Batch& batch : *batches) byId[batch.id] = batch.facts;
  return byId;
}

std::vector<std::string> rowOf(const Source& source, const ClaimRecord& record,
                               const std::string& order) {
  const auto outcome = outcomeNamed(record.outcome);
  const auto cause = causeNamed(record.cause);
  return {std::to_string(record.id.value),
          record.who.name.empty() ? "(name erased)" : record.who.name,
          record.who.email,
          record.who.number,
          record.classTitle,
          source.passTitle(record.passType),
          source.text(record.code),
          std::to_string(record.batch),
          order,
          platform::toLocalText(record.madeAt),
          std::to_string(record.timesShown),
          outcome ? plainTitle(*outcome) : record.outcome,
          record.replaces ? std::to_string(record.replaces->value) : "",
          cause ? plainTitle(*cause) : record.cause,
          record.live ? "yes" : "no"};
}

Files exportClaims(const Source& source, Claims::Of classes) {
  const auto records = source.ledger.claims().records(classes);
  if (!records) return records.error();
  const auto batches = batchesOf(source.ledger);
  if (!batches) return batches.error();
  Rows rows{{"Claim", "Name", "E-mail", "Student number", "Class", "Pass", "Code", "Batch", "Order",
             "Taken at", "Times shown", "Outcome", "Replaces", "Cause", "Live"}};
  for (const ClaimRecord& record : *records) {
    const auto batch = batches->find(record.batch);
    rows.push_back(rowOf(source, record, batch == batches->end() ? "" : batch->second.order));
  }
  return oneFile(source, rows);
}

Files exportStudents(const Source& source) {
  const auto students = source.ledger.roster().students();
  if (!students) return students.error();
  Rows rows{{"Name", "E-mail", "Student number", "Class"}};
  for (const Student& student : *students) {
    if (student.claimed) continue;
    const RosterEntry& entry = student.entry;
    rows.push_back({entry.name, entry.email, entry.number, source.held->facts.title});
  }
  return oneFile(source, rows);
}

Files exportUnused(const Source& source) {
  const auto codes = source.ledger.stock().unused(std::nullopt);
  if (!codes) return codes.error();
  const auto batches = batchesOf(source.ledger);
  if (!batches) return batches.error();
  std::map<std::string, std::string> titles;
  Rows rows{{"Code", "Pass", "Redeem by", "Batch", "Order", "Course", "File"}};
  for (const StockedCode& code : *codes) {
    const auto found = batches->find(code.batch);
    const NewBatch batch = found == batches->end() ? NewBatch{} : found->second;
    const auto [title, isNew] = titles.try_emplace(batch.passType);
    if (isNew) title->second = source.passTitle(batch.passType);
    rows.push_back({source.text(code.code), title->second,
                    code.redeemBy ? toListDate(*code.redeemBy) : "", std::to_string(code.batch),
                    batch.order, batch.course, batch.fileName});
  }
  return oneFile(source, rows);
}

Files exportReport(const Source& source) {
  const auto report =
      gatherReport(source.ledger, *source.held, source.passTitle(source.held->facts.passType));
  if (!report) return report.error();
  return std::vector<ExportFile>{{source.fileName, writeClassReport(*report),
                                  static_cast<std::int64_t>(report->people.size())}};
}

Files filesOf(const Source& source, ExportKind kind) {
  if (kind == ExportKind::Unused) return exportUnused(source);
  if (kind == ExportKind::Journal) return exportJournal(source.ledger, source.fileName);
  if (!source.held) return Refusal::NoClass;
  if (kind == ExportKind::Claims) return exportClaims(source, Claims::Of::CurrentClass);
  if (kind == ExportKind::EarlierClaims) return exportClaims(source, Claims::Of::EarlierClasses);
  return kind == ExportKind::Students ? exportStudents(source) : exportReport(source);
}

/// How the name of an export ends.
std::string_view fileEnding(ExportKind kind) {
  switch (kind) {
    case ExportKind::Claims:
      return "claims.csv";
    case ExportKind::Students:
      return "students-without-a-code.csv";
    case ExportKind::Unused:
      return "unused-codes.csv";
    case ExportKind::Journal:
      return "journal.jsonl";
    case ExportKind::EarlierClaims:
      return "claims-of-earlier-classes.csv";
    case ExportKind::Report:
      break;
  }
  return "report.pdf";
}

/// The name that an export has where nobody gives it another one.
std::string ownName(const Source& source, ExportKind kind) {
  const bool ofClass = source.held && kind != ExportKind::EarlierClaims;
  return exportName(ofClass ? source.held->facts.title : "", source.ledger.journal().clock().now(),
                    fileEnding(kind));
}

}  // namespace

const char* title(ExportKind kind) {
  switch (kind) {
    case ExportKind::Claims:
      return noted("Codes taken");
    case ExportKind::Students:
      return noted("Students without a code");
    case ExportKind::Unused:
      return noted("Unused codes");
    case ExportKind::Journal:
      return noted("Journal");
    case ExportKind::EarlierClaims:
      return noted("Codes taken in earlier classes");
    case ExportKind::Report:
      break;
  }
  return noted("Report");
}

std::string_view name(ExportKind kind) {
  switch (kind) {
    case ExportKind::Claims:
      return "claims";
    case ExportKind::Students:
      return "students";
    case ExportKind::Unused:
      return "unused";
    case ExportKind::Journal:
      return "journal";
    case ExportKind::EarlierClaims:
      return "earlier-claims";
    case ExportKind::Report:
      break;
  }
  return "report";
}

bool canHoldCodes(ExportKind kind) {
  return kind == ExportKind::Claims || kind == ExportKind::EarlierClaims ||
         kind == ExportKind::Unused;
}

std::string manifestName(std::string_view journalName) {
  return std::string(journalName) + ".manifest.json";
}

Files makeExport(Ledger& ledger, const std::filesystem::path& assets, const ExportAsk& ask) {
  Source source{ledger, assets, ask.codes, ask.fileName};
  auto held = ledger.classes().current();
  if (!held) return held.error();
  source.held = *std::move(held);
  if (!ask.fileName.empty()) return filesOf(source, ask.kind);
  const std::string own = ownName(source, ask.kind);
  source.fileName = freeName(ask.folder, own);
  auto files = filesOf(source, ask.kind);
  if (!files || files->size() > 1) return files;  // A manifest proves the first of several.
  ExportFile& file = files->front();
  file.name = freeName(ask.folder, provenName(own, platform::sha256(file.bytes)));
  return files;
}

}  // namespace hallpass
