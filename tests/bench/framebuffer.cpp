// SPDX-License-Identifier: Apache-2.0
#include "framebuffer.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowStep = 4; // a line of text is higher than that

// Places of words in the header.
enum : int { HeaderSize = 0, Width = 4, Height = 5, BitsPerPixel = 11, BytesPerLine = 12, Colours = 19 };
constexpr int bytesPerColour = 12;

} // namespace

Framebuffer::~Framebuffer()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5000)) {
        m_server.kill();
        m_server.waitForFinished(5000);
    }
}

bool Framebuffer::start()
{
    m_server.setStandardErrorFile(m_folder.filePath(u"messages"_s));
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x900x24"_s, u"-br"_s,
                               u"-nocursor"_s, u"-nolisten"_s, u"tcp"_s, u"-fbdir"_s, m_folder.path()});
    if (!m_server.waitForStarted(5000)) {
        problem = u"Xvfb is not installed"_s;
        return false;
    }
    if (!m_server.waitForReadyRead(20000)) {
        problem = u"Xvfb did not start"_s;
        return false;
    }
    display = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    return openScreen();
}

bool Framebuffer::openScreen()
{
    m_file.setFileName(m_folder.filePath(u"Xvfb_screen0"_s));
    if (!m_file.open(QIODevice::ReadOnly)) {
        problem = u"Xvfb has no screen file"_s;
        return false;
    }
    const uchar *start = m_file.map(0, m_file.size());
    const auto word = [start](int place) { return int(qFromBigEndian<quint32>(start + place * 4)); };
    if (!start || word(BitsPerPixel) != 32) {
        problem = u"Xvfb's screen file has another format"_s;
        return false;
    }
    m_width = word(Width);
    m_height = word(Height);
    m_lineBytes = word(BytesPerLine);
    m_pixels = start + word(HeaderSize) + word(Colours) * bytesPerColour;
    if (m_pixels + qint64(m_lineBytes) * m_height > start + m_file.size()) {
        problem = u"Xvfb's screen file is shorter than it says"_s;
        return false;
    }
    return true;
}

// How many colours other than the bare screen's black there are, counted up to `enough` (2 at most).
int Framebuffer::colours(int enough) const
{
    quint32 first = 0;
    for (int y = 0; y < m_height; y += rowStep) {
        const auto *line = reinterpret_cast<const volatile quint32 *>(m_pixels + qint64(m_lineBytes) * y);
        for (int x = 0; x < m_width; ++x) {
            const quint32 pixel = line[x] & 0xffffffU;
            if (pixel == 0 || pixel == first)
                continue;
            if (first != 0 || enough == 1)
                return enough;
            first = pixel;
        }
    }
    return first == 0 ? 0 : 1;
}

bool Framebuffer::shows(quint32 colour) const
{
    int found = 0;
    for (int y = 0; y < m_height; y += rowStep) {
        const auto *line = reinterpret_cast<const volatile quint32 *>(m_pixels + qint64(m_lineBytes) * y);
        for (int x = 0; x < m_width; x += rowStep)
            found += (line[x] & 0xffffffU) == colour ? 1 : 0;
    }
    constexpr int good = 1000; // of the points looked at: 16,000 pixels
    return found >= good;
}

bool Framebuffer::isBlank() const
{
    return colours(1) == 0;
}

bool Framebuffer::isPainted() const
{
    return colours(2) == 2;
}
