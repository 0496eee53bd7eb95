# The program of the gates' tests: the real one, but that it leaks where the environment asks for it and leaves
# gates off (leaks.cpp, switched_off.cpp). Nothing of this is in the program that is shipped.
set(here ${CMAKE_CURRENT_LIST_DIR})
target_sources(leaking_gongshi PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/leaking_record_projection.cpp)
target_include_directories(leaking_gongshi PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(leaking_gongshi PRIVATE gongshi_cli gongshi_warnings gongshi_sanitizers)

# Functions that are replaced: a line each of seams.txt, its name here, its source and its name for the linker.
# That can be done only where another object calls it, so that a unity build leaves these sources by themselves.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${here}/seams.txt)
file(STRINGS ${here}/seams.txt seams)
foreach(seam IN LISTS seams)
  string(REGEX MATCH "^([A-Z_]+) (([a-z]+)/[a-z_]+) (.+)$" matched ${seam})
  target_compile_definitions(leaking_gongshi PRIVATE SEAM_${CMAKE_MATCH_1}="${CMAKE_MATCH_4}")
  target_link_options(leaking_gongshi PRIVATE LINKER:--wrap=${CMAKE_MATCH_4})
  set_source_files_properties(${PROJECT_SOURCE_DIR}/generator/${CMAKE_MATCH_2}.cpp
      TARGET_DIRECTORY gongshi_${CMAKE_MATCH_3} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endforeach()

# Rules inside the projection have no seam, so that its source is copied with each of them made conditional.
set(projection ${PROJECT_SOURCE_DIR}/generator/publish/record_projection.cpp)
set_source_files_properties(${projection} TARGET_DIRECTORY gongshi_publish PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${projection})
file(READ ${projection} copy)
# conditional(GATE CODE REPLACEMENT): the line must be there once.
function(conditional gate code replacement)
  string(FIND "${copy}" "${code}" first)
  string(FIND "${copy}" "${code}" last REVERSE)
  if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "tests/gates/leaking: the gate ${gate} of the projection is not where it was")
  endif()
  string(REPLACE "${code}" "${replacement}" changed "${copy}")
  set(copy "${changed}" PARENT_SCOPE)
endfunction()
conditional(fields "field.reach == Reach::shown" "field.reach == Reach::shown || is_off(\"fields\")")
conditional(references "  return passes;" "  return passes || is_off(\"references\");")
conditional(body-links "  return !named.empty() &&" "  return !is_off(\"body-links\") && !named.empty() &&")
conditional(withdrawal "if (m_record.withdrawn)" "if (m_record.withdrawn && !is_off(\"withdrawal\"))")
conditional(withdrawn-title "WithdrawalKind::redaction);" "WithdrawalKind::redaction) || is_off(\"withdrawn-title\");")
string(PREPEND copy "#include \"gates/leaking/seams.hpp\"\n")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/leaking_record_projection.cpp CONTENT "${copy}" @ONLY)
