// What serve is told by the machine.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kPreview[] = {
    {.code = "cannot-listen",
     .rule = {"预览要用本机的一个空闲端口。", "A preview needs a free port of this machine."},
     .text = {"不能用端口 {1}: {2}", "cannot listen on port {1}: {2}"},
     .cure = {"关掉占用它的程序（也许是另一个预览），或用 --port 换一个，--port 0 自动选一个。",
              "Stop the program that uses it, such as another preview, or choose another with --port; "
              "--port 0 takes any that is free."}},
};

}  // namespace gongshi::messages
