// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

// An X server of its own (Xvfb) whose screen is a file in memory: what a program painted is seen without
// asking the server and without a word to the program. No window manager runs on it, so nothing but the
// program paints. The file is an xwd file: a header of big-endian words, the colour map, then the lines
// (X11/XWDFile.h).
class Framebuffer
{
public:
    ~Framebuffer();

    // False with `problem` when the server did not come up.
    bool start();
    QString problem;
    QString display;

    // Neither answer says what was painted, only: nothing at all; or two colours at least, thus a ground and
    // text on it. A window that is mapped and not yet painted has the colour of what was there before.
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] bool isPainted() const;
    // A good part of the screen has exactly this colour (0xRRGGBB).
    [[nodiscard]] bool shows(quint32 colour) const;

private:
    bool openScreen();
    [[nodiscard]] int colours(int enough) const;
    QProcess m_server;
    QTemporaryDir m_folder;
    QFile m_file;
    const uchar *m_pixels = nullptr;
    int m_width = 0;
    int m_height = 0;
    int m_lineBytes = 0;
};
