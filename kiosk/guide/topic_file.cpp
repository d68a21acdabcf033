#include "kiosk/guide/guide_files.h"

namespace hallpass {

GuideTopic readTopic(const toml::table& content, const Known& known, Mistakes& mistakes) {
  GuideTable file(AssetTable(content, mistakes), known);
  GuideTopic topic;
  topic.title = file.words("title", kLongestTitle);
  topic.lead = file.words("lead", kLongestSentence);
  topic.guides = file.guides(Presence::Optional);
  topic.place = file.plain().number("place", 1, kLastPlace).value_or(kLastPlace);
  topic.steps = readSteps(file, 1);
  file.plain().refuseOtherKeys();
  return topic;
}

}  // namespace hallpass
