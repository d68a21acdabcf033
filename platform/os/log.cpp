#include "platform/os/log.h"

#include <sys/stat.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <cstdlib>

#include "platform/base/text.h"

namespace platform {
namespace {

/// Whether standard error is the stream to the journal that the service manager has opened; it
/// leaves device and inode in the environment (systemd.exec(5), JOURNAL_STREAM).
bool goesToJournal() {
  const char* named = std::getenv("JOURNAL_STREAM");
  struct stat facts {};
  if (named == nullptr || ::fstat(STDERR_FILENO, &facts) != 0) return false;
  return named == std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
}

void toJournal(LogLevel level, const std::string& line) {
  ::sd_journal_send("PRIORITY=%d", static_cast<int>(level), "MESSAGE=%s", line.c_str(), nullptr);
}

/// In one write, so that lines of several programs do not mix.
void toStandardError(LogLevel, const std::string& line) {
  std::string whole = line;
  whole += '\n';
  (void)!::write(STDERR_FILENO, whole.data(), whole.size());
}

std::string onOneLine(std::string_view text) {
  std::u32string points = toCodePoints(text);
  for (char32_t& point : points) {
    if (hasControls(toUtf8(std::u32string(1, point)))) point = U'\uFFFD';
  }
  return toUtf8(points);
}

}  // namespace

LogValue LogValue::unsecret(std::string words) { return LogValue(std::move(words), 0); }

Log::Log() : sink_(goesToJournal() ? toJournal : toStandardError) {}

void Log::tell(LogLevel level, std::string_view fact, std::string_view line,
               const std::vector<LogFilling>& values) {
  std::vector<std::pair<std::string, std::string>> fillings;
  fillings.reserve(values.size());
  for (const LogFilling& filling : values) {
    fillings.emplace_back(std::string(filling.name), filling.value.text());
  }
  const std::string whole = onOneLine(fillIn(line, fillings));
  std::string& last = told_[std::string(fact)];
  if (last == whole) return;
  last = whole;
  sink_(level, whole);
}

void Log::over(std::string_view fact, std::string_view line) {
  const auto told = told_.find(fact);
  if (told == told_.end()) return;
  told_.erase(told);
  sink_(LogLevel::Notice, onOneLine(line));
}

}  // namespace platform
