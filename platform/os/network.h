#pragma once

#include <string>
#include <vector>

struct ifaddrs;

namespace platform {

/// An address under which the machine could be reached.
struct NetworkAddress {
  std::string interface;  ///< "eth0"
  std::string address;    ///< "192.168.7.20", "2001:db8::7"
  friend bool operator==(const NetworkAddress&, const NetworkAddress&) = default;
};

/// Those of this machine, as the kernel lists them. Not those that only the machine itself, or
/// nobody beyond its own cable, can reach.
[[nodiscard]] std::vector<NetworkAddress> networkAddresses();

/// The same of `list`, as getifaddrs(3) makes it.
[[nodiscard]] std::vector<NetworkAddress> addressesIn(const ifaddrs* list);

}  // namespace platform
