#include "kiosk/depot/connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hallpass {
namespace {

using Setting = std::pair<const char*, const char*>;

/// What the address may say otherwise. Seconds, but for tcp_user_timeout: milliseconds.
constexpr std::array kDefaults{
    Setting{"connect_timeout", "5"},         Setting{"keepalives_idle", "10"},
    Setting{"keepalives_interval", "5"},     Setting{"keepalives_count", "3"},
    Setting{"tcp_user_timeout", "20000"},    Setting{"target_session_attrs", "read-write"},
    Setting{"application_name", "hallpass"}, Setting{"client_encoding", "UTF8"}};

constexpr std::string_view kPassfile = "password retrieved from file";

/// What libpq says where the server's certificate is not the one that the address demands.
constexpr std::array<std::string_view, 4> kUntrusted{"certificate verify failed",
                                                     "does not match host name", "root certificate",
                                                     "does not support SSL"};

/// What it says, or hands on from the server, where this kiosk's proof is not taken.
constexpr std::array<std::string_view, 6> kNotAllowed{"certificate",           "private key",
                                                      "authentication failed", "no password",
                                                      "pg_hba.conf",           "alert unknown ca"};

struct OptionsFreer {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsFreer>;

/// What was said, without line ends.
std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string inQuotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string hexText(std::string_view bytes) {
  return "\\x" + platform::toHex(
                     std::span(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

std::string listText(const std::vector<std::string>& quotedOnes) {
  std::string text = "{";
  for (const std::string& one : quotedOnes) text += (text.size() > 1 ? "," : "") + one;
  return text + "}";
}

/// The same of a connection that was not made, without the line that says which file the password
/// is from. Of one that was given up, libpq says no more than where it goes.
std::string troubleOf(const pg_conn* connection) {
  std::string text = PQerrorMessage(connection);
  for (auto at = text.find(kPassfile); at != std::string::npos; at = text.find(kPassfile)) {
    text.erase(at, text.find('\n', at) - at);
  }
  if (PQstatus(connection) != CONNECTION_BAD) text += "no answer in time";
  return oneLine(std::move(text));
}

/// Why a connection was not made. libpq says it in words alone, and in English unless the program
/// sets a locale; words that are not here may be a matter of the network.
DepotRefusal whyNot(std::string_view trouble) {
  const auto isOf = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return trouble.find(word) != std::string_view::npos;
    });
  };
  if (isOf(kUntrusted)) return DepotRefusal::Untrusted;
  return isOf(kNotAllowed) ? DepotRefusal::NotAllowed : DepotRefusal::Unreachable;
}

/// By SQLSTATE: the server is going, or this is not the primary: another try may find one.
bool isPassing(std::string_view state) {
  return state.starts_with("08") || state.starts_with("57P") || state.starts_with("40") ||
         state.starts_with("53") || state == "25006";
}

}  // namespace

void Rows::Clearer::operator()(pg_result* result) const { PQclear(result); }

Rows::Rows(pg_result* result) : result_(result) {}

int Rows::count() const { return PQntuples(result_.get()); }

std::string Rows::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const {
  const std::string digits = text(row, column);
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool Rows::isNull(int row, int column) const {
  return PQgetisnull(result_.get(), row, column) == 1;
}

std::string Rows::bytes(int row, int column) const {
  std::size_t size = 0;
  const char* value = PQgetvalue(result_.get(), row, column);
  unsigned char* plain = PQunescapeBytea(reinterpret_cast<const unsigned char*>(value), &size);
  if (plain == nullptr) return "";
  std::string bytes(reinterpret_cast<char*>(plain), size);
  PQfreemem(plain);
  return bytes;
}

platform::Hash Rows::hash(int row, int column) const {
  const std::string given = bytes(row, column);
  platform::Hash hash{};
  if (given.size() == hash.size()) std::copy(given.begin(), given.end(), hash.begin());
  return hash;
}

std::vector<std::string> Rows::list(int row, int column) const {
  std::vector<std::string> items;
  std::string item;
  for (const char c : text(row, column)) {
    if (c == '{') continue;
    if (c != ',' && c != '}') {
      item += c;
    } else if (!item.empty()) {
      items.push_back(std::exchange(item, ""));
    }
  }
  return items;
}

Parameters& Parameters::add(std::string text) {
  values_.emplace_back(std::move(text));
  return *this;
}

Parameters& Parameters::addNull() {
  values_.emplace_back(std::nullopt);
  return *this;
}

Parameters& Parameters::addBytes(std::string_view bytes) { return add(hexText(bytes)); }

Parameters& Parameters::addBytes(const platform::Hash& hash) {
  return addBytes(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

Parameters& Parameters::addList(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  all.reserve(texts.size());
  for (const std::string& text : texts) all.push_back(inQuotes(text));
  return add(listText(all));
}

Parameters& Parameters::addBytesList(const std::vector<std::string>& all) {
  std::vector<std::string> texts;
  texts.reserve(all.size());
  for (const std::string& bytes : all) texts.push_back(hexText(bytes));
  return addList(texts);
}

Parameters& Parameters::addOptionals(const std::vector<std::optional<std::int64_t>>& numbers) {
  std::vector<std::string> texts;
  texts.reserve(numbers.size());
  for (const auto& number : numbers) texts.push_back(number ? std::to_string(*number) : "NULL");
  return add(listText(texts));
}

void Connection::Closer::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(std::string address, std::chrono::milliseconds patience,
                       const platform::Interruption* ends)
    : address_(std::move(address)), patience_(patience), ends_(ends) {}

Connection::~Connection() = default;

/// nullopt where there is a connection now.
std::optional<DepotRefusal> Connection::connect() {
  if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return std::nullopt;
  char* mistake = nullptr;
  const Options options(PQconninfoParse(address_.c_str(), &mistake));
  if (!options) {
    // What it says may name a part of the address, and so a password.
    problem_ = "the address is no connection string";
    PQfreemem(mistake);
    return DepotRefusal::Unreachable;
  }
  PqSettings settings;
  for (const auto& [name, value] : kDefaults) settings.emplace_back(name, value);
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) settings.emplace_back(option->keyword, option->val);
  }
  problem_.clear();
  for (const PqSettings& one : triesOf(settings)) {
    connection_.reset(dial(one, ends_));
    if (PQstatus(connection_.get()) == CONNECTION_OK) {
      (void)PQsetnonblocking(connection_.get(), 1);  // So that sending can be given up too.
      return std::nullopt;
    }
    problem_ += (problem_.empty() ? "" : " ") + troubleOf(connection_.get());
    if (ends_ != nullptr && ends_->asked()) break;
  }
  return whyNot(problem_);
}

/// False where it could not be sent until then. One that broke says so in its result.
bool Connection::sendAll(std::chrono::steady_clock::time_point end) const {
  while (PQflush(connection_.get()) == 1) {
    if (!awaitSocket(connection_.get(), POLLIN | POLLOUT, end, ends_)) return false;
    if (PQconsumeInput(connection_.get()) == 0) return true;
  }
  return true;
}

/// False where nothing came until then.
bool Connection::awaitAnswer(std::chrono::steady_clock::time_point end) const {
  while (PQisBusy(connection_.get()) == 1) {
    if (!awaitSocket(connection_.get(), POLLIN, end, ends_)) return false;
    // Where it broke, the result says so.
    if (PQconsumeInput(connection_.get()) == 0) return true;
  }
  return true;
}

/// Of what was sent; nullptr where no answer came, and then the connection is gone.
pg_result* Connection::lastResult() {
  const auto end = std::chrono::steady_clock::now() + patience_;
  pg_result* last = nullptr;
  for (bool goesOn = sendAll(end); goesOn && awaitAnswer(end);) {
    pg_result* next = PQgetResult(connection_.get());
    if (next == nullptr) return last;
    PQclear(last);
    last = next;
  }
  PQclear(last);
  connection_.reset();
  return nullptr;
}

platform::Result<Rows, DepotRefusal> Connection::call(const std::string& sql,
                                                      const Parameters& parameters) {
  if (const auto refused = connect()) return *refused;
  std::vector<const char*> values;
  for (const auto& value : parameters.values()) values.push_back(value ? value->c_str() : nullptr);
  // Whether it could be sent, its result says.
  (void)PQsendQueryParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                          values.data(), nullptr, nullptr, 0);
  pg_result* result = lastResult();
  Rows answer(result);
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return answer;
  return failed(result);
}

platform::Result<platform::Done, DepotRefusal> Connection::run(const std::string& script) {
  if (const auto refused = connect()) return *refused;
  pg_result* result = PQexec(connection_.get(), ("BEGIN;" + script + ";COMMIT").c_str());
  const Rows answer(result);
  if (PQresultStatus(result) == PGRES_COMMAND_OK) return platform::Done{};
  const DepotRefusal why = failed(result);
  PQclear(PQexec(connection_.get(), "ROLLBACK"));
  return why;
}

/// What is wrong. Of the server's words the primary line alone: the detail would hold what was
/// sent. libpq's own have no lines, and what could not be sent has no result.
std::string Connection::wordsOf(const pg_result* result) const {
  if (result == nullptr) return PQerrorMessage(connection_.get());
  const char* line = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  return line == nullptr ? PQresultErrorMessage(result) : line;
}

DepotRefusal Connection::failed(pg_result* result) {
  if (!connection_) {
    const bool asked = ends_ != nullptr && ends_->asked();
    problem_ =
        asked ? "given up" : "no answer for " + std::to_string(patience_.count() / 1000) + " s";
    return DepotRefusal::Unreachable;
  }
  const char* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string state = field == nullptr ? "" : field;
  problem_ = oneLine(wordsOf(result));
  const bool gone = PQstatus(connection_.get()) != CONNECTION_OK;
  if (gone || state.empty() || isPassing(state)) {
    connection_.reset();  // A new one looks for the primary again.
    return DepotRefusal::Unreachable;
  }
  return state == "42501" || state.starts_with("28") ? DepotRefusal::NotAllowed
                                                     : DepotRefusal::Broken;
}

}  // namespace hallpass
