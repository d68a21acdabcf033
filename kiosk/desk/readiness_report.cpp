#include "kiosk/desk/readiness_report.h"

#include <memory>
#include <utility>

#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/room/export_files.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/status_report.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trc;

NoticeView reportNotice(Sign sign, const std::string& headline, const std::string& detail) {
  NoticeView view;
  view.screen = sign == Sign::Good ? "report-written" : "report-failed";
  view.sign = sign;
  view.headline = headline;
  view.detail = detail;
  view.main = DeskButton{"done", trc("kiosk", "Done")};
  return view;
}

/// On the worker's thread: the sentence says why the report is not on the stick; "" = it is.
std::string written(ExportFile report, const std::filesystem::path& stick,
                    const Appliance& appliance) {
  const auto writable = appliance.writing(stick);
  report.name = freeName(stick, report.name);
  const auto wrote = writeExport({std::move(report)}, stick);
  return wrote ? "" : writingSentence(wrote.error().why);
}

}  // namespace

Step writeReport(const DeskTools& tools, const Examination& found) {
  const auto sticks = tools.media.sticks();
  if (sticks.empty()) {
    return OpenPage{std::make_unique<NoticePage>(
        tools, reportNotice(Sign::Attention, tr("No stick is plugged in."),
                            tr("Plug one in, and write the report again.")))};
  }
  LongWork work;
  work.title = tr("Writing onto the stick. Leave it where it is");
  work.cancels = false;
  work.run = [tools, stick = sticks.front(), appliance = applianceOf(tools),
              report = readinessReport(found.checks, found.status, found.at)](
                 platform::Worker::Job& /*job*/) -> LongWork::Leads {
    return [tools, problem = written(report, stick, appliance)]() -> Step {
      return ReplacePage{std::make_unique<NoticePage>(
          tools, problem.empty()
                     ? reportNotice(Sign::Good, tr("The report is on the stick"),
                                    tr("You can pull it now."))
                     : reportNotice(Sign::Attention, tr("The report was not written"), problem))};
    };
  };
  return openWork(tools, std::move(work));
}

}  // namespace hallpass
