#include "tests/kiosk/depot/postgres.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "kiosk/depot/venue.h"

namespace tests {
namespace {

int freePort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket, generic, size) != 0 || ::getsockname(socket, generic, &size) != 0) {
    throw std::runtime_error("no free port");
  }
  ::close(socket);
  return ntohs(address.sin_port);
}

/// As the user postgres where this is root, and gone when this program is.
std::vector<std::string> asServer(const std::vector<std::string>& command) {
  std::vector<std::string> whole;
  if (::geteuid() == 0) {
    whole = {"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups",
             "--pdeathsig=KILL"};
  }
  whole.insert(whole.end(), command.begin(), command.end());
  return whole;
}

/// Reads what a server says until it says that it is ready; then goes on reading in a thread, for
/// a full pipe would stop it.
void awaitReady(int descriptor) {
  std::string said;
  char byte = 0;
  while (said.find("ready to accept") == std::string::npos) {
    if (::read(descriptor, &byte, 1) != 1) throw std::runtime_error("no server: " + said);
    said += byte;
  }
}

void drain(int descriptor) {
  char bytes[4096];
  while (::read(descriptor, bytes, sizeof bytes) > 0) {
  }
  ::close(descriptor);
}

}  // namespace

std::string Postgres::bin(const std::string& program) {
  static const std::string folder = [] {
    if (const char* given = std::getenv("HALLPASS_POSTGRES")) return std::string(given);
    std::string said = runToEnd({{"pg_config", "--bindir"}}).output;
    while (said.ends_with('\n')) said.pop_back();
    return said;
  }();
  return folder + "/" + program;
}

void Postgres::run(const std::vector<std::string>& command) { runTool(asServer(command)); }

void Postgres::own(const std::filesystem::path& folder) {
  if (::geteuid() != 0) return;
  const passwd* user = ::getpwnam("postgres");
  if (user == nullptr || ::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("no user postgres: install the package postgresql");
  }
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (::chown(file.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
      throw std::runtime_error("cannot give away " + file.path().string());
    }
  }
}

void Postgres::makeCluster(const std::filesystem::path& data) {
  run({bin("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8"});
}

/// A program that runs one test makes one; where more are wanted, copying is ten times as quick.
void Postgres::makeAnother() {
  static int made = 0;
  if (++made == 1) return makeCluster(data_);
  static const TemporaryFolder kept;
  const auto empty = kept.path() / "data";
  if (!std::filesystem::exists(empty)) {
    own(kept.path());
    makeCluster(empty);
  }
  run({"cp", "-a", empty, data_});
}

Postgres::Postgres(const std::vector<std::string>& settings, int port)
    : data_((folder_.path() / "data").string()), port_(port) {
  own(folder_.path());
  makeAnother();
  start(settings);
}

Postgres::Postgres(const Postgres& primary, const std::string& name,
                   const std::vector<std::string>& settings, int port)
    : data_((folder_.path() / "data").string()), port_(port) {
  own(folder_.path());
  run({bin("pg_basebackup"), "-D", data_, "-R", "--no-sync", "-c", "fast", "-d",
       primary.address() + " application_name=" + name});
  start(settings);
}

Postgres::~Postgres() { kill(); }

std::string Postgres::address(const std::string& database, const std::string& user) const {
  return "host=127.0.0.1 port=" + std::to_string(port_) + " user=" + user + " dbname=" + database;
}

void Postgres::start(const std::vector<std::string>& settings) {
  port_ = port_ == 0 ? freePort() : port_;
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::vector<std::string> command{bin("postgres"),
                                   "-D",
                                   data_,
                                   "-p",
                                   std::to_string(port_),
                                   "-c",
                                   "listen_addresses=127.0.0.1",
                                   "-c",
                                   "unix_socket_directories=",
                                   "-c",
                                   "fsync=off"};
  for (const std::string& setting : settings) {
    command.emplace_back("-c");
    command.push_back(setting);
  }
  server_ = std::make_unique<Process>(Launch{asServer(command), {}, ends[1], ends[1]});
  ::close(ends[1]);
  awaitReady(ends[0]);
  log_ = std::thread(drain, ends[0]);
}

void Postgres::kill() {
  if (!server_) return;
  // The server's own children end by themselves when it is gone.
  server_->kill();
  server_.reset();
  if (log_.joinable()) log_.join();
}

void Postgres::promote() { run({bin("pg_ctl"), "promote", "-w", "-D", data_}); }

void Postgres::waitFor(const std::string& standby) {
  hallpass::Connection admin(address());
  if (!admin.call("ALTER SYSTEM SET synchronous_standby_names = '" + standby + "'") ||
      !admin.call("SELECT pg_reload_conf()")) {
    throw std::runtime_error(admin.problem());
  }
  const auto follows = [&] {
    return admin.call("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
  };
  for (auto rows = follows(); rows && rows->count() == 0;) rows = follows();
}

void Postgres::admit(const std::string& lines) {
  std::ofstream(data_ + "/pg_hba.conf") << lines;
  hallpass::Connection admin(address());
  if (!admin.call("SELECT pg_reload_conf()")) throw std::runtime_error(admin.problem());
}

std::string Postgres::makeDepot(const std::string& name) {
  hallpass::Connection admin(address());
  if (!admin.call("CREATE DATABASE " + name)) throw std::runtime_error(admin.problem());
  hallpass::Connection owner(address(name));
  if (!hallpass::Venue(owner).init(DEPOT_ASSETS)) throw std::runtime_error(owner.problem());
  return name;
}

}  // namespace tests
