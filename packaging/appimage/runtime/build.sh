#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# build.sh OUT [VERSION]: the runtime, one static program.
set -eu
out=$(realpath -m "$1") version=${2:-development}
cd "$(dirname "$0")"
gcc -std=gnu11 -Os -Wall -Wextra -Werror -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -ffunction-sections -fdata-sections -static \
    -DRUNTIME_VERSION="\"WeCom Setup AppImage runtime $version\"" \
    -o "$out" main.c image.c extract.c mount.c ahead.c filesystem.c decompress.c -Wl,--gc-sections -Wl,--build-id=none -lsquashfuse -lfuse3 -lzstd -lpthread
strip "$out"
printf 'AI\x02' | dd of="$out" bs=1 seek=8 conv=notrunc status=none # the mark of type 2
