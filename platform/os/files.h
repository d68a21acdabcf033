#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace platform {

/// Why a file could not be read or written. Nothing was changed.
enum class FileRefusal : std::uint8_t {
  NotFound,    ///< No such file.
  NotAllowed,  ///< The file or its folder may not be opened by this program.
  NotAFile,    ///< A folder, a device or a pipe.
  NotAFolder,  ///< Something that is no folder stands where one should be.
  TooLarge,    ///< Larger than the caller takes.
  BadName,     ///< The name or its path is longer than names may be, holds a character that its
               ///< medium does not take, or its links go in a circle.
  ReadOnly,    ///< The medium can be read only.
  Full,        ///< The disk has no room left, or the user has used up what may be used.
  Unreadable,  ///< The medium gave an error.
};

/// A sentence for a person in the language that is set, naming `file` and what to do.
[[nodiscard]] std::string sentence(FileRefusal refusal, const std::filesystem::path& file);

/// The same of a folder that could not be made.
[[nodiscard]] std::string folderSentence(FileRefusal refusal, const std::filesystem::path& folder);

/// What a file's name may be where it is read.
enum class Links : std::uint8_t {
  Followed,
  Refused,  ///< NotAFile, wherever in its path: a medium may lead anywhere, and change meanwhile.
};

/// The whole content of a regular file of at most `maxBytes`.
[[nodiscard]] Result<std::string, FileRefusal> readFile(const std::filesystem::path& file,
                                                        std::size_t maxBytes,
                                                        Links links = Links::Followed);

/// Replaces `file` by `content` so that after a power cut either the old or the new content is
/// there, whole: temporary name beside it, synced, renamed, folder synced. Mode 0600.
[[nodiscard]] Result<Done, FileRefusal> replaceFile(const std::filesystem::path& file,
                                                    std::string_view content);

/// As replaceFile(), and reads the whole file back before it gets its name: what a stick that lies
/// about its writes, or is pulled meanwhile, would otherwise lose unseen. When it answers with a
/// value, everything of that medium is on it: it can be pulled. Readable by all, as far as the
/// medium knows owners. On a refusal what had that name before is still there, and nothing new;
/// only where the medium went in the very last step (Unreadable) either of the two may be on it,
/// whole.
[[nodiscard]] Result<Done, FileRefusal> exportFile(const std::filesystem::path& file,
                                                   std::string_view content);

/// Makes `folder` and its parents, readable by their owner only; one that is there stays as it is.
[[nodiscard]] Result<Done, FileRefusal> makeFolder(const std::filesystem::path& folder);

}  // namespace platform
