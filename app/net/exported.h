// SPDX-License-Identifier: Apache-2.0
#pragma once

// Stands before the name of a class with signals: Windows lets programs and plugins refer to its meta object,
// which is data, only when both sides say so. Functions need nothing, since everything is exported
// (app/CMakeLists.txt).
#if !defined(_WIN32)
#define WECOMSETUP_EXPORT
#elif defined(WECOMSETUP_LIBRARY)
#define WECOMSETUP_EXPORT __declspec(dllexport)
#else
#define WECOMSETUP_EXPORT __declspec(dllimport)
#endif
