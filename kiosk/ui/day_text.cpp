#include "kiosk/ui/day_text.h"

#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {

std::string dayText(platform::UtcTime time) {
  // TRANSLATORS: a day and its time, "Mon 23 Nov, 09:30": letters of Unicode LDML
  return platform::timeText(time, platform::tr("EEE d MMM, HH:mm"));
}

}  // namespace hallpass
