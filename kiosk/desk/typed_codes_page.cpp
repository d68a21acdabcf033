#include "kiosk/desk/typed_codes_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/counted.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/restock_preview.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// Puts what was typed on the list, or says why not; never with the code.
std::string add(std::vector<Code>& codes, const std::string& typed) {
  if (auto mistake = typedCodeMistake(typed); !mistake.empty()) return mistake;
  Code code{typed};
  if (std::find(codes.begin(), codes.end(), code) != codes.end()) {
    return "This code is on the list already. It counts once.";
  }
  codes.push_back(std::move(code));
  return {};
}

TableView tableOf(const std::vector<Code>& codes, const Paging& paging) {
  TableView table;
  table.columns = {{"Number", 1}, {"Code", 5}, {"", 2}};
  table.whenEmpty = "No code yet.";
  paging.put(table, codes.size());
  for (std::size_t row = 0; row < table.page.count; ++row) {
    const std::size_t at = codes.size() - 1 - table.page.first - row;
    table.rows.push_back({{std::to_string(at + 1), codes[at].masked(), "Take off"}});
  }
  return table;
}

}  // namespace

TypedCodesPage::TypedCodesPage(DeskTools tools, std::shared_ptr<RestockDetails> details)
    : DeskPage(tools),
      details_(std::move(details)),
      codes_(std::make_shared<std::vector<Code>>()) {}

ScreenView TypedCodesPage::view() const {
  DeskView view;
  view.screen = "typed-codes";
  view.title = "Type or scan codes";
  view.lead = "Scan a code, or type it and press Return. Nothing is stored yet.";
  FormField code;
  code.id = "code";
  code.label = "Next code";
  code.value = typed_;
  code.whenEmpty = "touch here to type, or scan";
  code.mistake = mistake_;
  view.form = FormView{{std::move(code)}};
  view.table = tableOf(*codes_, paging_);
  view.main =
      DeskButton{"go-on", "Go on with " + counted(std::ssize(*codes_), "code"), !codes_->empty()};
  return view;
}

Step TypedCodesPage::handle(const Intent& intent) {
  switch (intent.act) {
    case Act::Back:
      return GoBack{};
    case Act::Type:
      mistake_.clear();
      if (typed_.size() <= kLongestCode) typed_ += intent.text;
      return StayHere{};
    case Act::Erase: {
      std::u32string points = platform::toCodePoints(typed_);
      if (!points.empty()) points.pop_back();
      typed_ = platform::toUtf8(points);
      return StayHere{};
    }
    case Act::Submit:
      submit();
      return StayHere{};
    case Act::Focus:
      return typeCode();
    case Act::Main:
      return goOn();
    default:
      break;
  }
  if (const auto row = paging_.opened(intent, codes_->size())) {
    return askToRemove(codes_->size() - 1 - *row);
  }
  paging_.handle(intent, codes_->size());
  return StayHere{};
}

void TypedCodesPage::submit() {
  mistake_ = add(*codes_, std::string(platform::trim(std::exchange(typed_, ""))));
  paging_.toFirst();
}

Step TypedCodesPage::typeCode() {
  EditAsk ask;
  ask.title = "Code";
  ask.hint = "As it stands in the list, with its dashes";
  ask.typed = std::exchange(typed_, "");
  ask.longest = kLongestCode;
  ask.take = [codes = codes_](const std::string& typed) { return add(*codes, typed); };
  mistake_.clear();
  paging_.toFirst();
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step TypedCodesPage::askToRemove(std::size_t at) const {
  NoticeView notice;
  notice.screen = "typed-code";
  notice.headline = "Take " + (*codes_)[at].masked() + " off the list?";
  notice.detail = "It is code " + std::to_string(at + 1) + " of the list. Nothing is stored yet.";
  notice.other = DeskButton{"keep", "Keep it"};
  notice.main = DeskButton{"take-off", "Take it off"};
  return OpenPage{
      std::make_unique<NoticePage>(tools_, std::move(notice), [codes = codes_, at]() -> Step {
        codes->erase(codes->begin() + static_cast<std::ptrdiff_t>(at));
        return GoBack{};
      })};
}

Step TypedCodesPage::goOn() {
  if (codes_->empty()) return StayHere{};
  return openTypedCodes(tools_, details_, *codes_, [codes = codes_] { codes->clear(); });
}

}  // namespace hallpass
