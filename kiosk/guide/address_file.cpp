#include <algorithm>

#include "kiosk/guide/guide_files.h"

namespace hallpass {

bool isHttpsAddress(std::string_view site) {
  constexpr std::string_view scheme = "https://";
  if (!site.starts_with(scheme)) return false;
  const std::string_view rest = site.substr(scheme.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool plain =
      std::all_of(site.begin(), site.end(), [](char c) { return c > ' ' && c < 127; });
  return plain && host.find('.') != host.npos && host.front() != '.' && host.back() != '.';
}

std::vector<Address> readAddresses(const toml::table& content, Mistakes& mistakes) {
  const Known nothing;
  GuideTable file(AssetTable(content, mistakes), nothing);
  std::vector<Address> addresses;
  std::vector<std::string> ids;
  for (GuideTable& table : file.tables("addresses")) {
    Address address;
    address.id = table.id(ids);
    address.title = table.plain().text("title", kLongestTitle);
    address.url = table.plain().text("url", kLongestAddress);
    if (!address.url.empty() && !isHttpsAddress(address.url)) {
      table.plain().mistake("url",
                            "must be an address such as https://www.example.org/. Begin it with "
                            "https:// and write it without spaces.");
    }
    table.plain().refuseOtherKeys();
    addresses.push_back(std::move(address));
  }
  file.plain().refuseOtherKeys();
  return addresses;
}

}  // namespace hallpass
