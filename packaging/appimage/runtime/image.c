/* SPDX-License-Identifier: Apache-2.0 */
#include "runtime.h"

#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char self[PATH_MAX];
_Thread_local sqfs image;

static int openSelf(void)
{
    const int file = open(self, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        die(self);
    return file;
}

static void readAt(int file, void *to, size_t size, off_t at)
{
    if (pread(file, to, size, at) != (ssize_t)size)
        die("this file is cut short");
}

static Elf64_Shdr sectionHeader(int file, const Elf64_Ehdr *elf, int index)
{
    Elf64_Shdr section;
    readAt(file, &section, sizeof section, elf->e_shoff + (off_t)index * elf->e_shentsize);
    return section;
}

off_t imageOffset(void)
{
    const int file = openSelf();
    Elf64_Ehdr elf;
    readAt(file, &elf, sizeof elf, 0);
    off_t end = elf.e_shoff + (off_t)elf.e_shentsize * elf.e_shnum;
    for (int i = 0; i < elf.e_shnum; ++i) {
        const Elf64_Shdr section = sectionHeader(file, &elf, i);
        const off_t sectionEnd = section.sh_offset + section.sh_size;
        if (section.sh_type != SHT_NOBITS && sectionEnd > end)
            end = sectionEnd;
    }
    close(file);
    return end;
}

/* In each thread. A starting program reads many libraries in turn, by pages; squashfuse itself keeps one
 * block of 128 KB only and would unpack each of them again and again. */
enum { keptBlocks = 24 };

void openImage(void)
{
    static int file = -1; /* one for all threads: another version may have taken its name meanwhile */
    static off_t offset;
    if (file < 0) {
        file = openSelf();
        offset = imageOffset();
    }
    if (sqfs_init(&image, file, offset) != SQFS_OK) {
        fprintf(stderr, "%s: the program inside this file cannot be read; was it downloaded whole?\n", self);
        exit(127);
    }
    sqfs_cache_destroy(&image.data_cache);
    sqfs_cache_destroy(&image.frag_cache);
    if (sqfs_block_cache_init(&image.data_cache, keptBlocks) ||
        sqfs_block_cache_init(&image.frag_cache, keptBlocks / 4))
        die("memory");
}

void printSection(const char *name)
{
    const int file = openSelf();
    Elf64_Ehdr elf;
    readAt(file, &elf, sizeof elf, 0);
    const Elf64_Shdr names = sectionHeader(file, &elf, elf.e_shstrndx);
    for (int i = 0; i < elf.e_shnum; ++i) {
        const Elf64_Shdr section = sectionHeader(file, &elf, i);
        char found[32] = "";
        if (pread(file, found, sizeof found - 1, names.sh_offset + section.sh_name) <= 0 ||
            strcmp(found, name))
            continue;
        char *text = calloc(1, section.sh_size + 1);
        if (!text)
            die("memory");
        readAt(file, text, section.sh_size, section.sh_offset);
        if (*text)
            puts(text);
        free(text);
    }
    close(file);
}
