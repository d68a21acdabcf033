#include "kiosk/desk/code_source.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/header_words.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::Result;
using platform::tr;

CodeList typedList(const std::vector<Code>& codes, const PassType& type) {
  CodeList list;
  std::unordered_map<std::string, int> lineOf;
  int line = 0;
  for (const Code& code : codes) {
    std::string identity = type.identity(code.reveal());
    const auto [known, isNew] = lineOf.try_emplace(identity, ++line);
    if (!isNew) {
      ++list.duplicate;
      list.notes.push_back({line,
                            filled(tr("The same as code {number}; it counts once."),
                                   {{"number", std::to_string(known->second)}}),
                            LineFate::Duplicate});
      continue;
    }
    if (!type.hasShape(code.reveal())) {
      ++list.odd;
      list.notes.push_back(
          {line, tr("It does not look like a code of this type. Compare it."), LineFate::Odd});
    }
    list.codes.push_back({line, code, std::move(identity), std::nullopt});
  }
  return list;
}

bool headingSays(const CodeSource& source, const std::string& title) {
  const auto* table = std::get_if<Table>(&source.content);
  if (table == nullptr) return false;
  const std::string key = headerKey(title);
  const std::size_t rows = std::min(table->rows.size(), kHeadingRows);
  return std::any_of(table->rows.begin(), table->rows.begin() + static_cast<std::ptrdiff_t>(rows),
                     [&](const Row& row) {
                       return std::any_of(row.cells.begin(), row.cells.end(),
                                          [&](const auto& cell) { return headerKey(cell) == key; });
                     });
}

/// How many codes of `source` look like those of `type`.
std::int64_t fitting(const CodeSource& source, const PassType& type, const Progress& progress) {
  const auto list = codesOf(source, type, {}, progress);
  return list ? std::ssize(list->codes) - list->odd : 0;
}

}  // namespace

CodeSource typedSource(std::vector<Code> codes, platform::UtcTime now) {
  const std::string name(kTypedName);
  return {name, platform::sha256(name + " " + platform::toIsoText(now)), std::move(codes)};
}

Result<CodeList, ListProblem> codesOf(const CodeSource& source, const PassType& type,
                                      platform::UtcTime now, const Progress& progress) {
  if (const auto* table = std::get_if<Table>(&source.content)) {
    return readCodes(*table, type, now, progress);
  }
  CodeList list = typedList(std::get<std::vector<Code>>(source.content), type);
  list.fileHash = source.hash;
  return list;
}

const PassType& likeliestType(const CodeSource& source, const std::vector<PassType>& types,
                              const std::vector<std::string>& preferred, const Progress& progress) {
  const auto rank = [&](const PassType& type) {
    const auto place = std::find(preferred.begin(), preferred.end(), type.id);
    return std::tuple(fitting(source, type, progress), headingSays(source, type.title),
                      preferred.end() - place);
  };
  const PassType* best = &types.front();
  auto bestRank = rank(*best);
  for (std::size_t at = 1; at < types.size(); ++at) {
    const auto other = rank(types[at]);
    if (other <= bestRank) continue;
    best = &types[at];
    bestRank = other;
  }
  return *best;
}

std::string typedCodeMistake(const std::string& typed) {
  if (typed.empty()) return tr("Type or scan a code first.");
  if (lengthOf(typed) > kLongestCode) return tr("That is too long for a code. Type it again.");
  if (hasSpaces(typed))
    return tr("A code has no spaces. Type it without them, one code at a time.");
  if (platform::hasControls(typed) || platform::hasInvisible(typed) || isDamaged(typed)) {
    return tr("That holds characters that no code has. Type it again.");
  }
  return {};
}

}  // namespace hallpass
