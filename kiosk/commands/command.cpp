#include "kiosk/commands/command.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace hallpass {

Option& Option::typeName(const std::string& word) {
  option_->type_name(word);
  return *this;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::check(std::string (*mistake)(const std::string&)) {
  option_->check(CLI::Validator(mistake, ""));
  return *this;
}

Option& Option::oneOf(const std::vector<std::string>& words) {
  option_->check(CLI::IsMember(words));
  return *this;
}

Option& Option::between(int least, int most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_->excludes(other.option_);
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option& Option::bare() {
  option_->disable_flag_override();
  return *this;
}

Option Command::option(const std::string& names, std::string& into, const std::string& help) {
  return Option(app_->add_option(names, into, help));
}

Option Command::option(const std::string& names, std::vector<std::string>& into,
                       const std::string& help) {
  return Option(app_->add_option(names, into, help));
}

Option Command::option(const std::string& names, int& into, const std::string& help) {
  return Option(app_->add_option(names, into, help));
}

Option Command::option(const std::string& names, std::int64_t& into, const std::string& help) {
  return Option(app_->add_option(names, into, help));
}

Option Command::option(const std::string& names, std::optional<int>& into,
                       const std::string& help) {
  return Option(app_->add_option(names, into, help));
}

Option Command::flag(const std::string& name, bool& into, const std::string& help) {
  return Option(app_->add_flag(name, into, help));
}

Command Command::add(const std::string& name, const std::string& description,
                     const std::string& footer) {
  CLI::App* command = app_->add_subcommand(name, description);
  command->footer(footer);
  return Command(*command);
}

void Command::needsCommands(std::size_t least, std::size_t most) {
  app_->require_subcommand(least, most);
}

void Command::whenNamed(std::function<void()> work) { app_->callback(std::move(work)); }

bool Command::commandNamed() const { return !app_->get_subcommands().empty(); }

std::vector<std::string> Command::given() const {
  std::vector<std::string> names;
  for (const CLI::Option* option : std::as_const(*app_).get_options()) {
    const std::string name = option->get_name();
    if (option->count() > 0 && name != "--data" && name != "--json") names.push_back(name);
  }
  return names;
}

void refuseUsage(const std::string& name, const std::string& sentence) {
  throw CLI::ValidationError(name, sentence);
}

}  // namespace hallpass
