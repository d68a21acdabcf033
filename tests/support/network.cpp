#include "tests/support/network.h"

#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "tests/support/process.h"

namespace tests {
namespace {

int ownNetwork() {
  const int descriptor = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
  require(descriptor >= 0, "the network of this thread");
  return descriptor;
}

void enter(int descriptor) { require(::setns(descriptor, CLONE_NEWNET) == 0, "setns"); }

/// Takes the interface `name` of the network that `socket` is of up or down.
void setUp(int socket, const std::string& name, bool up) {
  ifreq request{};
  name.copy(request.ifr_name, sizeof request.ifr_name - 1);
  require(::ioctl(socket, SIOCGIFFLAGS, &request) == 0, name);
  const int flags = up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
  request.ifr_flags = static_cast<short>(flags);
  require(::ioctl(socket, SIOCSIFFLAGS, &request) == 0, name);
}

int controlSocket() {
  const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  require(socket >= 0, "socket");
  return socket;
}

int tapOf(const std::string& name) {
  const int tap = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, htons(ETH_P_ALL));
  require(tap >= 0, "packet socket");
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = static_cast<int>(::if_nametoindex(name.c_str()));
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  require(::bind(tap, generic, sizeof address) == 0, "packet socket");
  return tap;
}

/// The bytes of the packets that wait at `tap`; 0 = none does.
std::int64_t waitingBytes(int tap) {
  std::int64_t bytes = 0;
  char some = 0;
  for (ssize_t size = 1; size > 0; bytes += size > 0 ? size : 0) {
    size = ::recv(tap, &some, 1, MSG_TRUNC);
  }
  return bytes;
}

std::string tryToMake() {
  if (::geteuid() != 0) return "only the administrator may make networks";
  try {
    const Network near;
    const Network far;
    const Cable cable(near, far, 0);
  } catch (const std::exception& error) {
    return std::string("no networks can be made here: ") + error.what();
  }
  return "";
}

}  // namespace

std::string Network::whyNot() {
  static const std::string why = tryToMake();
  return why;
}

Network::Network() {
  const int before = ownNetwork();
  if (::unshare(CLONE_NEWNET) != 0) {
    const int why = errno;
    ::close(before);
    errno = why;
    require(false, "unshare");
  }
  descriptor_ = ownNetwork();
  const int loopback = controlSocket();
  setUp(loopback, "lo", true);
  ::close(loopback);
  enter(before);
  ::close(before);
}

Network::~Network() { ::close(descriptor_); }

std::string Network::path() const {
  return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(descriptor_);
}

std::vector<std::string> Network::command(const std::vector<std::string>& words) const {
  std::vector<std::string> whole{"nsenter", "--net=" + path(), "--"};
  whole.insert(whole.end(), words.begin(), words.end());
  return whole;
}

Within::Within(const Network& network) : before_(ownNetwork()) { enter(network.descriptor_); }

Within::~Within() {
  (void)::setns(before_, CLONE_NEWNET);
  ::close(before_);
}

Cable::Cable(const Network& near, const Network& far, int number)
    : number_(number),
      nearName_("near" + std::to_string(number)),
      farName_("far" + std::to_string(number)) {
  runTool(near.command({"ip", "link", "add", nearName_, "type", "veth", "peer", "name", farName_,
                        "netns", far.path()}));
  makeEnd(near, nearName_, nearAddress());
  makeEnd(far, farName_, farAddress());
  {
    const Within inside(near);
    near_ = controlSocket();
    tap_ = tapOf(nearName_);
  }
  const Within inside(far);
  far_ = controlSocket();
}

Cable::~Cable() {
  for (const int socket : {near_, far_, tap_}) ::close(socket);
}

std::string Cable::address(int host) const {
  return "192.0.2." + std::to_string(4 * number_ + host);
}

void Cable::makeEnd(const Network& network, const std::string& name,
                    const std::string& address) const {
  runTool(network.command({"ip", "address", "add", address + "/30", "dev", name}));
  runTool(network.command({"ip", "link", "set", name, "up"}));
}

void Cable::cut(End end) {
  setUp(end == End::Near ? near_ : far_, end == End::Near ? nearName_ : farName_, false);
}

void Cable::mend() {
  setUp(near_, nearName_, true);
  setUp(far_, farName_, true);
}

bool Cable::carry(std::int64_t bytes, int ended) const {
  constexpr int kMinute = 60'000;
  (void)waitingBytes(tap_);
  while (bytes > 0) {
    std::array<pollfd, 2> waits{pollfd{tap_, POLLIN, 0}, pollfd{ended, POLLIN, 0}};
    if (::poll(waits.data(), waits.size(), kMinute) == 0) throw std::runtime_error("a quiet cable");
    if (waits[1].revents != 0) return false;
    bytes -= waitingBytes(tap_);
  }
  return true;
}

}  // namespace tests
