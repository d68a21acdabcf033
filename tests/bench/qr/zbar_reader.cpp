// qr_zbar <LIST: one picture (PGM) a line; prints "PICTURE<tab>zbar<tab>TEXT" for each code that
// zbar reads in it.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "platform/display/qr_reader.h"

namespace {

platform::GreyPicture pictureIn(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string kind;
  int white = 0;
  platform::GreyPicture picture;
  stream >> kind >> picture.width >> picture.height >> white;
  stream.get();
  picture.greys.resize(picture.width * picture.height);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): a stream reads characters.
  stream.read(reinterpret_cast<char*>(picture.greys.data()),
              static_cast<std::streamsize>(picture.greys.size()));
  if (kind != "P5" || white != 255 || !stream) throw std::runtime_error(file + " is no PGM");
  return picture;
}

}  // namespace

int main() try {
  for (std::string file; std::getline(std::cin, file);) {
    for (const std::string& text : platform::readQrCodes(pictureIn(file))) {
      std::cout << file << "\tzbar\t" << text << '\n';
    }
  }
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "qr_zbar: %s\n", problem.what());
  return 1;
}
