#include "text/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace gongshi {
namespace {

struct FreeAlgorithm {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
};

// Looked up once: EVP_sha256() has OpenSSL look it up by name for every hash, which for a page takes as long
// as a third of the hashing.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, FreeAlgorithm> kFound(EVP_MD_fetch(nullptr, "SHA2-256", nullptr));
  return kFound.get();
}

std::array<unsigned char, kSha256Bytes> digest_of(std::string_view bytes) {
  std::array<unsigned char, kSha256Bytes> digest{};
  if (algorithm() == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available in this build of OpenSSL");
  }
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  const auto digest = digest_of(bytes);
  return {digest.begin(), digest.end()};
}

std::string sha256_hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * kSha256Bytes);
  for (const unsigned char byte : digest_of(bytes)) {
    out.push_back(kHex[byte >> 4U]);
    out.push_back(kHex[byte & 0x0FU]);
  }
  return out;
}

}  // namespace gongshi
