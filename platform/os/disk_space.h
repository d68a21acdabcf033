#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace platform {

/// How many bytes this program may still write on the file system that holds `folder`; nullopt
/// where that cannot be told. What is kept back for the system's administrator does not count.
[[nodiscard]] std::optional<std::uint64_t> freeBytes(const std::filesystem::path& folder);

}  // namespace platform
