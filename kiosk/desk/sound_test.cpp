#include "kiosk/desk/sound_test.h"

#include <memory>
#include <string>
#include <utility>

#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/work_page.h"
#include "platform/base/translation.h"
#include "platform/os/tone.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trc;

/// Only a person can tell whether the tones came out.
Step askHeard(const DeskTools& tools, const std::function<void(bool)>& heard) {
  NoticeView view;
  view.screen = "heard";
  view.headline = tr("Did you hear three tones?");
  view.detail = tr("They come from the loudspeaker of this device, or from its headphones.");
  view.other = DeskButton{"no", tr("No")};
  view.main = DeskButton{"yes", trc("kiosk", "Yes")};
  const auto answer = [heard](bool yes) {
    return [heard, yes] {
      heard(yes);
      return Step(GoBack{});
    };
  };
  return ReplacePage{
      std::make_unique<NoticePage>(tools, std::move(view), answer(true), answer(false))};
}

}  // namespace

Step soundTest(const DeskTools& tools, const std::function<void(bool)>& heard) {
  LongWork work;
  work.title = tr("Three tones are played: listen");
  work.cancels = false;
  const std::string card = tools.machine ? tools.machine->places.mixer : "default";
  work.run = [tools, heard, card](platform::Worker::Job& /*job*/) -> LongWork::Leads {
    return [tools, heard, played = platform::playTones(card)]() -> Step {
      if (played) return askHeard(tools, heard);
      NoticeView view;
      view.screen = "no-tones";
      view.sign = Sign::Attention;
      view.headline = tr("No tone could be played");
      view.detail = platform::sentence(platform::MachinePart::Volume, played.error());
      view.main = DeskButton{"back", tr("Back")};
      return ReplacePage{std::make_unique<NoticePage>(tools, std::move(view))};
    };
  };
  return openWork(tools, std::move(work));
}

}  // namespace hallpass
