#include "kiosk/depot/dialling.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <string_view>

namespace hallpass {
namespace {

using Clock = std::chrono::steady_clock;

/// As libpq has it: a connection takes two seconds at least.
constexpr int kShortestTry = 2;

/// "" where it is not set.
std::string valueOf(const PqSettings& settings, std::string_view name) {
  std::string value;
  for (const auto& [key, text] : settings) {
    if (key == name) value = text;  // The last one counts.
  }
  return value;
}

std::vector<std::string> listOf(const std::string& value) {
  std::vector<std::string> items;
  if (value.empty()) return items;
  std::size_t from = 0;
  for (auto end = value.find(','); end != std::string::npos; end = value.find(',', from)) {
    items.push_back(value.substr(from, end - from));
    from = end + 1;
  }
  items.push_back(value.substr(from));
  return items;
}

/// The item of `list` for the host number `at`: one of one item is for all.
void put(PqSettings& settings, const char* name, const std::vector<std::string>& list,
         std::size_t at) {
  if (list.size() == 1) settings.emplace_back(name, list.front());
  if (list.size() > 1 && at < list.size()) settings.emplace_back(name, list[at]);
}

/// nullopt: as long as it takes.
std::optional<Clock::time_point> latest(const PqSettings& settings) {
  const std::string text = valueOf(settings, "connect_timeout");
  int seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (seconds <= 0) return std::nullopt;
  return Clock::now() + std::chrono::seconds(std::max(seconds, kShortestTry));
}

/// For poll(): -1 = without a limit.
int millisecondsUntil(const std::optional<Clock::time_point>& until) {
  if (!until) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
}

}  // namespace

std::vector<PqSettings> triesOf(const PqSettings& settings) {
  const auto hosts = listOf(valueOf(settings, "host"));
  const auto addresses = listOf(valueOf(settings, "hostaddr"));
  const auto ports = listOf(valueOf(settings, "port"));
  const std::size_t count = std::max(hosts.size(), addresses.size());
  if (count <= 1) return {settings};
  std::vector<PqSettings> tries(count);
  for (std::size_t at = 0; at < count; ++at) {
    std::copy_if(settings.begin(), settings.end(), std::back_inserter(tries[at]),
                 [](const auto& one) {
                   return one.first != "host" && one.first != "hostaddr" && one.first != "port";
                 });
    put(tries[at], "host", hosts, at);
    put(tries[at], "hostaddr", addresses, at);
    put(tries[at], "port", ports, at);
  }
  return tries;
}

pg_conn* dial(const PqSettings& settings, const platform::Interruption* ends) {
  std::vector<const char*> names;
  std::vector<const char*> values;
  for (const auto& [name, value] : settings) {
    names.push_back(name.c_str());
    values.push_back(value.c_str());
  }
  names.push_back(nullptr);
  values.push_back(nullptr);
  const auto until = latest(settings);
  pg_conn* const connection = PQconnectStartParams(names.data(), values.data(), 0);
  if (PQstatus(connection) == CONNECTION_BAD) return connection;
  // As the library's page says: the first wait is for writing.
  for (auto next = PGRES_POLLING_WRITING; next != PGRES_POLLING_OK;) {
    if (next == PGRES_POLLING_FAILED) break;
    const int events = next == PGRES_POLLING_WRITING ? POLLOUT : POLLIN;
    if (!awaitSocket(connection, events, until, ends)) break;
    next = PQconnectPoll(connection);
  }
  return connection;
}

bool awaitSocket(pg_conn* connection, int events, std::optional<Clock::time_point> until,
                 const platform::Interruption* ends) {
  const int asked = ends == nullptr ? -1 : ends->descriptor();
  std::array<pollfd, 2> waits{pollfd{PQsocket(connection), static_cast<short>(events), 0},
                              pollfd{asked, POLLIN, 0}};
  for (;;) {
    if (ends != nullptr && ends->asked()) return false;
    const int ready = ::poll(waits.data(), waits.size(), millisecondsUntil(until));
    if (ready == 0 || (ready < 0 && errno != EINTR)) return false;
    if (waits[0].revents != 0) return true;
  }
}

}  // namespace hallpass
