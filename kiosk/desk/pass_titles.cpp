#include "kiosk/desk/pass_titles.h"

#include "kiosk/guide/guide.h"

namespace hallpass {

PassTitles::PassTitles(const std::filesystem::path& assets) {
  for (const std::string& id : passTypeIds(assets)) {
    if (const auto type = loadPassType(assets, id)) titles_[id] = type->title;
  }
}

std::string PassTitles::of(const std::string& id) const {
  const auto known = titles_.find(id);
  return known == titles_.end() ? id : known->second;
}

}  // namespace hallpass
