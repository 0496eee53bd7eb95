// A sink in front of another: what passes through is searched for withheld values.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "gate/leak_scan.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

class ScanningSink : public SiteSink {
 public:
  /// Both must outlive it.
  ScanningSink(LeakScan& scan, SiteSink& behind) : m_scan(scan), m_behind(behind) {}

  // Files wait for each other: what is searched for fills a good part of a processor's cache, and to fetch
  // that anew for each small file costs several times the search.
  void write(const std::string& path, std::string bytes) override {
    std::vector<File> batch;
    {
      const std::scoped_lock lock(m_mutex);
      m_waiting_bytes += bytes.size();
      m_waiting.emplace_back(path, std::move(bytes));
      if (m_waiting_bytes < kBatchBytes) return;
      batch = take_waiting();
    }
    pass_on(batch);
  }

  /// Searches and passes on what still waits; to be called behind the last write.
  void finish() {
    std::vector<File> batch;
    {
      const std::scoped_lock lock(m_mutex);
      batch = take_waiting();
    }
    pass_on(batch);
  }

 private:
  using File = std::pair<std::string, std::string>;  // path and bytes
  static constexpr std::size_t kBatchBytes = std::size_t{1} << 20U;

  std::vector<File> take_waiting() {
    m_waiting_bytes = 0;
    return std::exchange(m_waiting, {});
  }

  void pass_on(std::vector<File>& batch) {
    for (const auto& [path, bytes] : batch) m_scan.look_at(path, bytes);
    for (auto& [path, bytes] : batch) m_behind.write(path, std::move(bytes));
  }

  LeakScan& m_scan;
  SiteSink& m_behind;
  std::mutex m_mutex;
  std::vector<File> m_waiting;
  std::size_t m_waiting_bytes = 0;
};

}  // namespace gongshi
