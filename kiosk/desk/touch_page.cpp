#include "kiosk/desk/touch_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;
using platform::trc;

class TouchPage final : public DeskPage {
 public:
  TouchPage(const DeskTools& tools, std::function<void(int)> tried)
      : DeskPage(tools), tried_(std::move(tried)) {
    tried_(0);
  }

  [[nodiscard]] ScreenView view() const override { return TouchView{hit_}; }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act != Act::Press || intent.index >= hit_.size()) return StayHere{};
    hit_.at(intent.index) = true;
    const auto hits = static_cast<int>(std::count(hit_.begin(), hit_.end(), true));
    tried_(hits);
    return hits == kTouchTargets ? sayGood() : Step(StayHere{});
  }

 private:
  [[nodiscard]] Step sayGood() const {
    NoticeView view;
    view.screen = "touch-good";
    view.sign = Sign::Good;
    view.headline = tr("Every part of the screen answers");
    view.detail = tr("All nine targets were hit.");
    view.main = DeskButton{"done", trc("kiosk", "Done")};
    return ReplacePage{std::make_unique<NoticePage>(tools_, std::move(view))};
  }

  std::function<void(int)> tried_;
  TouchView::Hit hit_{};
};

}  // namespace

std::unique_ptr<DeskPage> touchPage(const DeskTools& tools, std::function<void(int hit)> tried) {
  return std::make_unique<TouchPage>(tools, std::move(tried));
}

}  // namespace hallpass
