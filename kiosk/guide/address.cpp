#include "kiosk/guide/guide.h"

namespace hallpass {

std::string shortAddress(std::string_view url) {
  if (url.starts_with("https://")) url.remove_prefix(8);
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

std::string withAddresses(std::string_view text, const std::vector<Address>& addresses) {
  std::string all(text);
  for (const Address& address : addresses) {
    const std::string mark = "{" + address.id + "}";
    const std::string shown = shortAddress(address.url);
    for (auto at = all.find(mark); at != all.npos; at = all.find(mark, at + shown.size())) {
      all.replace(at, mark.size(), shown);
    }
  }
  return all;
}

}  // namespace hallpass
