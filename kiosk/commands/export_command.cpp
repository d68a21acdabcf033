#include <system_error>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/room/export_files.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/exports.h"
#include "platform/base/hash.h"

namespace hallpass {
namespace {

using platform::Result;
using std::filesystem::path;

struct ExportArguments {
  ExportKind kind = ExportKind::Claims;
  std::string to;
  bool withCodes = false;
};

/// "5 claims": what the lines of an export are.
std::string countText(ExportKind kind, std::int64_t lines) {
  switch (kind) {
    case ExportKind::Claims:
      return counted(lines, "claim");
    case ExportKind::Students:
      return counted(lines, "student") + " without a code";
    case ExportKind::Unused:
      return counted(lines, "unused code");
    case ExportKind::Journal:
      return counted(lines, "event") + " of the journal";
    case ExportKind::EarlierClaims:
      return counted(lines, "claim") + " of earlier classes";
    case ExportKind::Report:
      break;
  }
  return "the report on " + counted(lines, "student");
}

/// Where the first file goes: FILE itself, or under its own name into the folder FILE.
Result<path, Complaint> targetOf(Session& session, Ledger& ledger, const ExportArguments& asked) {
  std::error_code ignored;
  if (std::filesystem::is_directory(asked.to, ignored)) {
    const auto suggested = exportNameOf(ledger, asked.kind);
    if (!suggested) return complaint(suggested.error());
    return path(asked.to) / freeName(asked.to, *suggested);
  }
  path target(asked.to);
  if (target.filename().empty()) return complaint(platform::FileRefusal::NotFound, asked.to);
  if (std::filesystem::equivalent(target, session.ledgerFile(), ignored)) {
    return Complaint{"LedgerFile",
                     "\"" + asked.to + "\" is the ledger itself. Choose another name."};
  }
  return target;
}

Report reportOf(const ExportArguments& asked, const std::vector<ExportFile>& files,
                const path& folder) {
  const ExportFile& first = files.front();
  const std::string file = folder / first.name;
  Report report;
  report.json = {{"file", file},
                 {"lines", first.lines},
                 {"bytes", first.bytes.size()},
                 {"sha256", platform::toHex(platform::sha256(first.bytes))},
                 {"with_codes", asked.withCodes},
                 {"manifest", nullptr}};
  report.text = "Written: " + countText(asked.kind, first.lines) + ", to \"" + file + "\".\n";
  if (files.size() > 1) {
    const std::string manifest = folder / files[1].name;
    report.json["manifest"] = manifest;
    report.text += "What proves it whole is in \"" + manifest + "\".\n";
  }
  if (asked.withCodes) {
    report.text += "Whole codes are in it: keep it as you keep money.\n";
  } else if (canHoldCodes(asked.kind)) {
    report.text += "Codes are masked in it; --with-codes writes them whole.\n";
  }
  return report;
}

Answer exportTo(Session& session, const ExportArguments& asked) {
  const auto opened = session.ledger();
  if (!opened) return opened.error();
  Ledger& ledger = **opened;
  const auto target = targetOf(session, ledger, asked);
  if (!target) return target.error();
  const CodesIn codes = asked.withCodes ? CodesIn::Whole : CodesIn::Masked;
  const auto files =
      makeExport(ledger, assetsFolder(), {asked.kind, codes, target->filename().string()});
  if (!files) return complaint(files.error());
  const path folder = target->parent_path();
  const auto written = writeExport(*files, folder);
  if (!written) return complaint(written.error().why, written.error().file.string());
  const auto recorded = ledger.journal().recordExport(name(asked.kind), files->front().lines,
                                                      asked.withCodes, Role::Operator);
  if (!recorded) {
    removeExport(*files, folder);  // What is not on record does not leave.
    return complaint(recorded.error());
  }
  return reportOf(asked, *files, folder);
}

std::string fileMistake(const std::string& text) {
  return text.empty() ? "name the file to write" : "";
}

struct Described {
  ExportKind kind;
  const char* what;
  const char* example;
};
constexpr std::array kDescribed{
    Described{ExportKind::Claims, "Who took which code of the class, and what replaced what: CSV",
              "hallpass export claims --to claims.csv"},
    Described{ExportKind::Students, "The students of the class who have no code: CSV",
              "hallpass export students --to /run/media/hallpass/STICK"},
    Described{ExportKind::Unused, "The codes that can still be handed out: CSV",
              "hallpass export unused --to unused.csv --with-codes"},
    Described{ExportKind::Journal, "The journal as JSON lines, and a manifest that proves it whole",
              "hallpass export journal --to journal.jsonl"},
    Described{ExportKind::Report, "The class on paper: progress, students, swaps, stock: PDF",
              "hallpass export report --to report.pdf"},
    Described{ExportKind::EarlierClaims, "Who took which code of the classes before: CSV",
              "hallpass export earlier-claims --to earlier.csv"},
};

void addKind(Command group, Asked& asked, const Described& described) {
  Command command = addCommand(group, asked, std::string(name(described.kind)), described.what,
                               described.example);
  const auto arguments = std::make_shared<ExportArguments>();
  arguments->kind = described.kind;
  command.option("--to", arguments->to, "The file to write, or the folder to write it into")
      .typeName("FILE")
      .required()
      .check(fileMistake);
  if (canHoldCodes(described.kind)) {
    command.flag("--with-codes", arguments->withCodes,
                 "Whole codes instead of masked ones; the journal records it");
  }
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return exportTo(session, *arguments); };
  });
}

}  // namespace

void addExportCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "export", "Write lists, the journal or a report to a file",
                           "hallpass export claims --to claims.csv\n"
                           "  hallpass export report --to /run/media/hallpass/STICK");
  for (const Described& described : kDescribed) addKind(group, asked, described);
}

}  // namespace hallpass
