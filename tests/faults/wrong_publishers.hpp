// Two ways to publish that look right and are not. The fault tests must catch them, or they prove
// nothing about the right one.
#pragma once

#include "faults/test_site.hpp"

namespace gongshi::testing {

/// Writes the new files over the old ones, one after the other.
void publish_in_place(FileSystem& disk, const std::string& output, const Pages& pages);

/// Writes beside the output and exchanges, but never makes sure that the bytes are on the disk.
void publish_without_sync(FileSystem& disk, const std::string& output, const Pages& pages);

}  // namespace gongshi::testing
