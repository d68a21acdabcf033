#include "platform/os/grant.h"

#include <atomic>
#include <memory>

#include "tests/support/granting_service.h"
#include "tests/support/temporary_folder.h"

using platform::Grant;
using tests::GrantingService;
using namespace std::chrono_literals;

namespace {

/// Where a service lends one thing, and whether somebody has it.
struct Lender {
  tests::TemporaryFolder folder;
  std::filesystem::path socket = folder.path() / "socket";
  std::atomic<bool> lent = false;
  std::atomic<bool> willing = true;

  std::unique_ptr<GrantingService> service() {
    return std::make_unique<GrantingService>(
        socket, [this] { return willing && (lent = true); }, [this] { lent = false; });
  }
};

}  // namespace

TEST_CASE("what a service grants is this program's until the grant's end, and then no longer") {
  Lender lender;
  const auto service = lender.service();
  {
    const Grant grant(lender.socket, "the ladder");
    CHECK(grant.granted());
    CHECK(lender.lent);
  }
  CHECK_FALSE(lender.lent);
  { const Grant again(lender.socket, "the bucket"); }
  CHECK(service->asked() == std::vector<std::string>{"the ladder", "the bucket"});
}

TEST_CASE("a service that refuses grants nothing, and nobody waits for it") {
  Lender lender;
  lender.willing = false;
  const auto service = lender.service();
  const Grant grant(lender.socket, "the ladder", 1h);
  CHECK_FALSE(grant.granted());
}

TEST_CASE("where no service listens, nothing is granted, and nobody waits for it") {
  const Lender lender;
  CHECK_FALSE(Grant(lender.socket, "the ladder", 1h).granted());
  CHECK_FALSE(Grant(std::string(200, 'x'), "the ladder", 1h).granted());
}

TEST_CASE("a service that never answers grants nothing, and is not waited for longer than that") {
  Lender lender;
  const int silent = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  lender.socket.string().copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
  const auto* bytes = reinterpret_cast<const sockaddr*>(&address);  // NOLINT(*-reinterpret-cast)
  REQUIRE(::bind(silent, bytes, sizeof address) == 0);
  REQUIRE(::listen(silent, 8) == 0);
  CHECK_FALSE(Grant(lender.socket, "the ladder", 20ms).granted());
  ::close(silent);
}
