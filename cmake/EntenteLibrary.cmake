# entente_library(NAME USES lib... [PRIVATE_LIBS lib...])
#   One static library `entente_NAME` from every .cpp below the current folder; headers are included as
#   "folder/file.hpp" from the project's root. A new file needs no build edit.
function(entente_library name)
  cmake_parse_arguments(ARG "" "" "USES;PRIVATE_LIBS;EXCLUDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  foreach(pattern IN LISTS ARG_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  if(NOT sources)
    add_library(entente_${name} INTERFACE)
    target_include_directories(entente_${name} INTERFACE "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
    target_link_libraries(entente_${name} INTERFACE ${ARG_USES} ${ARG_PRIVATE_LIBS})
    return()
  endif()
  add_library(entente_${name} STATIC ${sources})
  target_include_directories(entente_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(entente_${name} PUBLIC ${ARG_USES} PRIVATE ${ARG_PRIVATE_LIBS})
endfunction()

# entente_test(NAME USES lib...): one doctest program `test_NAME` from every .cpp below tests/NAME. What tests a release is
#   compiled at -O1: a test program compiles for longer than it runs.
function(entente_test name)
  cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
  set(folder "${PROJECT_SOURCE_DIR}/tests/${name}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources} $<TARGET_OBJECTS:entente_test_main>)
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(test_${name} PRIVATE
    ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ENTENTE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(test_${name} PRIVATE ${ARG_USES})
  add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  # For a machine that others use as well; sanitizers take ten times as long.
  set(seconds 900)
  if(ENTENTE_SANITIZE)
    set(seconds 3000)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds})
endfunction()

# entente_allocator(TARGET...): programs that take their memory from mimalloc, if it was found. Nothing names it, so the
#   linker is told to keep it; standing before libc, its malloc and operator new replace those.
function(entente_allocator)
  if(NOT ENTENTE_MIMALLOC_LIBRARY)
    return()
  endif()
  foreach(target IN LISTS ARGN)
    target_link_libraries(${target} PRIVATE -Wl,--push-state,--no-as-needed "${ENTENTE_MIMALLOC_LIBRARY}" -Wl,--pop-state)
  endforeach()
endfunction()
