#include "platform/os/network.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <deque>
#include <string>

#include "tests/support/catch.h"

namespace {

/// A list as getifaddrs(3) makes it.
class Interfaces {
 public:
  void add(const std::string& name, const std::string& address, unsigned flags = IFF_UP) {
    names_.push_back(name);
    addresses_.emplace_back();
    entries_.emplace_back();
    const bool six = address.find(':') != std::string::npos;
    auto& four = reinterpret_cast<sockaddr_in&>(addresses_.back());
    auto& long6 = reinterpret_cast<sockaddr_in6&>(addresses_.back());
    addresses_.back().ss_family = six ? AF_INET6 : AF_INET;
    REQUIRE(::inet_pton(six ? AF_INET6 : AF_INET, address.c_str(),
                        six ? static_cast<void*>(&long6.sin6_addr) : &four.sin_addr) == 1);
    entries_.back().ifa_name = names_.back().data();
    entries_.back().ifa_flags = flags;
    entries_.back().ifa_addr = reinterpret_cast<sockaddr*>(&addresses_.back());
    if (entries_.size() > 1) entries_[entries_.size() - 2].ifa_next = &entries_.back();
  }
  [[nodiscard]] std::vector<platform::NetworkAddress> seen() const {
    return platform::addressesIn(entries_.empty() ? nullptr : &entries_.front());
  }

 private:
  std::deque<std::string> names_;
  std::deque<sockaddr_storage> addresses_;
  std::deque<ifaddrs> entries_;
};

using Addresses = std::vector<platform::NetworkAddress>;

}  // namespace

TEST_CASE("addresses of either kind are told with their interface") {
  Interfaces interfaces;
  interfaces.add("eth0", "192.168.7.20");
  interfaces.add("wlan0", "2001:db8::7");
  CHECK(interfaces.seen() == Addresses{{"eth0", "192.168.7.20"}, {"wlan0", "2001:db8::7"}});
}

TEST_CASE("what nobody else can reach is no address") {
  Interfaces interfaces;
  interfaces.add("lo", "127.0.0.1", IFF_UP | IFF_LOOPBACK);
  interfaces.add("eth0", "192.168.7.20", 0);
  interfaces.add("eth1", "fe80::1");
  CHECK(interfaces.seen().empty());
  CHECK(Interfaces().seen().empty());
}
