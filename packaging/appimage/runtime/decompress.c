/* SPDX-License-Identifier: Apache-2.0
 *
 * squashfuse asks this one function for the decompressor of an image. Having our own keeps squashfuse's out
 * of the program, and with it LZO, which is under the GPL, and three more libraries that we have no use for.
 */
#include "runtime.h"

#include <squashfuse/decompress.h>
#include <zstd.h>

enum { compressedByZstd = 6 }; /* squashfs 4.0, super block */

static sqfs_err decompressZstd(void *in, size_t inSize, void *out, size_t *outSize)
{
    static _Thread_local ZSTD_DCtx *context; /* making one takes long beside unpacking one block */
    if (!context && !(context = ZSTD_createDCtx()))
        return SQFS_ERR;
    const size_t size = ZSTD_decompressDCtx(context, out, *outSize, in, inSize);
    if (ZSTD_isError(size))
        return SQFS_ERR;
    *outSize = size;
    return SQFS_OK;
}

sqfs_decompressor sqfs_decompressor_get(sqfs_compression_type type)
{
    return type == compressedByZstd ? decompressZstd : NULL;
}
