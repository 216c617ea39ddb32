# Every library from the system, each with its reason in docs/decisions/0002-dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET serd-0)
pkg_check_modules(SORD REQUIRED IMPORTED_TARGET sord-0)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)

# Programs only, never the libraries that others link; sanitizers bring an allocator of their own.
if(ENTENTE_MIMALLOC AND NOT ENTENTE_SANITIZE)
  find_library(ENTENTE_MIMALLOC_LIBRARY mimalloc)
endif()
