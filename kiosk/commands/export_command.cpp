#include <system_error>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/room/export_check.h"
#include "kiosk/room/export_files.h"
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

/// Where the files go.
struct Target {
  path folder;
  std::string name;  ///< Of the first; "" = its own.
};

Result<Target, Complaint> targetOf(Session& session, const std::string& to) {
  std::error_code ignored;
  if (std::filesystem::is_directory(to, ignored)) return Target{to, ""};
  const path target(to);
  if (target.filename().empty()) return complaint(platform::FileRefusal::NotFound, to);
  if (std::filesystem::equivalent(target, session.ledgerFile(), ignored)) {
    return Complaint{"LedgerFile", "\"" + to + "\" is the ledger itself. Choose another name."};
  }
  return Target{target.parent_path(), target.filename().string()};
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
  const auto target = targetOf(session, asked.to);
  if (!target) return target.error();
  const CodesIn codes = asked.withCodes ? CodesIn::Whole : CodesIn::Masked;
  const auto files =
      makeExport(ledger, assetsFolder(), {asked.kind, codes, target->name, target->folder});
  if (!files) return complaint(files.error());
  const auto written = writeExport(*files, target->folder);
  if (!written) return complaint(written.error().why, written.error().file.string());
  const auto recorded = ledger.journal().recordExport(name(asked.kind), files->front().lines,
                                                      asked.withCodes, Role::Operator);
  if (!recorded) {
    removeExport(*files, target->folder);  // What is not on record does not leave.
    return complaint(recorded.error());
  }
  return reportOf(asked, *files, target->folder);
}

/// What to do with a file of which that was found.
const char* advice(NameProof proof) {
  switch (proof) {
    case NameProof::Fits:
      return "The file is whole: it is as Hallpass wrote it.\n";
    case NameProof::Differs:
      return "The file was changed since Hallpass wrote it: somebody edited it, or the stick or "
             "the "
             "disk damaged it. Do not import it; export it anew.\n";
    case NameProof::None:
      break;
  }
  return "Nothing tells what the file was: its name is not one that Hallpass gives, and no "
         "manifest "
         "is beside it. Compare its SHA-256 with the one that --json printed when it was "
         "written.\n";
}

Answer checkFile(const std::string& file) {
  const auto check = checkExport(file);
  if (!check) return complaint(check.error(), file);
  const std::string sum = platform::toHex(check->content);
  const bool fits = check->proof == NameProof::Fits;
  Report report;
  report.json = {{"ok", fits}, {"known", check->proof != NameProof::None}, {"sha256", sum}};
  report.text = advice(check->proof) + ("SHA-256: " + sum) + "\n";
  report.status = fits ? ExitStatus::Done : ExitStatus::Refused;
  return report;
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
  Command group = addGroup(app, "export",
                           "Write lists, the journal or a report to a file, and check them later",
                           "hallpass export claims --to claims.csv\n"
                           "  hallpass export report --to /run/media/hallpass/STICK");
  for (const Described& described : kDescribed) addKind(group, asked, described);
  Command check = addCommand(
      group, asked, "check",
      "Check that a file is as it was exported; status 1 if not, or if nothing tells",
      "hallpass export check /run/media/hallpass/STICK/hallpass-2026-11-21-claims-....csv");
  const auto file = std::make_shared<std::string>();
  check.option("FILE", *file, "A list, a report, a journal or a backup that left the device")
      .typeName("FILE")
      .required();
  check.whenNamed([&asked, file] { asked.work = [file](Session&) { return checkFile(*file); }; });
}

}  // namespace hallpass
