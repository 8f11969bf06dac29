/* SPDX-License-Identifier: Apache-2.0 */
#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void writeAll(int file, const char *bytes, size_t size, const char *path)
{
    while (size > 0) {
        const ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            die(path);
        bytes += written;
        size -= (size_t)written;
    }
}

static void writeFile(sqfs_inode *inode, const char *path, mode_t mode)
{
    static char block[1 << 20];
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode | S_IWUSR);
    if (file < 0)
        die(path);
    for (sqfs_off_t at = 0; at < (sqfs_off_t)inode->xtra.reg.file_size;) {
        sqfs_off_t size = sizeof block;
        if (sqfs_read_range(&image, inode, at, &size, block) != SQFS_OK || size <= 0)
            die("the image cannot be read");
        writeAll(file, block, (size_t)size, path);
        at += size;
    }
    if (fchmod(file, mode) || close(file))
        die(path);
}

static void writeLink(sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(&image, inode, target, &size) != SQFS_OK || symlink(target, path))
        die(path);
}

static void makeFolder(const char *path, mode_t mode)
{
    if (mkdir(path, mode | S_IRWXU) && errno != EEXIST)
        die(path);
}

/* The folders that lead to a path below the root folder; the root itself is there. */
static void makeParents(char *path, size_t rootLength)
{
    for (char *at = path + rootLength + 1; (at = strchr(at, '/')); ++at) {
        *at = 0;
        makeFolder(path, 0755);
        *at = '/';
    }
}

static void extractEntry(const sqfs_traverse *walk, const char *folder, bool tell)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s", folder, walk->path) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        die(folder);
    }
    sqfs_inode inode;
    if (sqfs_inode_get(&image, &inode, walk->entry.inode) != SQFS_OK)
        die("the image cannot be read");
    const mode_t mode = inode.base.mode & 07777;
    makeParents(path, strlen(folder));
    if (S_ISDIR(inode.base.mode)) {
        makeFolder(path, mode);
    } else {
        unlink(path);
        if (S_ISLNK(inode.base.mode))
            writeLink(&inode, path);
        else if (S_ISREG(inode.base.mode))
            writeFile(&inode, path, mode);
    }
    if (tell)
        puts(path);
}

void extractImage(const char *folder, const char *pattern, bool tell)
{
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    makeFolder(folder, 0755);
    if (sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)) != SQFS_OK)
        die("the image cannot be read");
    while (sqfs_traverse_next(&walk, &error)) {
        if (!walk.dir_end && (!pattern || fnmatch(pattern, walk.path, FNM_LEADING_DIR) == 0))
            extractEntry(&walk, folder, tell);
    }
    if (error != SQFS_OK)
        die("the image cannot be read");
    sqfs_traverse_close(&walk);
}

static int removeOne(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status, (void)type, (void)where;
    remove(path);
    return 0;
}

void removeTree(const char *folder)
{
    nftw(folder, removeOne, 32, FTW_DEPTH | FTW_PHYS);
}
