
# The program with its data files: cmake --install, and CPack for .deb and .tar.gz.
include(GNUInstallDirs)
install(TARGETS entente RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/extract/rules" "${PROJECT_SOURCE_DIR}/extract/lexicon"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/extract" COMPONENT program FILES_MATCHING PATTERN "*.json" PATTERN "*.txt" PATTERN "*.tsv" PATTERN "*.md")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/extract/language/models"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/extract/language" COMPONENT program OPTIONAL)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/ontology/schema" "${PROJECT_SOURCE_DIR}/ontology/register" "${PROJECT_SOURCE_DIR}/ontology/mapping"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/ontology" COMPONENT program FILES_MATCHING PATTERN "*.ttl" PATTERN "*.json" PATTERN "source" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/shapes/" DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/shapes" COMPONENT program
  FILES_MATCHING PATTERN "*.ttl" PATTERN "engine" EXCLUDE PATTERN "report" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/corpus/samples" DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/corpus" COMPONENT program)

install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright COMPONENT program)

# Completion for shells and the manual page, which the program makes when it is linked (cli/CMakeLists.txt), where they are looked for.
install(FILES "${ENTENTE_MADE}/entente" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${ENTENTE_MADE}/_entente" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT program)
install(FILES "${ENTENTE_MADE}/entente.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT program)
install(FILES "${ENTENTE_MADE}/entente.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)

# --- the SHACL engine as a library: find_package(entente) gives entente::shapes --------------------------------
# cmake --install BUILD --component shacl --prefix PREFIX
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(ENTENTE_CONFIG_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/entente")
foreach(library base rdf query shapes)
  set_target_properties(entente_${library} PROPERTIES EXPORT_NAME ${library})
endforeach()
install(TARGETS entente_base entente_rdf entente_query entente_shapes EXPORT ententeTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT shacl
  INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/entente")
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION "${ENTENTE_CONFIG_DIR}" COMPONENT shacl)
foreach(folder core/base core/rdf query shapes)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/entente/${folder}"
    COMPONENT shacl FILES_MATCHING PATTERN "*.hpp" PATTERN "codes.def")
endforeach()
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/ententeConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/ententeConfig.cmake" INSTALL_DESTINATION "${ENTENTE_CONFIG_DIR}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/ententeConfig.cmake" "${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake"
  DESTINATION "${ENTENTE_CONFIG_DIR}" COMPONENT shacl)

# Two Debian packages, the program and the library for developers; one archive with both.
set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME "entente")
set(CPACK_PACKAGE_VENDOR "The entente project")
set(CPACK_PACKAGE_CONTACT "The entente project <entente@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION "science")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME "entente")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Articles about politics and foreign affairs into a citable RDF knowledge base.\n The program with its rules, register, models and shapes.")
set(CPACK_DEBIAN_SHACL_PACKAGE_NAME "entente-dev")
set(CPACK_DEBIAN_SHACL_PACKAGE_SECTION "libdevel")
set(CPACK_DEBIAN_SHACL_PACKAGE_DEPENDS "libserd-dev, libsord-dev, libre2-dev, libicu-dev, libssl-dev, nlohmann-json3-dev, pkg-config")
set(CPACK_COMPONENT_SHACL_DESCRIPTION "SHACL engine, SPARQL evaluator and RDF graph of entente as C++ libraries.\n Static libraries, headers and a CMake package: find_package(entente).")
include(CPack)
