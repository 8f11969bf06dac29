# SPDX-License-Identifier: Apache-2.0
# wecomsetup_language_files(VARIABLE FOLDER PREFIX SUFFIX): FOLDER/PREFIX<code>SUFFIX of every language in languages.json
# that is there. One that is not is said, and its words are then those that stand in for it.
set(WECOMSETUP_LANGUAGES ${CMAKE_CURRENT_LIST_DIR}/languages.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${WECOMSETUP_LANGUAGES})

function(wecomsetup_language_files variable folder prefix suffix)
  file(READ ${WECOMSETUP_LANGUAGES} json)
  string(JSON count LENGTH ${json} languages)
  math(EXPR last "${count} - 1")
  file(GLOB there CONFIGURE_DEPENDS ${folder}/${prefix}*${suffix})
  set(found)
  foreach(row RANGE ${last})
    string(JSON code GET ${json} languages ${row} code)
    if(${folder}/${prefix}${code}${suffix} IN_LIST there)
      list(APPEND found ${folder}/${prefix}${code}${suffix})
    else()
      message(STATUS "no ${prefix}${code}${suffix} yet")
    endif()
  endforeach()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()
