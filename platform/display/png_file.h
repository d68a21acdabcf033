#pragma once

#include <filesystem>

#include "platform/display/drawing.h"

namespace platform {

/// Writes `picture`, of which every pixel is opaque, as a PNG. false where the file cannot be
/// written; what stands there then is not a whole picture.
[[nodiscard]] bool writePng(const Pixels& picture, const std::filesystem::path& file);

}  // namespace platform
