#include "platform/display/qr_reader.h"

#include <zbar.h>

#include <memory>

namespace platform {
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

}  // namespace

std::vector<std::string> readQrCodes(const GreyPicture& picture) {
  const Scanner scanner(zbar::zbar_image_scanner_create());
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  const Picture image(zbar::zbar_image_create());
  zbar::zbar_image_set_format(image.get(), kGreyFormat);
  zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(picture.width),
                            static_cast<unsigned>(picture.height));
  zbar::zbar_image_set_data(image.get(), picture.greys.data(), picture.greys.size(), nullptr);
  std::vector<std::string> texts;
  if (zbar::zbar_scan_image(scanner.get(), image.get()) < 0) return texts;
  const auto* symbol = zbar::zbar_image_first_symbol(image.get());
  for (; symbol != nullptr; symbol = zbar::zbar_symbol_next(symbol)) {
    texts.emplace_back(zbar::zbar_symbol_get_data(symbol),
                       zbar::zbar_symbol_get_data_length(symbol));
  }
  return texts;
}

}  // namespace platform
