#include "files/compress.hpp"

#include <brotli/encode.h>
#include <libdeflate.h>

#include <memory>
#include <new>
#include <vector>

namespace gongshi {
namespace {

constexpr int kGzipLevel = 9;  // of 12; the last three take several times as long for a hundredth
// Of 11. The last two take ten times as long for a twentieth, and a site is compressed anew by every build.
constexpr int kBrotliQuality = 9;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

}  // namespace

std::string gzip(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kGzipLevel));
  if (compressor == nullptr) throw std::bad_alloc();
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

std::optional<Inflated> inflate(std::string_view packed, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (decompressor == nullptr) throw std::bad_alloc();
  Inflated inflated{std::string(size, '\0'), 0};
  std::size_t made = 0;
  const libdeflate_result result = libdeflate_deflate_decompress_ex(
      decompressor.get(), packed.data(), packed.size(), inflated.bytes.data(), size, &inflated.used, &made);
  if (result != LIBDEFLATE_SUCCESS || made != size) return std::nullopt;
  return inflated;
}

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

std::string brotli(std::string_view bytes) {
  const std::vector<std::uint8_t> input(bytes.begin(), bytes.end());
  std::size_t size = BrotliEncoderMaxCompressedSize(input.size());
  std::vector<std::uint8_t> output(size);
  if (BrotliEncoderCompress(kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.size(),
                            input.data(), &size, output.data()) == BROTLI_FALSE)
    throw std::bad_alloc();
  output.resize(size);
  return {output.begin(), output.end()};
}

}  // namespace gongshi
