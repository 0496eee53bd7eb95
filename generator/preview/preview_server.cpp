#include "preview/preview_server.hpp"

#include <httplib.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <random>
#include <thread>

#include "preview/preview_frame.hpp"
#include "text/json.hpp"

namespace gongshi {
namespace {

constexpr const char* kLoopback = "127.0.0.1";
constexpr int kMostConnections = 1000;
constexpr std::chrono::seconds kLongestWait{25};  // of a browser, before it asks again
constexpr std::chrono::seconds kPatience{2};      // with a client that sends nothing
constexpr std::size_t kLargestBody = 4096;        // nothing is ever sent to us

std::string random_token() {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::random_device source;
  std::string token;
  for (int i = 0; i < 8; ++i) {
    for (unsigned bits = source(), n = 0; n < 8; ++n, bits >>= 4U) token.push_back(kHex[bits & 0xFU]);
  }
  return token;
}

/// How many connections are open.
class Connections {
 public:
  void add() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_open < kMostConnections; });
    ++m_open;
  }
  void remove() {
    const std::scoped_lock lock(m_mutex);
    --m_open;
    m_changed.notify_all();
  }
  /// False if some are still open when patience has ended.
  bool wait_for_none() {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, 2 * kPatience, [&] { return m_open == 0; });
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_open = 0;
};

/// A thread for each connection, so that idle ones keep nobody waiting.
class ConnectionThreads : public httplib::TaskQueue {
 public:
  explicit ConnectionThreads(std::shared_ptr<Connections> connections)
      : m_connections(std::move(connections)) {}

  void enqueue(std::function<void()> work) override {
    m_connections->add();
    std::thread([connections = m_connections, work = std::move(work)] {
      work();
      connections->remove();
    }).detach();
  }

  void shutdown() override {}  // the server waits for them

 private:
  std::shared_ptr<Connections> m_connections;
};

std::string_view type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".jsonld", "application/ld+json"},
      {".csv", "text/csv; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".pdf", "application/pdf"},
      {".xml", "application/xml"},
      {".ics", "text/calendar; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".zip", "application/zip"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::uint64_t number_of(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void refuse(httplib::Response& response, int status, std::string_view why) {
  response.status = status;
  response.set_content(std::string(why) + "\n", "text/plain; charset=utf-8");
}

}  // namespace

struct PreviewServer::Implementation {
  Implementation(PreviewSite& previewed, std::string home_audience)
      : site(previewed), home(std::move(home_audience)), token(random_token()) {}

  /// A page of another site may make a browser ask us, under a name of its own even (DNS rebinding).
  [[nodiscard]] bool is_ours(const httplib::Request& request) const {
    const std::string host = request.get_header_value("Host");
    const std::string number = ":" + std::to_string(port);
    if (host != kLoopback + number && host != "localhost" + number) return false;
    return !request.has_header("Origin") || request.get_header_value("Origin") == "http://" + host;
  }

  httplib::Server::HandlerResponse judge(const httplib::Request& request, httplib::Response& response) const {
    using enum httplib::Server::HandlerResponse;
    if (stopped) {
      refuse(response, 503, "the preview has ended");
      return Handled;
    }
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("X-Frame-Options", "DENY");
    if (!is_ours(request)) {
      refuse(response, 403, "only pages of this preview may ask");
    } else if (request.method != "GET" && request.method != "HEAD") {
      refuse(response, 405, "a preview only shows");
    } else if (request.path.find('\0') != std::string::npos || request.path.find("..") != std::string::npos) {
      refuse(response, 400, "no such address");
    } else {
      return Unhandled;
    }
    return Handled;
  }

  PreviewFrame frame_of(const std::string& audience, const std::string& path) const {
    PreviewFrame frame;
    frame.state = site.state();  // before the findings, so that none is missed
    frame.audience = audience;
    frame.path = path;
    frame.audiences = site.audiences();
    frame.findings = site.findings();
    frame.token = token;
    return frame;
  }

  void answer_page(const std::string& audience, const std::string& path, httplib::Response& response) {
    PreviewFrame frame = frame_of(audience, path);
    auto file = site.file(audience, path);
    if (!file) {
      response.status = 404;
      file = site.file(audience, "404.html");
    }
    if (!file || (file->framed && file->bytes.empty())) {
      response.set_content(bare_page(frame), "text/html; charset=utf-8");
      return;
    }
    frame.stale = file->stale;
    const std::string type(type_of(response.status == 404 ? "404.html" : path));
    response.set_content(file->framed ? framed_page(std::move(file->bytes), frame) : std::move(file->bytes),
                         type);
  }

