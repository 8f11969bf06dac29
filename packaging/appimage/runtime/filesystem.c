/* SPDX-License-Identifier: Apache-2.0 */
#include "filesystem.h"

#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const double cacheSeconds = 3600; /* the image never changes */

/* FUSE's root is 1; squashfs's inode numbers are moved out of its way. */
static sqfs_inode_id inodeOf(fuse_ino_t number)
{
    return number == FUSE_ROOT_ID ? sqfs_inode_root(&image) : number - 2;
}

static fuse_ino_t numberOf(sqfs_inode_id inode)
{
    return inode == sqfs_inode_root(&image) ? FUSE_ROOT_ID : inode + 2;
}

static struct stat statusOf(const sqfs_inode *inode, fuse_ino_t number)
{
    struct stat status = {0};
    status.st_ino = number;
    status.st_mode = inode->base.mode;
    status.st_nlink = inode->nlink ? inode->nlink : 1;
    status.st_uid = getuid();
    status.st_gid = getgid();
    status.st_mtime = status.st_ctime = status.st_atime = inode->base.mtime;
    if (S_ISREG(status.st_mode))
        status.st_size = inode->xtra.reg.file_size;
    else if (S_ISLNK(status.st_mode))
        status.st_size = inode->xtra.symlink_size;
    status.st_blksize = image.sb.block_size;
    status.st_blocks = (status.st_size + 511) / 512;
    return status;
}

static void lookUp(fuse_req_t request, fuse_ino_t parent, const char *name)
{
    sqfs_inode folder, found;
    sqfs_name buffer;
    sqfs_dir_entry entry;
    bool isThere = false;
    struct fuse_entry_param answer = {.attr_timeout = cacheSeconds, .entry_timeout = cacheSeconds};
    sqfs_dentry_init(&entry, buffer);
    if (sqfs_inode_get(&image, &folder, inodeOf(parent)) ||
        sqfs_dir_lookup(&image, &folder, name, strlen(name), &entry, &isThere)) {
        fuse_reply_err(request, EIO);
        return;
    }
    if (isThere) {
        if (sqfs_inode_get(&image, &found, sqfs_dentry_inode(&entry))) {
            fuse_reply_err(request, EIO);
            return;
        }
        answer.ino = numberOf(sqfs_dentry_inode(&entry));
        answer.attr = statusOf(&found, answer.ino);
    }
    fuse_reply_entry(request, &answer);
}

static void getAttributes(fuse_req_t request, fuse_ino_t number, struct fuse_file_info *file)
{
    (void)file;
    sqfs_inode inode;
    if (sqfs_inode_get(&image, &inode, inodeOf(number))) {
        fuse_reply_err(request, ENOENT);
        return;
    }
    const struct stat status = statusOf(&inode, number);
    fuse_reply_attr(request, &status, cacheSeconds);
}

static void readLink(fuse_req_t request, fuse_ino_t number)
{
    sqfs_inode inode;
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_inode_get(&image, &inode, inodeOf(number)) || sqfs_readlink(&image, &inode, target, &size))
        fuse_reply_err(request, EIO);
    else
        fuse_reply_readlink(request, target);
}

static void openFile(fuse_req_t request, fuse_ino_t number, struct fuse_file_info *file)
{
    if ((file->flags & O_ACCMODE) != O_RDONLY) {
        fuse_reply_err(request, EROFS);
        return;
    }
    sqfs_inode *inode = malloc(sizeof *inode);
    if (!inode || sqfs_inode_get(&image, inode, inodeOf(number))) {
        free(inode);
        fuse_reply_err(request, EIO);
        return;
    }
    file->fh = (uint64_t)(uintptr_t)inode;
    file->keep_cache = 1;
    fuse_reply_open(request, file);
}

static sqfs_inode *inodeIn(const struct fuse_file_info *file)
{
    return (sqfs_inode *)(uintptr_t)file->fh;
}

static void closeFile(fuse_req_t request, fuse_ino_t number, struct fuse_file_info *file)
{
    (void)number;
    free(inodeIn(file));
    fuse_reply_err(request, 0);
}

static void readFile(fuse_req_t request, fuse_ino_t number, size_t size, off_t at,
                     struct fuse_file_info *file)
{
    (void)number;
    sqfs_inode *inode = inodeIn(file);
    char *bytes = malloc(size);
    sqfs_off_t count = (sqfs_off_t)size;
    if (at >= (off_t)inode->xtra.reg.file_size)
        count = 0;
    else if (!bytes || sqfs_read_range(&image, inode, at, &count, bytes)) {
        free(bytes);
        fuse_reply_err(request, EIO);
        return;
    }
    fuse_reply_buf(request, bytes, (size_t)count);
    free(bytes);
}

static void listFolder(fuse_req_t request, fuse_ino_t number, size_t size, off_t at,
                       struct fuse_file_info *file)
{
    (void)number;
    sqfs_dir folder;
    sqfs_name buffer;
    sqfs_dir_entry entry;
    sqfs_err error = SQFS_OK;
    size_t used = 0;
    char *bytes = malloc(size);
    sqfs_dentry_init(&entry, buffer);
    if (!bytes || sqfs_dir_open(&image, inodeIn(file), &folder, at)) {
        free(bytes);
        fuse_reply_err(request, EIO);
        return;
    }
    while (sqfs_dir_next(&image, &folder, &entry, &error)) {
        struct stat status = {0};
        status.st_ino = numberOf(sqfs_dentry_inode(&entry));
        status.st_mode = sqfs_dentry_mode(&entry);
        const size_t more = fuse_add_direntry(request, bytes + used, size - used, sqfs_dentry_name(&entry),
                                              &status, sqfs_dentry_next_offset(&entry));
        if (more > size - used)
            break; /* the rest is asked for next */
        used += more;
    }
    if (error)
        fuse_reply_err(request, EIO);
    else
        fuse_reply_buf(request, bytes, used);
    free(bytes);
}

const struct fuse_lowlevel_ops fileSystem = {
    .lookup = lookUp,
    .getattr = getAttributes,
    .readlink = readLink,
    .open = openFile,
    .release = closeFile,
    .read = readFile,
    .opendir = openFile,
    .releasedir = closeFile,
    .readdir = listFolder,
};
