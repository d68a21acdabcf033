#include "kiosk/ledger/leaf_pages.h"

#include <optional>

namespace hallpass {
namespace {

constexpr std::size_t kFileHeader = 100;  ///< Bytes of the first page before its own header.
constexpr std::size_t kPageHeader = 8;
constexpr unsigned char kTableLeaf = 0x0D;
constexpr std::size_t kUsual = 4096;

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::size_t twoBytes(std::string_view bytes, std::size_t at) {
  return byteAt(bytes, at) << 8U | byteAt(bytes, at + 1);
}

std::size_t pageSizeOf(std::string_view file) {
  if (file.size() < kFileHeader) return kUsual;
  const std::size_t said = twoBytes(file, 16) == 1 ? 65536 : twoBytes(file, 16);
  const bool possible = said >= 512 && (said & (said - 1)) == 0 && file.size() % said == 0;
  return possible ? said : kUsual;
}

/// Reads one value after the other, and remembers whether all of them were there.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }

  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  /// SQLite's number of one to nine bytes.
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int count = 1; count <= 9; ++count) {
      const std::string_view byte = take(1);
      if (!ok_) return 0;
      const unsigned bits = byteAt(byte, 0);
      if (count == 9) return value << 8U | bits;
      value = value << 7U | (bits & 0x7FU);
      if ((bits & 0x80U) == 0) break;
    }
    return value;
  }

  std::int64_t integer(std::size_t bytes) {
    const std::string_view text = take(bytes);
    if (!ok_) return 0;
    std::uint64_t value = (byteAt(text, 0) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t at = 0; at < bytes; ++at) value = value << 8U | byteAt(text, at);
    return static_cast<std::int64_t>(value);
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

/// nullopt: a kind that no table of a ledger has.
std::optional<StoredValue> valueOf(std::uint64_t type, Reader& body) {
  constexpr std::size_t lengths[] = {0, 1, 2, 3, 4, 6, 8};
  if (type == 0) return StoredValue();
  if (type <= 6) return body.integer(lengths[type]);
  if (type == 8 || type == 9) return static_cast<std::int64_t>(type - 8);
  if (type < 12) return std::nullopt;
  const std::string_view bytes = body.take((type - 12) / 2);
  if (type % 2 == 1) return std::string(bytes);
  return Blob{std::string(bytes)};
}

std::optional<StoredRow> rowAt(std::string_view page, std::size_t at) {
  Reader cell(page.substr(at));
  const std::uint64_t size = cell.varint();
  StoredRow row;
  row.rowId = static_cast<std::int64_t>(cell.varint());
  if (!cell.ok() || size > page.size()) return std::nullopt;
  Reader body(cell.take(size));
  const std::size_t whole = body.left();
  const std::uint64_t headerSize = body.varint();
  const std::size_t used = whole - body.left();
  if (!body.ok() || headerSize < used) return std::nullopt;
  Reader header(body.take(headerSize - used));
  while (header.ok() && body.ok() && header.left() > 0) {
    auto value = valueOf(header.varint(), body);
    if (!value) return std::nullopt;
    row.values.push_back(*std::move(value));
  }
  const bool fits = cell.ok() && header.ok() && body.ok() && body.left() == 0;
  return fits && !row.values.empty() ? std::optional(std::move(row)) : std::nullopt;
}

void readPage(std::string_view page, std::size_t header, LeafCount& count,
              const std::function<void(StoredRow)>& each) {
  if (page.size() < header + kPageHeader || byteAt(page, header) != kTableLeaf) return;
  const std::size_t cells = twoBytes(page, header + 3);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const std::size_t pointer = header + kPageHeader + 2 * cell;
    if (pointer + 2 > page.size()) break;
    const std::size_t at = twoBytes(page, pointer);
    auto row = at < page.size() ? rowAt(page, at) : std::nullopt;
    if (row) {
      each(*std::move(row));
    } else {
      ++count.unreadable;
    }
  }
}

}  // namespace

LeafCount readLeafPages(std::string_view file, const std::function<void(StoredRow)>& each) {
  LeafCount count;
  const std::size_t size = pageSizeOf(file);
  for (std::size_t at = 0; at < file.size(); at += size) {
    ++count.pages;
    readPage(file.substr(at, size), at == 0 ? kFileHeader : 0, count, each);
  }
  return count;
}

}  // namespace hallpass
