#include "formats/headers.hpp"

#include "publish/content_policy.hpp"

namespace gongshi {

std::string headers_file() {
  // Frames are a matter for the server alone: a page cannot forbid them. Data may be read by pages of others.
  return "/*\n"
         "  Content-Security-Policy: " +
         std::string(kContentPolicy) +
         "; frame-ancestors 'none'\n"
         "  X-Content-Type-Options: nosniff\n"
         "  Referrer-Policy: same-origin\n"
         "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
         "/data/*\n"
         "  Access-Control-Allow-Origin: *\n"
         "/feeds/*\n"
         "  Access-Control-Allow-Origin: *\n";
}

}  // namespace gongshi
