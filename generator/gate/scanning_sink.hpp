// A sink in front of another: what passes through is searched for withheld values.
#pragma once

#include "gate/leak_scan.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

class ScanningSink : public SiteSink {
 public:
  /// Both must outlive it.
  ScanningSink(LeakScan& scan, SiteSink& behind) : m_scan(scan), m_behind(behind) {}

  void write(const std::string& path, std::string bytes) override {
    m_scan.look_at(path, bytes);
    m_behind.write(path, std::move(bytes));
  }

 private:
  LeakScan& m_scan;
  SiteSink& m_behind;
};

}  // namespace gongshi
