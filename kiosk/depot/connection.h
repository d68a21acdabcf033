#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/depot/depot.h"
#include "kiosk/depot/dialling.h"
#include "platform/base/hash.h"

struct pg_conn;
struct pg_result;

namespace hallpass {

/// Rows that the database answered with. Columns and rows count from 0.
class Rows {
 public:
  explicit Rows(pg_result* result);

  [[nodiscard]] int count() const;
  [[nodiscard]] std::string text(int row, int column) const;
  /// 0 for what is no number.
  [[nodiscard]] std::int64_t integer(int row, int column) const;
  [[nodiscard]] bool isNull(int row, int column) const;
  [[nodiscard]] bool flag(int row, int column) const { return text(row, column) == "t"; }
  /// A bytea; "" for what is none.
  [[nodiscard]] std::string bytes(int row, int column) const;
  /// A bytea of 32 bytes; 0 throughout for anything else.
  [[nodiscard]] platform::Hash hash(int row, int column) const;
  /// An array of UUIDs.
  [[nodiscard]] std::vector<std::string> list(int row, int column) const;

 private:
  struct Clearer {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Clearer> result_;
};

/// The parameters of a statement, in PostgreSQL's text format.
class Parameters {
 public:
  Parameters& add(std::string text);
  Parameters& add(std::int64_t number) { return add(std::to_string(number)); }
  Parameters& addNull();
  Parameters& addBytes(std::string_view bytes);
  Parameters& addBytes(const platform::Hash& hash);
  Parameters& addList(const std::vector<std::string>& texts);
  Parameters& addBytesList(const std::vector<std::string>& all);
  Parameters& addOptionals(const std::vector<std::optional<std::int64_t>>& numbers);

  [[nodiscard]] const std::vector<std::optional<std::string>>& values() const { return values_; }

 private:
  std::vector<std::optional<std::string>> values_;
};

/// One connection to PostgreSQL, made at the first call and anew after one that broke. One thread
/// at a time; a call blocks, but no longer than the time limits of the address: never the thread
/// that draws.
class Connection {
 public:
  static constexpr std::chrono::seconds kPatience{30};

  /// `address` is a connection string of libpq, such as "host=a,b dbname=depot
  /// sslmode=verify-full"; passwords belong into its passfile. What it leaves open is set so that a
  /// dead network is noticed within half a minute, and that only a primary is spoken to.
  /// A statement that is not answered for `patience` is given up, and with it the connection: a
  /// server whose standby is gone says nothing, on a line that is in order. Once `ends`, which
  /// outlives the connection, was asked for, every call is given up, also one that connects.
  explicit Connection(std::string address, std::chrono::milliseconds patience = kPatience,
                      const platform::Interruption* ends = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Runs one statement in a transaction of its own. Unreachable: it may have been carried out.
  /// NotAllowed, Untrusted, Broken: it was not.
  [[nodiscard]] platform::Result<Rows, DepotRefusal> call(const std::string& sql,
                                                          const Parameters& parameters = {});

  /// Runs a file of statements, all or none.
  [[nodiscard]] platform::Result<platform::Done, DepotRefusal> run(const std::string& script);

  /// What the database said last, in its words, on one line; it never holds a parameter, a
  /// password, or where one is kept.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  struct Closer {
    void operator()(pg_conn* connection) const;
  };
  std::optional<DepotRefusal> connect();
  [[nodiscard]] bool sendAll(std::chrono::steady_clock::time_point end) const;
  [[nodiscard]] bool awaitAnswer(std::chrono::steady_clock::time_point end) const;
  pg_result* lastResult();
  [[nodiscard]] std::string wordsOf(const pg_result* result) const;
  DepotRefusal failed(pg_result* result);

  std::string address_;
  std::chrono::milliseconds patience_;
  const platform::Interruption* ends_;
  std::unique_ptr<pg_conn, Closer> connection_;
  std::string problem_;
};

}  // namespace hallpass
