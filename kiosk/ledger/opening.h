#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/ledger/open_refusal.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class SqlError;

/// Opens the database of a ledger, and makes the file where there is none, with every setting
/// applied and the schema as it stands in the file. What is no ledger of ours is looked at without
/// leaving a trace and refused; the sentence of a refusal lacks its beginning (see withFile()).
/// Throws SqlError.
[[nodiscard]] platform::Result<std::unique_ptr<Database>, OpenRefusal> openDatabase(
    const std::filesystem::path& file, const std::string& vfs);

/// What an error of SQLite means to whoever opens a ledger.
[[nodiscard]] OpenRefusal openRefusalOf(const SqlError& error);

/// `refusal`, with a sentence that names the file.
[[nodiscard]] OpenRefusal withFile(OpenRefusal refusal, const std::filesystem::path& file);

}  // namespace hallpass
