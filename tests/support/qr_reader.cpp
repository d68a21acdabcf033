#include "tests/support/qr_reader.h"

#include <zbar.h>

#include <memory>
#include <stdexcept>

namespace tests {
namespace {

constexpr unsigned long kGreyFormat = 0x30303859;  // the four characters "Y800"

template <auto destroy>
struct Destroyer {
  template <class T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Scanner =
    std::unique_ptr<zbar::zbar_image_scanner_t, Destroyer<zbar::zbar_image_scanner_destroy>>;
using Picture = std::unique_ptr<zbar::zbar_image_t, Destroyer<zbar::zbar_image_destroy>>;

Scanner qrScanner() {
  Scanner scanner(zbar::zbar_image_scanner_create());
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  return scanner;
}

}  // namespace

std::vector<std::string> readQrCodes(const Image& image) {
  const std::vector<std::uint8_t> greys = image.greys();
  const Picture picture(zbar::zbar_image_create());
  zbar::zbar_image_set_format(picture.get(), kGreyFormat);
  zbar::zbar_image_set_size(picture.get(), static_cast<unsigned>(image.size().width),
                            static_cast<unsigned>(image.size().height));
  zbar::zbar_image_set_data(picture.get(), greys.data(), greys.size(), nullptr);
  const Scanner scanner = qrScanner();
  if (zbar::zbar_scan_image(scanner.get(), picture.get()) < 0) {
    throw std::runtime_error("zbar cannot read the picture");
  }
  std::vector<std::string> texts;
  const auto* symbol = zbar::zbar_image_first_symbol(picture.get());
  for (; symbol != nullptr; symbol = zbar::zbar_symbol_next(symbol)) {
    texts.emplace_back(zbar::zbar_symbol_get_data(symbol),
                       zbar::zbar_symbol_get_data_length(symbol));
  }
  return texts;
}

std::string readQrCode(const Image& image, const Rect& area) {
  const std::vector<std::string> texts = readQrCodes(image.part(area));
  if (texts.size() != 1) {
    throw std::runtime_error("expected one QR code, read " + std::to_string(texts.size()));
  }
  return texts.front();
}

}  // namespace tests
