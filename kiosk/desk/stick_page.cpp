#include "kiosk/desk/stick_page.h"

#include <algorithm>
#include <utility>

#include "platform/base/translation.h"
#include "platform/os/file_name.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;

/// ".csv, .txt or .xlsx"
std::string listed(const std::vector<std::string>& endings) {
  std::string text;
  for (std::size_t at = 0; at < endings.size(); ++at) {
    const std::string ending = "." + endings[at];
    if (at == 0) text = ending;
    // TRANSLATORS: a list of file endings, the last two of them
    else if (at + 1 == endings.size())
      text = filled(tr("{endings} or {last}"), {{"endings", text}, {"last", ending}});
    else
      text += ", " + ending;
  }
  return text;
}

/// "12 KB": of the size that a file manager shows.
std::string sizeText(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1000;
  if (bytes < kKilo) return std::to_string(bytes) + " B";
  if (bytes < kKilo * kKilo) return std::to_string((bytes + kKilo / 2) / kKilo) + " KB";
  return std::to_string((bytes + kKilo * kKilo / 2) / (kKilo * kKilo)) + " MB";
}

}  // namespace

StickPage::StickPage(DeskTools tools, StickAsk ask) : DeskPage(tools), ask_(std::move(ask)) {
  refresh();
}

void StickPage::refresh() {
  sticks_ = tools_.media.sticks();
  files_ = tools_.media.files(ask_.endings);
}

std::string StickPage::lead() const {
  if (sticks_.empty()) return tr("Plug a stick in: its files show here at once.");
  if (files_.empty()) {
    return filled(tr("The stick has no file that ends in {endings}. Save the list as one of these, "
                     "or plug another stick in."),
                  {{"endings", listed(ask_.endings)}});
  }
  return tr("Touch the file. Nothing is stored yet.");
}

std::string StickPage::stickOf(const platform::MediaFile& file) const {
  const auto holds = std::find_if(sticks_.begin(), sticks_.end(), [&](const auto& stick) {
    return file.path.string().starts_with(stick.string() + "/");
  });
  return holds == sticks_.end() ? "" : platform::shownFileName(holds->filename().string());
}

TableView StickPage::table() const {
  const bool several = sticks_.size() > 1;
  TableView table;
  table.columns = {{tr("File"), 5}, {tr("Size"), 1, false, true}};
  if (several) table.columns.insert(table.columns.begin() + 1, TableColumn{tr("Stick"), 2});
  table.whenEmpty = sticks_.empty() ? tr("No stick is plugged in.") : tr("No file to choose.");
  paging_.put(table, files_.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    const platform::MediaFile& file = files_[table.page.first + at];
    TableRow row{{platform::shownFileName(file.name), sizeText(file.bytes)}};
    if (several) row.cells.insert(row.cells.begin() + 1, stickOf(file));
    table.rows.push_back(std::move(row));
  }
  return table;
}

ScreenView StickPage::view() const {
  DeskView view;
  view.screen = ask_.screen;
  view.title = ask_.title;
  view.lead = lead();
  if (sticks_.empty()) view.leadSign = Sign::Waiting;
  if (!sticks_.empty() && files_.empty()) view.leadSign = Sign::Attention;
  view.table = table();
  return view;
}

Step StickPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (const auto at = paging_.opened(intent, files_.size())) return ask_.pick(files_[*at]);
  paging_.handle(intent, files_.size());
  return StayHere{};
}

std::vector<std::string> listEndings() { return {"csv", "txt", "tsv", "xlsx"}; }

std::string nameOf(const platform::MediaFile& file) {
  return platform::shownFileName(file.path.filename().string());
}

std::string readingSentence(platform::FileRefusal refusal, const platform::MediaFile& file) {
  if (refusal == platform::FileRefusal::NotFound) {
    return tr(
        "The stick was pulled, or the file is gone from it. Plug it in and choose the file "
        "again.");
  }
  if (refusal == platform::FileRefusal::Unreadable) {
    return tr(
        "The stick gave an error while the file was read. Pull it, plug it in and choose the "
        "file again; if it fails once more, copy the file to another stick.");
  }
  return platform::sentence(refusal, nameOf(file));
}

std::string writingSentence(platform::FileRefusal refusal) {
  switch (refusal) {
    case platform::FileRefusal::Full:
      return tr("The stick is full. Make room on it, or take another one.");
    case platform::FileRefusal::ReadOnly:
    case platform::FileRefusal::NotAllowed:
      return tr(
          "The stick can only be read. Move its write-protection switch, or take another one.");
    case platform::FileRefusal::NotFound:
      return tr("The stick was pulled. Plug it in again, or take another one.");
    default:
      return tr("The stick could not be written. Plug it in again, or take another one.");
  }
}

}  // namespace hallpass
