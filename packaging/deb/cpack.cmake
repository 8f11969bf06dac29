# SPDX-License-Identifier: Apache-2.0
# The Debian package, by CPack. Dependencies of linked libraries are found by dpkg-shlibdeps; what is opened
# at run time is named here.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME wecom-setup)
set(CPACK_PACKAGE_VENDOR "The authors of WeCom Setup for NocoBase")
set(CPACK_PACKAGE_CONTACT "The authors of WeCom Setup for NocoBase <wecom-setup@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "sets up and proves WeCom login for NocoBase")
set(CPACK_PACKAGE_DESCRIPTION "A desktop assistant that leads an administrator through the WeCom admin console\nand NocoBase, checks every step by itself, writes the login to NocoBase, and\nsigns in for real to see that it works. A second program does the same\nwithout a window.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Platform plugins, SVG icons and the keychain's library are opened at run time.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6, libsecret-1-0, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, fonts-noto-cjk | fonts-wqy-microhei, qt6-wayland")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# What Debian wants to find in every package; its changelog has a form of its own.
string(TIMESTAMP release_time "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(deb/changelog.in changelog @ONLY)
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz)
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${changelog} COMMAND ${GZIP} -9nc changelog > ${changelog}
  WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/changelog VERBATIM)
add_custom_target(package_papers ALL DEPENDS ${changelog})
install(FILES ${changelog} deb/copyright ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/wecom-setup)
include(CPack)
