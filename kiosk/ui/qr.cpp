#include "kiosk/ui/qr.h"

#include <qrencode.h>

#include <memory>

namespace hallpass {
namespace {

using Encoded = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

constexpr int kSmallestVersion = 2;

Encoded encodeAt(const std::string& payload, QRecLevel level) {
  return {QRcode_encodeString(payload.c_str(), kSmallestVersion, level, QR_MODE_8, 1),
          &QRcode_free};
}

}  // namespace

std::optional<QrSquares> encodeQr(const std::string& payload) {
  Encoded best = encodeAt(payload, QR_ECLEVEL_M);
  if (!best) return std::nullopt;
  for (const QRecLevel level : {QR_ECLEVEL_Q, QR_ECLEVEL_H}) {
    Encoded stronger = encodeAt(payload, level);
    if (stronger && stronger->version == best->version) best = std::move(stronger);
  }
  QrSquares squares{best->width, {}};
  for (int i = 0; i < best->width * best->width; ++i) {
    squares.dark.push_back((best->data[i] & 1U) != 0);
  }
  return squares;
}

}  // namespace hallpass
