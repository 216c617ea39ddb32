
# The program with its data files: cmake --install, and CPack for .deb and .tar.gz.
include(GNUInstallDirs)
install(TARGETS entente RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/extract/rules" "${PROJECT_SOURCE_DIR}/extract/lexicon"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/extract" FILES_MATCHING PATTERN "*.json" PATTERN "*.txt" PATTERN "*.tsv" PATTERN "*.md")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/extract/language/models"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/extract/language" OPTIONAL)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/ontology/schema" "${PROJECT_SOURCE_DIR}/ontology/register" "${PROJECT_SOURCE_DIR}/ontology/mapping"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/ontology" FILES_MATCHING PATTERN "*.ttl" PATTERN "*.json" PATTERN "source" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/shapes/" DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/shapes"
  FILES_MATCHING PATTERN "*.ttl" PATTERN "engine" EXCLUDE PATTERN "report" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/corpus/samples" DESTINATION "${CMAKE_INSTALL_DATADIR}/entente/corpus")

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME "entente")
set(CPACK_PACKAGE_CONTACT "The entente project <entente@example.org>")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)

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
