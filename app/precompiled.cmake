# SPDX-License-Identifier: Apache-2.0
# Headers that are compiled once instead of in each file: most of the time of a build is Qt's. A source still includes what
# it uses; lint looks at it without these.
option(WECOMSETUP_PRECOMPILED "Compile common headers once (gcc and clang only)" ON)
if(MSVC)
  set(WECOMSETUP_PRECOMPILED OFF) # its precompiled headers cannot serve targets with other definitions
endif()

set(precompiled_core <algorithm> <chrono> <functional> <memory> <optional> <tl/expected.hpp>
  <QByteArray> <QCoreApplication> <QDateTime> <QDeadlineTimer> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
  <QList> <QMap> <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QUrlQuery>
  <qcoro/qcorosignal.h> <qcoro/qcorotask.h> <qcoro/qcorotimer.h>)
set(precompiled_window ${precompiled_core}
  <QAbstractButton> <QApplication> <QEvent> <QGuiApplication> <QHBoxLayout> <QLabel> <QPainter> <QPushButton> <QScrollArea>
  <QVBoxLayout> <QWidget>)

# One target for each set; the others use what it made, as all are compiled with the same flags: programs too as if they
# were libraries, which some builds of Qt ask for anyway.
if(NOT WIN32)
  target_compile_options(project_options INTERFACE -fPIC)
endif()
function(wecomsetup_precompiled_set name)
  file(CONFIGURE OUTPUT precompiled_${name}.cpp CONTENT "")
  add_library(precompiled_${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp)
  set_target_properties(precompiled_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(precompiled_${name} PRIVATE project_options QCoro6::Core tl::expected ${ARGN})
  target_precompile_headers(precompiled_${name} PRIVATE ${precompiled_${name}})
endfunction()
if(WECOMSETUP_PRECOMPILED)
  wecomsetup_precompiled_set(core Qt6::Core)
  wecomsetup_precompiled_set(window Qt6::Widgets)
endif()

# wecomsetup_precompiled(TARGET core|window)
function(wecomsetup_precompiled target name)
  get_target_property(type ${target} TYPE)
  # There, Qt defines more for a program, and the cross-built Qt SVG for whoever uses it.
  if(WIN32 AND (name STREQUAL window OR type STREQUAL EXECUTABLE))
    return()
  endif()
  if(WECOMSETUP_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM precompiled_${name})
  endif()
endfunction()
