#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
class Option;
}  // namespace CLI

namespace hallpass {

/// What is said of one option of a command. Each call gives the option again.
///
/// Option and Command are the face of the command-line library: its one header takes longer to
/// compile than any file of ours, so only command.cpp and command_line.cpp include it.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  /// What stands for the value in the help: "FILE".
  Option& typeName(const std::string& word);
  Option& required();
  /// `mistake` says what is wrong with a value, or "".
  Option& check(std::string (*mistake)(const std::string&));
  Option& oneOf(const std::vector<std::string>& words);
  Option& between(int least, int most);
  Option& excludes(const Option& other);
  Option& needs(const Option& other);
  /// A flag that takes no "=VALUE".
  Option& bare();

 private:
  CLI::Option* option_;
};

/// A command, or a group of them; a handle to what the library keeps.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}

  /// `names` such as "--student", or "FILE" for one that is known by its place.
  Option option(const std::string& names, std::string& into, const std::string& help);
  /// It may be given more than once, and with several values.
  Option option(const std::string& names, std::vector<std::string>& into, const std::string& help);
  Option option(const std::string& names, int& into, const std::string& help);
  Option option(const std::string& names, std::int64_t& into, const std::string& help);
  Option option(const std::string& names, std::optional<int>& into, const std::string& help);
  Option flag(const std::string& name, bool& into, const std::string& help);

  /// A command below this one, with `footer` at the end of its help.
  Command add(const std::string& name, const std::string& description, const std::string& footer);

  /// How many of the commands below must be named, at least and at most.
  void needsCommands(std::size_t least, std::size_t most);

  /// Called when the command line has been read and names this command; those below it first.
  void whenNamed(std::function<void()> work);

  [[nodiscard]] bool commandNamed() const;  ///< Whether a command below this one is.

  /// The options of this command that were given, but for --data and --json.
  [[nodiscard]] std::vector<std::string> given() const;

 private:
  CLI::App* app_;
};

/// Refuses the command line: `name` is the option or command that `sentence` speaks of.
[[noreturn]] void refuseUsage(const std::string& name, const std::string& sentence);

}  // namespace hallpass
