#pragma once

namespace hallpass {

class Database;

/// Writes the file anew without what was deleted from it, and empties its log. In three steps: the
/// log's zeros over what was deleted go to where that stood in the file, then the file is rebuilt
/// without free pages and gaps, then that goes to the file as well. Can be repeated at will; does
/// not change the content. Throws SqlError, SQLITE_BUSY where another program is in the midst of
/// reading for longer than the wait.
void scrub(Database& database);

}  // namespace hallpass
