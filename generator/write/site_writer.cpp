#include "write/site_writer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "text/sha256.hpp"

namespace gongshi {
namespace {

// What a kernel or file system says that cannot rename in this way at all (EBUSY: the output is a
// mount point), as against a disk that failed.
bool cannot_rename_so(int error_number) {
  constexpr std::array kRefusals = {EINVAL, ENOSYS, EOPNOTSUPP, EXDEV, EBUSY};
  return std::find(kRefusals.begin(), kRefusals.end(), error_number) != kRefusals.end();
}

template <class Step>
void in_one_step(const std::string& output, Step step) {
  try {
    step();
  } catch (const IoError& error) {
    if (!cannot_rename_so(error.error_number())) throw;
    throw OutputRefused("output-exchange-refused", {output, io_reason(error.error_number())});
  }
}

// For what is done on the way out of a failure, where the first error is the one to tell.
template <class Step>
void as_far_as_possible(Step step) {
  try {
    step();
  } catch (const std::exception&) {
  }
}

}  // namespace

SiteWriter::SiteWriter(FileSystem& disk, const OutputRequest& request, const LockHolder& about)
    : m_disk(disk), m_place(find_output_place(disk, request)), m_store(disk, m_place.kept) {
  take_lock(about);
  if (m_disk.status(m_place.staging)) {
    // A build that died right after its exchange left the previous site here. Before that is removed,
    // the exchange itself must be certain to survive.
    m_disk.sync_folder(m_place.parent);
    m_disk.remove_tree(m_place.staging);
  }
  m_disk.make_folder(m_place.staging);
}

SiteWriter::~SiteWriter() {
  if (m_staging_is_ours) as_far_as_possible([&] { m_disk.remove_tree(m_place.staging); });
}

void SiteWriter::take_lock(const LockHolder& about) {
  LockHolder other;
  m_lock = m_disk.lock(m_place.lock, about, other);
  if (m_lock == nullptr) throw OutputRefused("locked", {m_place.output, other.process, other.since});
}

void SiteWriter::write(const std::string& path, std::string bytes) {
  add_path(path);
  m_disk.write_new(m_place.staging + "/" + path, bytes);
  ManifestEntry entry{bytes.size(), sha256_hex(bytes)};
  const std::scoped_lock lock(m_mutex);
  m_files.emplace(path, std::move(entry));
}

void SiteWriter::add_path(const std::string& path) {
  const std::scoped_lock lock(m_mutex);
  for (const std::string& folder : m_paths.add(path)) m_disk.make_folder(m_place.staging + "/" + folder);
}

void SiteWriter::take_over(StoredFile file) {
  add_path(file.path);
  const std::scoped_lock lock(m_mutex);
  m_files.emplace(file.path, file.entry);
  m_taken_over.push_back(std::move(file));
}

void SiteWriter::put_taken_over(const RunAll& run_all) {
  run_all(m_taken_over.size(), [&](std::size_t i) { put_taken_over(m_taken_over[i]); });
}

void SiteWriter::put_taken_over(const StoredFile& file) {
  const std::string path = m_place.staging + "/" + file.path;
  try {
    m_disk.link_new(m_store.place_of(file.path), path);
  } catch (const IoError&) {  // a file system without links, or no more of them to this file
    m_disk.write_new(path, m_store.read(file));
  }
}

const ManifestEntry* SiteWriter::find(const std::string& path) const {
  const auto file = m_files.find(path);
  return file == m_files.end() ? nullptr : &file->second;
}

void SiteWriter::put_beside(std::string_view review) {
  m_disk.remove_tree(m_place.review);
  if (!review.empty()) m_disk.write_new(m_place.review, review);
}

void SiteWriter::publish(const Edition& edition, const RunAll& run_all) {
  if (m_files.size() != m_paths.files()) throw std::logic_error("published before every write had succeeded");
  put_taken_over(run_all);
  write(kManifestName, manifest_json(edition, m_files));
  m_disk.sync_all(m_place.staging);
  put_in_place();
}

void SiteWriter::put_in_place() {
  const bool replaces = m_disk.status(m_place.output).has_value();
  if (replaces) m_disk.remove_tree(m_place.previous);
  in_one_step(m_place.output, [&] {
    if (replaces) {
      m_disk.exchange(m_place.staging, m_place.output);
    } else {
      m_disk.rename_new(m_place.staging, m_place.output);
    }
  });
  m_staging_is_ours = false;  // what lies there from now on is the old site
  const std::string* old_site = &m_place.staging;
  try {
    if (replaces) {
      m_disk.rename_new(m_place.staging, m_place.previous);
      old_site = &m_place.previous;
    }
    m_disk.sync_folder(m_place.parent);
  } catch (const IoError& error) {
    take_back(replaces, *old_site, error);
    throw;
  }
}

void SiteWriter::take_back(bool replaced, const std::string& old_site, const IoError& cause) {
  try {
    if (replaced) {
      m_disk.exchange(old_site, m_place.output);
    } else {
      m_disk.rename_new(m_place.output, old_site);
    }
  } catch (const IoError&) {
    throw OutputRefused("output-unsettled", {m_place.output, io_reason(cause.error_number())});
  }
  const std::string& new_site = old_site;
  as_far_as_possible([&] { m_disk.sync_folder(m_place.parent); });
  as_far_as_possible([&] { m_disk.remove_tree(new_site); });
}

}  // namespace gongshi
