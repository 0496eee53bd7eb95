// A refusal of the disk as an exception, and as a finding in words that an office understands.
#pragma once

#include <stdexcept>
#include <string>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

/// What was tried, on which path, and the errno.
class IoError : public std::runtime_error {
 public:
  /// `operation` is a verb that a path can follow: {"读取", "read"}.
  IoError(Bilingual operation, std::string path, int error_number);
  [[nodiscard]] Bilingual operation() const { return m_operation; }
  [[nodiscard]] const std::string& path() const { return m_path; }
  [[nodiscard]] int error_number() const { return m_error_number; }

 private:
  Bilingual m_operation;
  std::string m_path;
  int m_error_number;
};

/// Why the disk refused, in both languages; the system's own words if we have none.
Term io_reason(int error_number);

/// The finding `io-failed`.
Diagnostic io_failed(const IoError& error);

}  // namespace gongshi
