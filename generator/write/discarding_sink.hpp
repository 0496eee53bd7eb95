// The sink of `check`: the whole pipeline runs, nothing is written.
#pragma once

#include <mutex>

#include "write/output_paths.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

class DiscardingSink : public SiteSink {
 public:
  void write(const std::string& path, std::string /*bytes*/) override {
    const std::scoped_lock lock(m_mutex);
    m_paths.add(path);
  }

 private:
  std::mutex m_mutex;
  OutputPaths m_paths;
};

}  // namespace gongshi
