#include "tests/support/cut_line.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "tests/support/process.h"

namespace tests {
namespace {

sockaddr_in onLoopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int newSocket() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  require(socket >= 0, "socket");
  return socket;
}

void atOnce(int socket) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void shut(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

CutLine::CutLine(int serverPort) : serverPort_(serverPort), listener_(newSocket()) {
  sockaddr_in address = onLoopback(0);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  require(::bind(listener_, generic, size) == 0 && ::listen(listener_, 4) == 0 &&
              ::getsockname(listener_, generic, &size) == 0,
          "a port of the loopback");
  port_ = ntohs(address.sin_port);
  wake_ = ::eventfd(0, EFD_CLOEXEC);
  require(wake_ >= 0, "eventfd");
  thread_ = std::thread([this] { serve(); });
}

CutLine::~CutLine() {
  const std::uint64_t one = 1;
  (void)!::write(wake_, &one, sizeof one);
  thread_.join();
  drop();
  shut(listener_);
  shut(wake_);
}

void CutLine::cut(const Cut& cut) {
  const std::lock_guard lock(mutex_);
  cut_ = cut;
}

bool CutLine::wasCut() const {
  const std::lock_guard lock(mutex_);
  return !cut_;
}

void CutLine::delay(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  piece_ = bytes;
}

std::vector<CutLine::Turn> CutLine::turns() const {
  const std::lock_guard lock(mutex_);
  return turns_;
}

void CutLine::serve() {
  for (;;) {
    std::array<pollfd, 4> waits{pollfd{wake_, POLLIN, 0}, pollfd{listener_, POLLIN, 0},
                                pollfd{client_, POLLIN, 0}, pollfd{server_, POLLIN, 0}};
    if (::poll(waits.data(), waits.size(), -1) < 0) continue;
    if (waits[0].revents != 0) return;
    if (waits[2].revents != 0) carry(Way::Request);
    if (waits[3].revents != 0 && server_ >= 0) carry(Way::Answer);
    if (waits[1].revents != 0) accept();
  }
}

void CutLine::accept() {
  drop();
  client_ = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  server_ = newSocket();
  const sockaddr_in address = onLoopback(serverPort_);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (client_ < 0 || ::connect(server_, generic, sizeof address) != 0) return drop();
  atOnce(client_);
  atOnce(server_);
  silent_ = false;
  answered_ = true;
  const std::lock_guard lock(mutex_);
  turns_.clear();
}

void CutLine::carry(Way way) {
  const int from = way == Way::Request ? client_ : server_;
  std::array<char, 65536> bytes{};
  const ssize_t got = ::recv(from, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (got <= 0) return drop();
  if (silent_) return;
  const auto size = static_cast<std::size_t>(got);
  const std::size_t through = count(way, size);
  pass(way == Way::Request ? server_ : client_, bytes.data(), through);
  if (through < size && !silent_) drop();
}

std::size_t CutLine::count(Way way, std::size_t size) {
  const std::lock_guard lock(mutex_);
  if (way == Way::Request && std::exchange(answered_, false)) turns_.emplace_back();
  if (way == Way::Answer) answered_ = true;
  if (turns_.empty()) turns_.emplace_back();
  std::int64_t& carried = way == Way::Request ? turns_.back().request : turns_.back().answer;
  const std::int64_t before = std::exchange(carried, carried + static_cast<std::int64_t>(size));
  if (!cut_ || cut_->way != way || cut_->turn + 1 != std::ssize(turns_)) return size;
  if (carried <= cut_->after) return size;
  silent_ = cut_->loss == Loss::Silent;
  const std::int64_t after = cut_->after;
  cut_.reset();
  return static_cast<std::size_t>(std::max<std::int64_t>(0, after - before));
}

void CutLine::pass(int to, const char* bytes, std::size_t size) const {
  std::size_t piece = 0;
  {
    const std::lock_guard lock(mutex_);
    piece = piece_;
  }
  for (std::size_t done = 0; done < size;) {
    if (piece > 0) (void)::poll(nullptr, 0, 1);
    const std::size_t most = piece > 0 ? std::min(piece, size - done) : size - done;
    const ssize_t sent = ::send(to, bytes + done, most, MSG_NOSIGNAL);
    if (sent <= 0) return;
    done += static_cast<std::size_t>(sent);
  }
}

void CutLine::drop() {
  shut(client_);
  shut(server_);
}

}  // namespace tests
