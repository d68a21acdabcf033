#include "kiosk/desk/work_page.h"

#include <utility>

#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;
using platform::Worker;

WorkPage::WorkPage(DeskTools tools, LongWork work)
    : DeskPage(tools),
      title_(std::move(work.title)),
      cancels_(work.cancels),
      alone_(work.alone),
      ended_(std::make_shared<std::optional<LongWork::Leads>>()) {
  job_ = tools_.worker.start([run = std::move(work.run), ended = ended_](Worker::Job& job) {
    return Worker::Finish([leads = run(job), ended] { *ended = leads; });
  });
}

WorkPage::~WorkPage() {
  if (cancels_) job_->cancel();
}

ScreenView WorkPage::view() const {
  WorkingView view;
  view.title = job_->cancelled() ? tr("Stopping ...") : title_;
  view.done = job_->done();
  view.total = job_->total();
  view.cancels = cancels_ && !job_->cancelled();
  return view;
}

Step WorkPage::handle(const Intent& intent) {
  const bool stops = intent.act == Intent::Act::Other || intent.act == Intent::Act::Back;
  if (stops && cancels_) job_->cancel();
  return StayHere{};
}

Step WorkPage::next() {
  if (!*ended_) return StayHere{};
  const LongWork::Leads leads =
      **std::exchange(ended_, std::make_shared<std::optional<LongWork::Leads>>());
  return leads ? leads() : Step(GoBack{});
}

Progress progressOf(Worker::Job& job) {
  return [&job](std::int64_t done, std::int64_t total) { return job.progress(done, total); };
}

Step openWork(const DeskTools& tools, LongWork work) {
  return OpenPage{std::make_unique<WorkPage>(tools, std::move(work))};
}

}  // namespace hallpass
