/* SPDX-License-Identifier: Apache-2.0
 *
 * The program in front of an AppImage's file system: it mounts the squashfs image that follows it in the same
 * file, or unpacks it where that is not possible, and starts AppRun.
 * AppImage type 2, github.com/AppImage/AppImageSpec. The image is compressed with zstd.
 */
#pragma once

#include <limits.h>
#include <stdbool.h>
#include <sys/types.h>

#include <squashfuse/squashfuse.h>

/* The file that is run. */
extern char self[PATH_MAX];

/* Its image, once this thread has opened it: squashfuse's caches are for one thread only. */
extern _Thread_local sqfs image;

_Noreturn void die(const char *what);

/* image.c: where the image begins, which is where this ELF file ends. */
off_t imageOffset(void);
void openImage(void);
/* Prints a section as text; nothing when it is empty. */
void printSection(const char *name);

/* extract.c: unpacks all, or what matches the pattern, below the folder; names what it writes when told to.
 */
void extractImage(const char *folder, const char *pattern, bool tell);
void removeTree(const char *folder);

/* mount.c: mounts in the background on the folder. The mount lives until the returned descriptor, which
 * programs started from here inherit, is closed by the last of them. -1: FUSE cannot be used here. */
int mountImage(const char *folder);

/* ahead.c: lets the kernel read, while the program starts, what the file .startup in the image names, one
 * path below it on a line, in the order in which the program needs them. */
void readAhead(const char *folder);
