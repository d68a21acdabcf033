#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "kiosk/commands/arguments.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/commands/interrupt.h"
#include "kiosk/commands/list_file.h"
#include "kiosk/commands/printing.h"
#include "kiosk/exchange/code_list.h"
#include "kiosk/exchange/code_uses.h"
#include "kiosk/exchange/proven_name.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

struct CodesArguments {
  std::string file;
  std::string passType;
  std::string course;
  std::string order;
  std::string redeemBy;
  std::string value;
  int uses = 0;  ///< 0 = not said.
  bool dryRun = false;
};

struct RosterArguments {
  std::string file;
  bool dryRun = false;
};

Mode modeOf(bool dryRun) { return dryRun ? Mode::DryRun : Mode::Keep; }

NewBatch batchOf(const CodesArguments& arguments, const CodeList& list) {
  NewBatch batch;
  batch.passType = arguments.passType;
  batch.fileName = std::filesystem::path(arguments.file).filename().string();
  batch.fileHash = list.fileHash;
  batch.course = arguments.course;
  batch.order = arguments.order;
  batch.redeemBy = endAt(arguments.redeemBy);
  batch.value = arguments.value;
  return batch;
}

std::string cameBefore(int count) {
  if (count == 1) return "This code came in before; it was not added again.";
  return std::to_string(count) + " codes of this line came in before; they were not added again.";
}

/// What the reader noted and what the stock knew, by line. On a line of one code, that it came in
/// before says all: whether its shape is odd was said then.
std::vector<LineNote> allNotes(const CodeList& list, const Stock::Report& stock) {
  std::map<int, int> codesOn;
  for (const NewCode& code : list.codes) ++codesOn[code.line];
  std::map<int, int> before;
  for (const int line : stock.inStockAlready) ++before[line];
  std::vector<LineNote> notes;
  std::copy_if(
      list.notes.begin(), list.notes.end(), std::back_inserter(notes),
      [&](const LineNote& note) { return codesOn[note.line] != 1 || !before.contains(note.line); });
  for (const auto& [line, count] : before) notes.push_back({line, cameBefore(count)});
  std::stable_sort(notes.begin(), notes.end(),
                   [](const LineNote& x, const LineNote& y) { return x.line < y.line; });
  return notes;
}

/// How many of the list's codes cannot be handed out any more.
std::int64_t pastCount(const CodeList& list, const NewBatch& batch, platform::UtcTime now) {
  return std::count_if(list.codes.begin(), list.codes.end(), [&](const NewCode& code) {
    const auto redeemBy = code.redeemBy ? code.redeemBy : batch.redeemBy;
    return redeemBy && *redeemBy < now;
  });
}

std::string summaryOf(const CodeList& list, const Stock::Report& stock, bool dryRun) {
  std::string text = (dryRun ? "Would add " : "Added ") + counted(stock.added, "code");
  text += "; " + std::to_string(list.duplicate) + " twice in the file";
  text += ", " + std::to_string(stock.inStockAlready.size()) + " came in before";
  text += ", " + std::to_string(list.odd) + " of an odd shape";
  text += ", " + std::to_string(list.rejected) + " rejected.\n";
  if (stock.sameFileAt) {
    text += "This file was imported before, at " + platform::toLocalText(*stock.sameFileAt) +
            (stock.added == 0 ? ". It adds nothing.\n" : ".\n");
  }
  return text;
}

/// Whether the list is most likely one of another pass type.
bool noneFits(const CodeList& list) {
  return !list.codes.empty() && list.odd == std::ssize(list.codes);
}

/// The other pass types on offer that every code of `table` looks like.
std::vector<std::string> typesThatFit(const Table& table, std::size_t codes, const PassType& given,
                                      platform::UtcTime now) {
  std::vector<std::string> fitting;
  for (const std::string& id : passTypeIds(assetsFolder())) {
    const auto type = passTypeOf(id);
    if (!type || !type->offered || id == given.id) continue;
    const auto list = readCodes(table, *type, now);
    if (list && list->odd == 0 && list->codes.size() == codes) fitting.push_back(id);
  }
  return fitting;
}

