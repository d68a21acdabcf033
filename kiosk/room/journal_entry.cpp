#include "kiosk/room/journal_entry.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace hallpass {

std::optional<StudentId> studentOf(const JournalEntry& entry) {
  const auto fields = nlohmann::json::parse(entry.fields, nullptr, false);
  if (!fields.is_object() || !fields.contains("student")) return std::nullopt;
  const auto& field = fields["student"];
  if (!field.is_string()) return std::nullopt;
  const auto& text = field.get_ref<const std::string&>();
  StudentId student;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), student.value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return student;
}

std::string eventTitle(std::string_view event) {
  std::string title(event);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title;
}

}  // namespace hallpass
