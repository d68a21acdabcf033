#include "platform/os/network.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

namespace platform {
namespace {

/// The address as text; "" where nobody else could use it.
std::string textOf(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    // NOLINTNEXTLINE(*-old-style-cast): the macro's own.
    if (IN6_IS_ADDR_LINKLOCAL(&six.sin6_addr)) return "";
    ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace

std::vector<NetworkAddress> addressesIn(const ifaddrs* list) {
  std::vector<NetworkAddress> addresses;
  for (const ifaddrs* each = list; each != nullptr; each = each->ifa_next) {
    const bool up = (each->ifa_flags & IFF_UP) != 0 && (each->ifa_flags & IFF_LOOPBACK) == 0;
    if (!up || each->ifa_addr == nullptr) continue;
    if (std::string text = textOf(*each->ifa_addr); !text.empty()) {
      addresses.push_back({each->ifa_name, std::move(text)});
    }
  }
  return addresses;
}

std::vector<NetworkAddress> networkAddresses() {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return {};
  std::vector<NetworkAddress> addresses = addressesIn(list);
  ::freeifaddrs(list);
  return addresses;
}

}  // namespace platform
