#include <algorithm>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/desk/leftovers.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/hash.h"

namespace hallpass {
namespace {

using platform::Result;

/// More than a code and what stands beside it take on a line.
constexpr std::size_t kBytesALine = 100;

struct ReturnArguments {
  std::int64_t batch = 0;
  std::string file;
};

Result<Batch, Complaint> findBatch(Ledger& ledger, std::int64_t id) {
  const auto batches = ledger.stock().batches();
  if (!batches) return complaint(batches.error());
  const auto found = std::find_if(batches->begin(), batches->end(),
                                  [&](const Batch& batch) { return batch.id == id; });
  if (found == batches->end()) return complaint(Refusal::UnknownBatch);
  return *found;
}

/// Only what an earlier return wrote is written over: most other lists of codes are the only one.
std::optional<Complaint> takenName(const std::string& file) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  if (!std::filesystem::exists(status)) return std::nullopt;
  if (!std::filesystem::is_regular_file(status)) {
    return complaint(platform::FileRefusal::NotAFile, file);
  }
  const auto content = platform::readFile(file, kMostFileBytes);
  if (content && content->starts_with(leftoversList({}))) return std::nullopt;
  return Complaint{"FileExists", "There is a file \"" + file +
                                     "\" already, and it is no list of returned codes. Choose "
                                     "another name."};
}

/// Tries out whether the file can be written where it is to lie: as many bytes as it will have, but
/// no code, under its name and a little more.
std::optional<Complaint> unwritable(const std::string& file, const Batch& batch) {
  const std::string trial = file + "." + platform::toHex(platform::randomKey()).substr(0, 8);
  const StockCount& count = batch.count;
  const std::int64_t lines = count.inStock + count.expired + count.returned + 1;
  const auto tried =
      platform::exportFile(trial, std::string(static_cast<std::size_t>(lines) * kBytesALine, ' '));
  std::error_code ignored;
  std::filesystem::remove(trial, ignored);
  if (!tried) return complaint(tried.error(), file);
  return std::nullopt;
}

/// In this order, no code is lost and none is in use twice: the folder can be written; the codes
/// are out of stock for good; they are in the file. What stops it in between leaves codes that are
/// out of stock, and the same command gives them again.
Answer returnBatch(Session& session, const ReturnArguments& arguments) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto batch = findBatch(**ledger, arguments.batch);
  if (!batch) return batch.error();
  if (auto why = takenName(arguments.file)) return *std::move(why);
  if (auto why = unwritable(arguments.file, *batch)) return *std::move(why);
  const auto codes = (*ledger)->stock().takeBack(arguments.batch, Role::Operator);
  if (!codes) return complaint(codes.error());
  const auto written = platform::exportFile(arguments.file, leftoversList(*codes));
  if (!written) {
    Complaint why = complaint(written.error(), arguments.file);
    why.done =
        "The codes are out of stock, but in no file yet. Run the command again, with another FILE "
        "if need be: it writes the same codes. The reason:";
    return why;
  }
  const auto number = std::ssize(*codes);
  return Report{{{"batch", arguments.batch}, {"returned", number}, {"file", arguments.file}},
                counted(number, "code") + " of batch " + std::to_string(arguments.batch) +
                    (number == 1 ? " is" : " are") + " in \"" + arguments.file +
                    "\" and out of stock for good. Another device takes them with: hallpass "
                    "import codes\n"};
}

std::string fileMistake(const std::string& text) {
  return text.empty() ? "name the file to write" : "";
}

}  // namespace

void addReturnCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "return", "Take what is left of a batch out of stock, into a file",
                 "hallpass return 3 --to /run/media/hallpass/STICK/left.csv");
  const auto arguments = std::make_shared<ReturnArguments>();
  command.option("BATCH", arguments->batch, "Its number, as hallpass batches says it")
      .typeName("")
      .required();
  command.option("--to", arguments->file, "The list to write, which import codes takes")
      .typeName("FILE")
      .required()
      .check(fileMistake);
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return returnBatch(session, *arguments); };
  });
}

}  // namespace hallpass
