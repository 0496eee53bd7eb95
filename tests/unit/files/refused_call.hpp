// What a call to the disk was refused with.
#pragma once

#include <gtest/gtest.h>

#include "files/io_error.hpp"

namespace gongshi::testing {

/// The errno of the IoError that `call` throws, 0 if it throws none.
template <class Call>
int refused(Call call) {
  try {
    call();
    return 0;
  } catch (const IoError& error) {
    EXPECT_FALSE(error.path().empty());
    return error.error_number();
  }
}

}  // namespace gongshi::testing
