/* SPDX-License-Identifier: Apache-2.0 */
#include "runtime.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The kernel reads no more than this for one advice; it is the readahead that FUSE has everywhere. */
enum { part = 128 << 10 };

/* It reads in the background; whoever needs a part earlier waits for just that part. */
static void readWhole(int folder, const char *name)
{
    const int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat status;
    if (fstat(file, &status) == 0) {
        for (off_t at = 0; at < status.st_size; at += part)
            posix_fadvise(file, at, part, POSIX_FADV_WILLNEED);
    }
    close(file);
}

static _Noreturn void readAllListed(const char *folder)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
        close(stream); /* whoever reads the program's output must see its end when the program ends */
    const int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int list = openat(at, ".startup", O_RDONLY | O_CLOEXEC);
    FILE *lines = list < 0 ? NULL : fdopen(list, "r");
    char line[PATH_MAX];
    while (lines && fgets(line, sizeof line, lines)) {
        line[strcspn(line, "\n")] = 0;
        readWhole(at, line);
    }
    _exit(0);
}

void readAhead(const char *folder)
{
    const pid_t child = fork();
    if (child == 0) {
        if (fork() == 0)
            readAllListed(folder);
        _exit(0);
    }
    if (child > 0)
        waitpid(child, NULL, 0);
}