/// What --pass should most likely have been.
std::string misfitText(const PassType& type, const std::vector<std::string>& fitting, bool dryRun) {
  std::string text = "None of them looks like a code of " + type.id + ": --pass may be wrong. ";
  if (!fitting.empty()) {
    text += "They look like --pass " + fitting.front();
    for (std::size_t at = 1; at < fitting.size(); ++at) text += " or --pass " + fitting[at];
    text += ". ";
  }
  return text + (dryRun ? "Nothing was changed.\n"
                        : "They are in stock as " + type.id +
                              " now; the next time, look with --dry-run first.\n");
}

Report reportOf(const CodeList& list, const Stock::Report& stock, bool dryRun, std::int64_t past) {
  const std::vector<LineNote> notes = allNotes(list, stock);
  Report report;
  report.json = {{"added", stock.added},
                 {"duplicate", list.duplicate},
                 {"in_stock_already", stock.inStockAlready.size()},
                 {"odd", list.odd},
                 {"rejected", list.rejected},
                 {"none_fits", noneFits(list)},
                 {"past_redeem_by", past},
                 {"same_file_at", nullptr},
                 {"dry_run", dryRun},
                 {"lines", jsonOf(notes)}};
  if (stock.sameFileAt) report.json["same_file_at"] = platform::toIsoText(*stock.sameFileAt);
  report.text = summaryOf(list, stock, dryRun);
  if (past > 0) {
    report.text += std::to_string(past) + " of the file's codes " + (past == 1 ? "is" : "are") +
                   " past the redeem-by date and will not be handed out. Check the date.\n";
  }
  report.text += textOf(notes);
  return report;
}

/// Says it where Hallpass wrote the list and its bytes are others now.
void noteChange(Report& report, const NewBatch& batch) {
  const bool changed = proofOf(batch.fileName, batch.fileHash) == NameProof::Differs;
  report.json["changed_since_export"] = changed;
  if (!changed) return;
  report.text +=
      "This list was changed since Hallpass wrote it. If you did not change it yourself, the disk "
      "or the stick may be damaged: look at it with --dry-run, and export it anew.\n";
}

platform::Result<CodeList, Complaint> readList(const CodesArguments& arguments, const Table& table,
                                               const PassType& type, platform::UtcTime now) {
  auto list = readCodes(table, type, now, progressOnTerminal("Reading"));
  if (!list && list.error().why == ListRefusal::Cancelled) return complaint(Refusal::Cancelled);
  if (!list) return complaint(list.error(), arguments.file);
  return *std::move(list);
}

/// What is wrong with the number of students for a code of `type`, or nullopt.
std::optional<Complaint> usesComplaint(const PassType& type, int uses) {
  if (type.shared && uses == 0) {
    return Complaint{"UsesNotSaid", "A code of " + type.id +
                                        " is for several students. Say for how many with --uses."};
  }
  if (!type.shared && uses != 0) {
    return Complaint{"NotShared",
                     "A code of " + type.id + " is for one student. Leave --uses out."};
  }
  return std::nullopt;
}

/// The rows that `list` becomes in the stock.
platform::Result<std::vector<NewCode>, Complaint> rowsOf(const CodeList& list, int uses) {
  if (uses == 0) return list.codes;
  if (usesFit(list.codes.size(), uses)) return withUses(list.codes, uses);
  return Complaint{"TooManyUses", "The list's codes make more than " +
                                      std::to_string(kMostRowsOfUses) +
                                      " uses together. Check --uses, or import a part of it."};
}

