/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#define FUSE_USE_VERSION 34
#include <fuse3/fuse_lowlevel.h>

/* The image, read only, for libfuse's low-level interface. */
extern const struct fuse_lowlevel_ops fileSystem;
