// SPDX-License-Identifier: Apache-2.0
#include "vault/wipe.h"

namespace vault {

namespace {

void zero(void *memory, size_t size)
{
    // A volatile write is a side effect, so it survives even though nothing reads the bytes again.
    volatile unsigned char *byte = static_cast<unsigned char *>(memory);
    while (size-- > 0)
        *byte++ = 0;
}

} // namespace

void wipe(QByteArray &bytes)
{
    // data() of a shared array would make a copy, and zero that.
    if (bytes.isDetached())
        zero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached())
        zero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace vault