Answer importCodes(Session& session, const CodesArguments& arguments) {
  const Interrupt interrupt;
  const auto type = passTypeOf(arguments.passType);
  if (!type) return type.error();
  if (const auto why = usesComplaint(*type, arguments.uses)) return *why;
  const platform::UtcTime now = session.clock().now();
  const auto table = readTableFile(arguments.file);
  if (!table) return table.error();
  const auto list = readList(arguments, *table, *type, now);
  if (!list) return list.error();
  const auto rows = rowsOf(*list, arguments.uses);
  if (!rows) return rows.error();
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const NewBatch batch = batchOf(arguments, *list);
  const auto stock = (*ledger)->stock().add(batch, *rows, modeOf(arguments.dryRun), Role::Operator,
                                            progressOnTerminal("Adding"));
  if (!stock) return complaint(stock.error());
  Report report = reportOf(*list, *stock, arguments.dryRun, pastCount(*list, batch, now));
  noteChange(report, batch);
  if (noneFits(*list)) {
    const auto fitting = typesThatFit(*table, list->codes.size(), *type, now);
    report.json["fits"] = fitting;
    report.text += misfitText(*type, fitting, arguments.dryRun);
  }
  return report;
}

Answer importRoster(Session& session, const RosterArguments& arguments) {
  const auto list = readRosterFile(arguments.file);
  if (!list) return list.error();
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto added =
      (*ledger)->roster().add(list->entries, modeOf(arguments.dryRun), Role::Operator);
  if (!added) return complaint(added.error());
  Report report;
  report.json = {{"added", added->added},
                 {"updated", added->updated},
                 {"rejected", list->rejected},
                 {"dry_run", arguments.dryRun},
                 {"lines", jsonOf(list->notes)}};
  report.text = (arguments.dryRun ? "Would add " : "Added ") + counted(added->added, "student") +
                "; " + std::to_string(added->updated) + " updated, " +
                counted(list->rejected, "line") + " rejected.\n" + textOf(list->notes);
  return report;
}

/// What a student reads beside the code has little room.
std::string valueMistake(const std::string& text) {
  if (std::string mistake = textMistake(text); !mistake.empty()) return mistake;
  if (platform::toCodePoints(text).size() <= kLongestValue) return "";
  return "the value is longer than " + std::to_string(kLongestValue) +
         " characters. Make it shorter";
}

void addFileAndDryRun(Command command, std::string& file, bool& dryRun) {
  command.option("FILE", file, "A list: .csv, .txt or .xlsx").typeName("").required();
  command.flag("--dry-run", dryRun, "Only say what would happen; change nothing");
}

void addCodes(Command group, Asked& asked) {
  Command command =
      addCommand(group, asked, "codes", "Take a list of codes into stock, all of it or nothing",
                 "hallpass import codes codes.csv --pass azure-pass --redeem-by 2027-02-19");
  const auto arguments = std::make_shared<CodesArguments>();
  addFileAndDryRun(command, arguments->file, arguments->dryRun);
  command.option("--pass", arguments->passType, "What the codes are, such as azure-pass")
      .typeName("TYPE")
      .required();
  command.option("--course", arguments->course, "The course number they were bought for")
      .typeName("N")
      .check(textMistake);
  command.option("--order", arguments->order, "The number of the order")
      .typeName("N")
      .check(textMistake);
  command
      .option("--redeem-by", arguments->redeemBy,
              "Last day to redeem, where the file names none; until its end on the device")
      .typeName("DATE")
      .check(timeMistake);
  command
      .option("--value", arguments->value,
              "What a code is worth, for the students: \"about $100, 30 days\"")
      .typeName("TEXT")
      .check(valueMistake);
  command
      .option("--uses", arguments->uses,
              "Of codes that several students share: how many may use each")
      .typeName("N")
      .between(1, kMostUses);
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return importCodes(session, *arguments); };
  });
}

void addRoster(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "roster", "Add the students of a list to the class",
                               "hallpass import roster students.csv --dry-run");
  const auto arguments = std::make_shared<RosterArguments>();
  addFileAndDryRun(command, arguments->file, arguments->dryRun);
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return importRoster(session, *arguments); };
  });
}

}  // namespace

void addImportCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "import", "Take a list of codes, of students or of orders",
                           "hallpass import codes codes.csv --pass azure-pass --dry-run\n"
                           "  hallpass import roster students.csv\n"
                           "  hallpass import orders orders.csv");
  addCodes(group, asked);
  addRoster(group, asked);
  addImportOrdersCommand(group, asked);
}

}  // namespace hallpass
