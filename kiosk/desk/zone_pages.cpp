#include "kiosk/desk/zone_pages.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/paging.h"
#include "platform/base/translation.h"
#include "platform/os/time_setting.h"

namespace hallpass {
namespace {

using platform::tr;

std::string regionOf(const std::string& zone) { return zone.substr(0, zone.find('/')); }

/// Lines of text, one of which is chosen.
class ChoosePage : public DeskPage {
 public:
  ChoosePage(const DeskTools& tools, std::string screen, std::string head,
             std::vector<std::string> lines)
      : DeskPage(tools),
        screen_(std::move(screen)),
        head_(std::move(head)),
        lines_(std::move(lines)) {}

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = screen_;
    view.title = tr("Time zone");
    TableView table;
    table.columns = {{head_, 1}};
    table.whenEmpty = tr("This machine knows no time zones.");
    paging_.put(table, lines_.size());
    for (std::size_t at = 0; at < table.page.count; ++at) {
      table.rows.push_back({{lines_[table.page.first + at]}});
    }
    view.table = std::move(table);
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Intent::Act::Back) return GoBack{};
    if (const auto at = paging_.opened(intent, lines_.size())) return choose(*at);
    paging_.handle(intent, lines_.size());
    return StayHere{};
  }

 protected:
  [[nodiscard]] virtual Step choose(std::size_t line) = 0;

 private:
  std::string screen_;
  std::string head_;
  std::vector<std::string> lines_;
  Paging paging_;
};

Step setZone(const DeskTools& tools, const std::string& zone) {
  const auto set = platform::setTimeZone(tools.machine->places.bus, zone);
  if (set) {
    recordDeed(tools, Event::ZoneSet, {{"zone", zone}});
    return GoBack{};
  }
  return sayTrouble(tools, tr("Time zone"), sentence(platform::MachinePart::Time, set.error()));
}

std::vector<std::string> placesOf(const std::vector<std::string>& zones) {
  std::vector<std::string> places;
  places.reserve(zones.size());
  for (const std::string& zone : zones) places.push_back(placeText(zone));
  return places;
}

/// The places of one part of the world.
class PlacePage final : public ChoosePage {
 public:
  PlacePage(const DeskTools& tools, std::vector<std::string> zones)
      : ChoosePage(tools, "zone-places", tr("Place with the same time"), placesOf(zones)),
        zones_(std::move(zones)) {}

 private:
  [[nodiscard]] Step choose(std::size_t line) override { return setZone(tools_, zones_[line]); }

  std::vector<std::string> zones_;
};

std::vector<std::string> regionsOf(const std::vector<std::string>& zones) {
  std::vector<std::string> regions;
  for (const std::string& zone : zones) {
    if (regions.empty() || regions.back() != regionOf(zone)) regions.push_back(regionOf(zone));
  }
  regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
  return regions;
}

class RegionPage final : public ChoosePage {
 public:
  RegionPage(const DeskTools& tools, std::vector<std::string> zones)
      : ChoosePage(tools, "zone", tr("Part of the world"), regionsOf(zones)),
        regions_(regionsOf(zones)),
        zones_(std::move(zones)) {}

 private:
  [[nodiscard]] Step choose(std::size_t line) override {
    std::vector<std::string> inside;
    std::copy_if(zones_.begin(), zones_.end(), std::back_inserter(inside),
                 [&](const std::string& zone) { return regionOf(zone) == regions_[line]; });
    if (inside.size() == 1) return setZone(tools_, inside.front());
    return ReplacePage{std::make_unique<PlacePage>(tools_, std::move(inside))};
  }

  std::vector<std::string> regions_;
  std::vector<std::string> zones_;
};

}  // namespace

std::string placeText(const std::string& zone) {
  const std::size_t slash = zone.find('/');
  std::string place;
  for (const char letter : slash == std::string::npos ? zone : zone.substr(slash + 1)) {
    if (letter == '/') {
      place += ", ";
    } else {
      place += letter == '_' ? ' ' : letter;
    }
  }
  return place;
}

std::unique_ptr<DeskPage> zonePage(const DeskTools& tools, std::vector<std::string> zones) {
  return std::make_unique<RegionPage>(tools, std::move(zones));
}

}  // namespace hallpass
