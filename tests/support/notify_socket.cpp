#include "tests/support/notify_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace tests {

NotifySocket::NotifySocket(const std::filesystem::path& folder) : path_(folder / "notify") {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path_.string();
  if (name.size() >= sizeof address.sun_path) throw std::runtime_error("too long: " + name);
  name.copy(address.sun_path, name.size());
  descriptor_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot make the socket " + name);
  }
}

NotifySocket::~NotifySocket() { close(descriptor_); }

std::vector<std::pair<std::string, std::string>> NotifySocket::environment(
    std::chrono::milliseconds limit) const {
  return {{"NOTIFY_SOCKET", path_.string()},
          {"WATCHDOG_USEC", std::to_string(std::chrono::microseconds(limit).count())}};
}

std::optional<std::string> NotifySocket::next(std::chrono::milliseconds limit) const {
  pollfd wait{descriptor_, POLLIN, 0};
  if (poll(&wait, 1, static_cast<int>(limit.count())) <= 0) return std::nullopt;
  std::array<char, 4096> buffer{};
  const ssize_t count = recv(descriptor_, buffer.data(), buffer.size(), 0);
  if (count < 0) return std::nullopt;
  return std::string(buffer.data(), static_cast<std::size_t>(count));
}

bool NotifySocket::waitFor(const std::string& message, std::chrono::milliseconds limit) const {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    if (next(left) == message) return true;
  }
}

int NotifySocket::count(const std::string& message) const {
  int seen = 0;
  while (const auto said = next(std::chrono::milliseconds(0))) seen += *said == message ? 1 : 0;
  return seen;
}

}  // namespace tests
