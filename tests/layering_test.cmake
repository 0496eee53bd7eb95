# Proves that tests/layering.cmake bites: it is run over small trees that break one rule each.
# cmake -D SCRATCH=<folder> -P tests/layering_test.cmake
cmake_minimum_required(VERSION 3.25)
set(script "${CMAKE_CURRENT_LIST_DIR}/layering.cmake")

# tree(): a tree that keeps every rule.
function(tree)
  file(REMOVE_RECURSE "${SCRATCH}")
  file(WRITE "${SCRATCH}/generator/CMakeLists.txt"
      "gongshi_layer(text SOURCES utf8.cpp)\ngongshi_layer(parse\n    SOURCES parse_yaml.cpp\n    LINKS x)\n"
      "gongshi_layer(cli SOURCES parse_arguments.cpp)\nadd_executable(gongshi main.cpp)\n")
  file(WRITE "${SCRATCH}/generator/main.cpp" "#include \"cli/parse_arguments.hpp\"\n")
  file(WRITE "${SCRATCH}/generator/text/utf8.hpp" "#include <string>\n")
  file(WRITE "${SCRATCH}/generator/text/utf8.cpp" "#include \"text/utf8.hpp\"\n\n#include <vector>\n")
  file(WRITE "${SCRATCH}/generator/parse/parse_yaml.hpp" "#include \"text/utf8.hpp\"  // 说明\n")
  file(WRITE "${SCRATCH}/generator/parse/parse_yaml.cpp"
      "#include \"parse/parse_yaml.hpp\"\n#include <yaml-cpp/eventhandler.h>\n// YAML::Load hangs\n")
  file(WRITE "${SCRATCH}/generator/cli/parse_arguments.hpp" "#include \"parse/parse_yaml.hpp\"\n")
  file(WRITE "${SCRATCH}/generator/cli/parse_arguments.cpp"
      "#include \"cli/parse_arguments.hpp\"\n#include <CLI/CLI.hpp>\n")
  file(WRITE "${SCRATCH}/tests/CMakeLists.txt" "gongshi_test(t SOURCES unit/text/utf8_test.cpp)\n")
  file(WRITE "${SCRATCH}/tests/unit/text/utf8_test.cpp" "#include \"text/utf8.hpp\"\n")
endfunction()

# expect(MESSAGE): the tree in SCRATCH fails with MESSAGE; with an empty MESSAGE it passes.
function(expect wanted)
  execute_process(COMMAND "${CMAKE_COMMAND}" -D "ROOT=${SCRATCH}" -P "${script}"
      RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  string(FIND "${err}" "${wanted}" at)
  if((wanted STREQUAL "" AND NOT status EQUAL 0) OR (NOT wanted STREQUAL "" AND (status EQUAL 0 OR at EQUAL -1)))
    message(SEND_ERROR "expected “${wanted}”, got status ${status}:\n${out}${err}")
  endif()
endfunction()

# bites(FILE TEXT MESSAGE): writing TEXT into FILE of a good tree breaks a rule.
function(bites file text wanted)
  tree()
  file(WRITE "${SCRATCH}/${file}" "${text}")
  expect("${wanted}")
endfunction()

tree()
expect("")

set(own "#include \"text/utf8.hpp\"\n")
bites(generator/text/utf8.hpp "#include \"parse/parse_yaml.hpp\"\n" "upward include of \"parse/parse_yaml.hpp\"")
bites(generator/text/utf8.hpp "  #  include \"cli/x.hpp\"\n" "text may not know cli")
bites(generator/text/utf8.hpp "#include \"other/x.hpp\"\n" "which is in no known layer")
bites(generator/text/utf8.hpp "#include \"sha256.hpp\"\n" "includes are rooted")
bites(generator/other/x.cpp "\n" "generator/other/x.cpp: not in a known layer")
foreach(header yaml-cpp/yaml.h cmark-gfm.h cmark-gfm-extension_api.h kainjow/mustache.hpp mustache.hpp
    rapidjson/writer.h unicode/uchar.h openssl/evp.h CLI/CLI.hpp)
  bites(generator/text/utf8.cpp "${own}#include <${header}>\n" "includes <${header}>; only generator/")
  bites(generator/main.cpp "#include \"${header}\"\n" "includes \"${header}\"; only generator/")
endforeach()
set(own "#include \"parse/parse_yaml.hpp\"\n")
bites(generator/parse/parse_yaml.cpp "${own}void f() { YAML::Load(t)\; }\n" "YAML::Load is banned")
bites(generator/parse/parse_yaml.cpp "${own}YAML::LoadAll(t)\n" "YAML::Load is banned")
bites(generator/parse/parse_yaml.cpp "${own}YAML::Node n\n" "YAML::Node is banned")
bites(generator/parse/parse_yaml.cpp "${own}n.as<int>()\n" ".as< is banned")
bites(generator/parse/parse_yaml.cpp "${own}n->as <int>()\n" "as < is banned")
bites(generator/text/utf8.cpp "#include <vector>\n#include \"text/utf8.hpp\"\n" "its own header \"text/utf8.hpp\" comes first")
string(REPEAT "\n" 401 long)
bites(generator/text/utf8.hpp "${long}" "401 lines, the limit is 400")
bites(tests/case.py "${long}" "tests/case.py: 401 lines")
foreach(name util utils common helpers misc types manager)
  bites(generator/text/${name}.hpp "\n" "never ${name}")
endforeach()
bites(tests/unit/text/helpers_test.cpp "\n" "never helpers")
bites(generator/text/slug.cpp "\n" "generator/text/slug.cpp: not listed")
bites(generator/cli/utf8.cpp "\n" "generator/cli/utf8.cpp: not listed")
bites(generator/text/tf8.cpp "\n" "generator/text/tf8.cpp: not listed")
bites(generator/gate/cell_audit.hpp "#include \"parse/parse_yaml.hpp\"\n" "the audit knows the written files alone")
bites(generator/write/disk.cpp "\n" "no gongshi_layer for write/disk.cpp")
bites(tests/unit/text/slug_test.cpp "\n" "tests/unit/text/slug_test.cpp: not listed")

tree()
file(REMOVE_RECURSE "${SCRATCH}/generator")
file(MAKE_DIRECTORY "${SCRATCH}/generator")
expect("no sources below")
