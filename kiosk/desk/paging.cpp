#include "kiosk/desk/paging.h"

namespace hallpass {

namespace {

using Act = Intent::Act;

}  // namespace

void Paging::put(TableView& table, std::size_t total) const {
  table.page = of(total);
  table.perPage = perPage_;
}

bool Paging::handle(const Intent& intent, std::size_t total) {
  if (intent.act == Act::Turn) {
    page_ = pageOf(total, of(total).page + (intent.index == 0 ? -1 : 1), perPage_).page;
    return true;
  }
  if (intent.act == Act::PerPage && intent.index < kRecordsPerPage.size()) {
    perPage_ = kRecordsPerPage[intent.index];
    page_ = 1;
    return true;
  }
  return false;
}

std::optional<std::size_t> Paging::opened(const Intent& intent, std::size_t total) const {
  const PageOf page = of(total);
  if (intent.act != Act::Open || intent.index >= page.count) return std::nullopt;
  return page.first + intent.index;
}

}  // namespace hallpass
