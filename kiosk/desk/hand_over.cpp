#include "kiosk/desk/hand_over.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/room/backup_export.h"
#include "kiosk/room/export_files.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::Result;
using platform::tr;
using platform::trc;
using platform::trn;

bool holdsCodes(const Parcel::Part& part) {
  return part.codes == CodesIn::Whole && canHoldCodes(part.kind);
}

std::unique_ptr<DeskPage> writtenNotice(const DeskTools& tools, const Parcel& parcel,
                                        const std::filesystem::path& stick) {
  const auto files = std::ssize(parcel.files) + (parcel.backup ? 1 : 0);
  NoticeView notice;
  notice.screen = "hand-over-written";
  notice.sign = Sign::Good;
  notice.headline =
      filled(trn("{n} file is on the stick {stick}", "{n} files are on the stick {stick}", files),
             {{"stick", stickName(stick)}});
  notice.detail = tr("You can pull it now.");
  const bool whole = std::any_of(parcel.parts.begin(), parcel.parts.end(), holdsCodes);
  if (whole || parcel.backup) {
    notice.detail = tr("You can pull it now. Whole codes are on it: keep it as you keep money.");
  }
  notice.main = DeskButton{"done", trc("kiosk", "Done")};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

std::unique_ptr<DeskPage> failedNotice(const DeskTools& tools, const Parcel& parcel,
                                       const std::string& why) {
  NoticeView notice;
  notice.screen = "hand-over-failed";
  notice.sign = Sign::Attention;
  notice.headline = tr("Nothing was handed over");
  notice.detail = why;
  if (!parcel.backup) notice.detail += std::string(" ") + tr("Nothing changed in this device.");
  notice.main = DeskButton{"again", tr("Try again")};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

Result<platform::Done, Refusal> record(const DeskTools& tools, const Parcel& parcel) {
  for (const Parcel::Part& part : parcel.parts) {
    auto recorded = tools.ledger.journal().recordExport(name(part.kind), part.lines,
                                                        holdsCodes(part), tools.role);
    if (!recorded) return recorded;
  }
  if (!parcel.backup) return platform::Done{};
  const auto before = tools.ledger.journal().page({}, 0, 0);
  if (!before) return before.error();
  return tools.ledger.journal().recordExport("backup", before->total + 1, true, tools.role);
}

LongWork writingWork() {
  LongWork work;
  work.title = tr("Writing onto the stick. Leave it where it is");
  work.cancels = false;
  return work;
}

/// The page that takes away again what stands on the stick, and says why.
std::unique_ptr<DeskPage> removingPage(const DeskTools& tools, const Parcel& parcel,
                                       const std::filesystem::path& stick, Refusal why) {
  LongWork work = writingWork();
  work.run = [tools, files = parcel.files, stick, why,
              appliance = applianceOf(tools)](platform::Worker::Job&) -> LongWork::Leads {
    const auto writable = appliance.writing(stick);
    removeExport(files, stick);
    return [tools, why]() -> Step { return ReplacePage{refusalPage(tools, why)}; };
  };
  return std::make_unique<WorkPage>(tools, std::move(work));
}

/// On the main thread, once every file stands.
Step finish(const DeskTools& tools, const Parcel& parcel, const std::filesystem::path& stick) {
  if (parcel.backup) return ReplacePage{writtenNotice(tools, parcel, stick)};
  const auto recorded = record(tools, parcel);
  if (recorded) return ReplacePage{writtenNotice(tools, parcel, stick)};
  return ReplacePage{removingPage(tools, parcel, stick, recorded.error())};
}

Step notCopied(const DeskTools& tools, OpenRefusal::Kind kind) {
  const bool busy = kind == OpenRefusal::Kind::Busy;
  return ReplacePage{refusalPage(tools, busy ? Refusal::Busy : Refusal::Failed)};
}

}  // namespace

std::string stickName(const std::filesystem::path& stick) {
  return platform::toUtf8(platform::toCodePoints(stick.filename().string()));
}

Result<Parcel, Refusal> pack(const DeskTools& tools, const std::vector<ExportKind>& wanted,
                             CodesIn codes, const std::filesystem::path& stick) {
  Parcel parcel;
  for (const ExportKind kind : wanted) {
    const auto files = makeExport(tools.ledger, tools.assets, {kind, codes, "", stick});
    if (!files) return files.error();
    parcel.parts.push_back({kind, codes, files->front().lines});
    parcel.files.insert(parcel.files.end(), files->begin(), files->end());
  }
  return parcel;
}

std::unique_ptr<DeskPage> writingPage(const DeskTools& tools, Parcel parcel,
                                      const std::filesystem::path& stick) {
  if (parcel.backup) {
    const auto recorded = record(tools, parcel);
    if (!recorded) return refusalPage(tools, recorded.error());
  }
  const auto shared = std::make_shared<const Parcel>(std::move(parcel));
  LongWork work = writingWork();
  work.run = [tools, shared, stick, file = tools.ledgerFile, appliance = applianceOf(tools),
              now = tools.clock.now()](platform::Worker::Job& job) -> LongWork::Leads {
    std::vector<ExportFile> files = shared->files;
    if (shared->backup) {
      auto copy = exportBackup(file, now);
      if (!copy) return [tools, kind = copy.error().kind] { return notCopied(tools, kind); };
      files.push_back(*std::move(copy));
    }
    const auto writable = appliance.writing(stick);
    const auto written = writeExport(files, stick, progressOf(job));
    return [tools, shared, stick, written]() -> Step {
      if (written) return finish(tools, *shared, stick);
      return ReplacePage{failedNotice(tools, *shared, writingSentence(written.error().why))};
    };
  };
  return std::make_unique<WorkPage>(tools, std::move(work));
}

}  // namespace hallpass