  /// The one that was asked for, else the widest.
  std::string home_audience() const {
    const std::vector<std::string> all = site.audiences();
    return home.empty() && !all.empty() ? all.front() : home;
  }

  /// "/public/items/zg-1.html", with its escapes undone.
  void answer(const httplib::Request& request, httplib::Response& response) {
    const std::size_t slash = request.path.find('/', 1);
    if (slash == std::string::npos) {
      const std::string audience = request.path == "/" ? home_audience() : request.path.substr(1);
      if (!site.file(audience, "index.html") && request.path != "/") return answer_page(audience, "", response);
      response.set_redirect(preview_address(audience, "index.html"));
      return;
    }
    std::string path = request.path.substr(slash + 1);
    if (path.empty()) path = "index.html";
    answer_page(request.path.substr(1, slash - 1), path, response);
  }

  void answer_own(const httplib::Request& request, httplib::Response& response) {
    const std::string name = request.path.substr(kPreviewFolder.size());
    if (name == "preview.css") {
      response.set_content(std::string(preview_style()), "text/css; charset=utf-8");
    } else if (name == "preview.js") {
      response.set_content(std::string(preview_script()), "text/javascript; charset=utf-8");
    } else if (name != "wait") {
      refuse(response, 404, "no such address");
    } else if (request.get_param_value("token") != token) {
      refuse(response, 403, "not the token of this preview");
    } else {
      answer_wait(request, response);
    }
  }

  void answer_wait(const httplib::Request& request, httplib::Response& response) {
    const PreviewState known{number_of(request.get_param_value("version")),
                             number_of(request.get_param_value("findings"))};
    const PreviewState now = site.wait_for_change(known, kLongestWait);
    JsonWriter json;
    json.begin_object();
    json.key("version");
    json.text(std::to_string(now.version));
    json.key("findings");
    json.text(std::to_string(now.findings));
    json.key("text");
    json.text(site.findings());
    json.end_object();
    response.set_content(json.take(), "application/json");
  }

  PreviewSite& site;
  std::string home;
  std::string token;
  int port = 0;
  socket_t socket = INVALID_SOCKET;  ///< that listens
  std::atomic<bool> stopped = false;
  std::shared_ptr<Connections> connections = std::make_shared<Connections>();
  httplib::Server server;
  std::thread listener;
};

PreviewServer::PreviewServer(PreviewSite& site, std::string home)
    : m_implementation(std::make_unique<Implementation>(site, std::move(home))) {
  Implementation& own = *m_implementation;
  httplib::Server& server = own.server;
  server.new_task_queue = [&own] { return new ConnectionThreads(own.connections); };  // becomes the library's
  // Not the library's SO_REUSEPORT, by which two previews would share a port and each get half.
  server.set_socket_options([&own](socket_t socket) {
    own.socket = socket;
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_tcp_nodelay(true);
  server.set_keep_alive_timeout(kPatience.count());
  server.set_read_timeout(kPatience);
  server.set_payload_max_length(kLargestBody);
  server.set_pre_routing_handler(
      [&own](const auto& request, auto& response) { return own.judge(request, response); });
  server.Get(R"(/\.gongshi/.*)",
             [&own](const auto& request, auto& response) { own.answer_own(request, response); });
  server.Get("/.*", [&own](const auto& request, auto& response) { own.answer(request, response); });
}

PreviewServer::~PreviewServer() {
  m_implementation->stopped = true;
  m_implementation->site.stop();
  m_implementation->server.stop();
  if (m_implementation->listener.joinable()) m_implementation->listener.join();
  // A client that sends a byte now and then can hold its connection for ever. What it holds is left to
  // the end of the process, and does nothing any more.
  // NOLINTNEXTLINE(bugprone-unused-return-value)
  if (!m_implementation->connections->wait_for_none()) m_implementation.release();
}

int PreviewServer::start(int port) {
  Implementation& own = *m_implementation;
  errno = 0;
  own.port = port;
  if (port == 0) {
    own.port = own.server.bind_to_any_port(kLoopback);
  } else if (!own.server.bind_to_port(kLoopback, port)) {
    throw CannotListen{port, errno == 0 ? EADDRINUSE : errno};
  }
  if (own.port <= 0) throw CannotListen{port, errno};
  ::listen(own.socket, SOMAXCONN);  // again: the library lets five clients wait
  own.listener = std::thread([&own] { own.server.listen_after_bind(); });
  return own.port;
}

}  // namespace gongshi
