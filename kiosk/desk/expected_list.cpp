#include "kiosk/desk/expected_list.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

TableRow rowOf(const ExpectedBatch& batch) {
  TableRow row;
  row.cells = {batch.order, batch.course, std::to_string(batch.quantity),
               std::to_string(batch.arrived), std::to_string(batch.missing())};
  row.sign = Sign::Good;
  if (batch.missing() > 0) row.sign = batch.arrived > 0 ? Sign::Attention : Sign::Waiting;
  return row;
}

}  // namespace

std::int64_t missingOf(const std::vector<ExpectedBatch>& expected) {
  std::int64_t missing = 0;
  for (const ExpectedBatch& batch : expected) missing += batch.missing();
  return missing;
}

TableView expectedTable(const std::vector<ExpectedBatch>& expected, const Paging& paging) {
  TableView table;
  // TRANSLATORS: column titles: an order, its course, and how many of its codes are expected,
  // arrived
  // and missing
  table.columns = {{tr("Order"), 3},
                   {tr("Course"), 3},
                   {tr("Expected"), 2, false, true},
                   {tr("Arrived"), 2, false, true},
                   {tr("Missing"), 2, false, true}};
  table.whenEmpty = tr("No codes are expected. Passes that you add to an order stand here.");
  paging.put(table, expected.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    table.rows.push_back(rowOf(expected[table.page.first + at]));
  }
  return table;
}

}  // namespace hallpass
