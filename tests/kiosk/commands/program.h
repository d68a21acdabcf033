#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tests {

/// How a run of the program ended.
struct Ended {
  int status = -1;  ///< The exit status; -1 where a signal ended it.
  std::string out;
  std::string err;

  /// The one JSON object on stdout; null where stdout is anything else.
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

/// A folder that is there as long as this.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes `content` to a file of that name, and gives its path.
  [[nodiscard]] std::string file(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path path_;
};

using Arguments = std::vector<std::string>;

/// `hallpass`, run as a process of its own on a ledger in a folder of its own.
class Program {
 public:
  enum class Start { Plain, Interrupted, StdoutFull, StdinClosed, StdoutClosed };

  /// Runs it with `arguments` behind `--data FOLDER` (which come last) and waits; its standard
  /// input is empty. Interrupted: with a Ctrl-C that waits for it from the start. StdoutFull: what
  /// it prints finds no room.
  [[nodiscard]] Ended run(Arguments arguments, Start start = Start::Plain) const;

  /// The same with `input` on standard input.
  [[nodiscard]] Ended runWith(const std::string& input, Arguments arguments) const;

  /// Runs it with these arguments alone, in this environment alone.
  [[nodiscard]] static Ended runBare(const Arguments& arguments,
                                     const std::map<std::string, std::string>& environment);

  /// run(), with --json; checks that stdout is one object.
  [[nodiscard]] nlohmann::json json(Arguments arguments) const;

  /// run(), which must end with 0.
  std::string done(const Arguments& arguments) const;

  /// Runs it with --json; checks status, the object and the sentence on stderr; gives the word.
  [[nodiscard]] std::string refusedWith(int status, Arguments arguments) const;
  [[nodiscard]] std::string refused(const Arguments& arguments) const {
    return refusedWith(1, arguments);
  }

  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }
  [[nodiscard]] const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

/// A file of tests/data.
[[nodiscard]] std::string sample(const std::string& name);

/// Opens a class for `passType` with the sample roster.
void openClass(const Program& program, const std::string& passType = "azure-pass");

/// A class for azure-pass with the sample roster, whose window was the first day of 2020.
void openClassOf2020(const Program& program);

/// The whole content of a file.
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);

}  // namespace tests
