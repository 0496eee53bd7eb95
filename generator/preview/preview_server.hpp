// Serves a preview to the browsers of this machine and to nobody else. The one place that includes
// cpp-httplib.
#pragma once

#include <memory>
#include <string>

#include "preview/preview_site.hpp"

namespace gongshi {

/// The port that could not be listened on, and the errno.
struct CannotListen {
  int port = 0;
  int error_number = 0;
};

class PreviewServer {
 public:
  /// `home` is the audience that the address without a path leads to; the widest if empty. Every request must
  /// name this machine as its host and come from a page of this server, or it is refused (403); the channel
  /// of changes also demands the token, which only those pages hold. `site` must outlive the server.
  PreviewServer(PreviewSite& site, std::string home);
  /// Ends the waits of browsers and the connections.
  ~PreviewServer();
  PreviewServer(const PreviewServer&) = delete;
  PreviewServer& operator=(const PreviewServer&) = delete;

  /// Listens on the loopback interface, at any free port if `port` is 0, and serves in threads of its own.
  /// Gives the port. Throws CannotListen.
  int start(int port);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> m_implementation;
};

}  // namespace gongshi
