// SPDX-License-Identifier: Apache-2.0
#include <QtGlobal>

// The .qrc beside this file registers itself when the library is loaded; this file gives the target a
// language.
