#include "platform/os/grant.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace platform {
namespace {

using Clock = std::chrono::steady_clock;

/// -1 = nobody listens there.
int connectedTo(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.sun_path) return -1;
  name.copy(static_cast<char*>(address.sun_path), name.size());
  const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto* plain = reinterpret_cast<const sockaddr*>(&address);  // NOLINT(*-reinterpret-cast)
  if (made >= 0 && ::connect(made, plain, sizeof address) == 0) return made;
  if (made >= 0) ::close(made);
  return -1;
}

/// Until something can be read, or the other end is closed; false where neither came in time.
bool comes(int connection, Clock::time_point end) {
  int count = -1;
  do {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd wait{connection, POLLIN, 0};
    count = ::poll(&wait, 1, left > 0 ? static_cast<int>(left) : 0);
  } while (count < 0 && errno == EINTR);
  return count > 0;
}

}  // namespace

Grant::Grant(const std::filesystem::path& socket, std::string_view line,
             std::chrono::milliseconds patience)
    : connection_(connectedTo(socket.string())), patience_(patience) {
  if (connection_ < 0) return;
  const std::string asked = std::string(line) + "\n";
  const ssize_t sent = ::send(connection_, asked.data(), asked.size(), MSG_NOSIGNAL);
  granted_ = sent == std::ssize(asked) && hears();
}

Grant::~Grant() {
  if (connection_ < 0) return;
  ::shutdown(connection_, SHUT_WR);
  while (hears()) {  // what came late; then the service's end closes.
  }
  ::close(connection_);
}

/// Whether the service says something, and does not close its end.
bool Grant::hears() const {
  char piece = '\0';
  if (!comes(connection_, Clock::now() + patience_)) return false;
  return ::recv(connection_, &piece, 1, 0) > 0;
}

}  // namespace platform
