#include "kiosk/desk/typed_codes_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/restock_preview.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

/// Puts what was typed on the list, or says why not; never with the code.
std::string add(std::vector<Code>& codes, const std::string& typed) {
  if (auto mistake = typedCodeMistake(typed); !mistake.empty()) return mistake;
  Code code{typed};
  if (std::find(codes.begin(), codes.end(), code) != codes.end()) {
    return tr("This code is on the list already. It counts once.");
  }
  codes.push_back(std::move(code));
  return {};
}

TableView tableOf(const std::vector<Code>& codes, const Paging& paging) {
  TableView table;
  // TRANSLATORS: the code's number in the list: 1, 2, 3 ...
  table.columns = {{tr("Number"), 1}, {tr("Code"), 5}, {"", 2}};
  table.whenEmpty = tr("No code yet.");
  paging.put(table, codes.size());
  for (std::size_t row = 0; row < table.page.count; ++row) {
    const std::size_t at = codes.size() - 1 - table.page.first - row;
    table.rows.push_back({{std::to_string(at + 1), codes[at].masked(), tr("Take off")}});
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
  view.title = tr("Type or scan codes");
  view.lead = tr("Scan a code, or type it and press Return. Nothing is stored yet.");
  FormField code;
  code.id = "code";
  code.label = tr("Next code");
  code.value = typed_;
  code.whenEmpty = tr("touch here to type, or scan");
  code.mistake = mistake_;
  view.form = FormView{{std::move(code)}};
  view.table = tableOf(*codes_, paging_);
  view.main =
      DeskButton{"go-on", trn("Go on with {n} code", "Go on with {n} codes", std::ssize(*codes_)),
                 !codes_->empty()};
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
  ask.title = tr("Code");
  ask.hint = tr("As it stands in the list, with its dashes");
  ask.typed = std::exchange(typed_, "");
  ask.longest = kLongestCode;
  ask.keyboard = Keyboard::Code;
  ask.secret = true;
  ask.take = [codes = codes_](const std::string& typed) { return add(*codes, typed); };
  mistake_.clear();
  paging_.toFirst();
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step TypedCodesPage::askToRemove(std::size_t at) const {
  NoticeView notice;
  notice.screen = "typed-code";
  notice.headline = filled(tr("Take {code} off the list?"), {{"code", (*codes_)[at].masked()}});
  notice.detail = filled(tr("It is code {number} of the list. Nothing is stored yet."),
                         {{"number", std::to_string(at + 1)}});
  notice.other = DeskButton{"keep", tr("Keep it")};
  notice.main = DeskButton{"take-off", tr("Take it off")};
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
