
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
