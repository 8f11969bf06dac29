# SPDX-License-Identifier: Apache-2.0
# windows_resources(target description): the icon, and the version that Explorer shows; nothing elsewhere.
if(WIN32)
  enable_language(RC)
endif()

function(windows_resources target description)
  if(NOT WIN32)
    return()
  endif()
  string(REPLACE . , numbers ${PROJECT_VERSION})
  set(file ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/msi/resources.rc.in ${file} @ONLY)
  target_sources(${target} PRIVATE ${file})
endfunction()
