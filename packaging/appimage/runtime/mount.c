/* SPDX-License-Identifier: Apache-2.0
 *
 * Mounting as an ordinary user goes through fusermount3 or fusermount, whichever this computer has, which
 * hands the descriptor back over a socket (_FUSE_COMMFD); libfuse takes it as the mount point "/dev/fd/N". So
 * both FUSE 2 and FUSE 3 hosts are served.
 */
#include "filesystem.h"
#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int mountAsRoot(const char *folder)
{
    const int device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (device < 0)
        return -1;
    char options[128];
    snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0", device);
    if (!mount("AppImage", folder, "fuse.appimage", MS_NOSUID | MS_NODEV | MS_RDONLY, options))
        return device;
    close(device);
    return -1;
}

static int receivedDescriptor(int socket)
{
    char byte;
    struct iovec data = {&byte, 1};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr header;
    } control;
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t count;
    do {
        count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (count < 0 && errno == EINTR);
    const struct cmsghdr *header = count > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    int descriptor = -1;
    if (header && header->cmsg_type == SCM_RIGHTS)
        memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}

/* The helper that could mount also unmounts. */
static const char *helper;

static int mountBy(const char *program, const char *folder)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets))
        return -1;
    const pid_t child = fork();
    if (child == 0) {
        char number[16];
        snprintf(number, sizeof number, "%d", sockets[0]);
        close(sockets[1]);
        setenv("_FUSE_COMMFD", number, 1);
        dup2(open("/dev/null", O_WRONLY),
             STDERR_FILENO); /* the next way is tried, so its complaint would mislead */
        execlp(program, program, "-o", "ro,nosuid,nodev,fsname=AppImage,subtype=appimage", "--", folder,
               (char *)NULL);
        _exit(127);
    }
    close(sockets[0]);
    const int descriptor = receivedDescriptor(sockets[1]);
    close(sockets[1]);
    waitpid(child, NULL, 0);
    return descriptor;
}

static int mountFolder(const char *folder)
{
    if (geteuid() == 0)
        return mountAsRoot(folder);
    static const char *const helpers[] = {"fusermount3", "fusermount"};
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; ++i) {
        const int descriptor = mountBy(helpers[i], folder);
        if (descriptor >= 0) {
            helper = helpers[i];
            return descriptor;
        }
    }
    return -1;
}

static void unmountFolder(const char *folder)
{
    if (geteuid() == 0) {
        umount2(folder, MNT_DETACH);
    } else if (helper) {
        const pid_t child = fork();
        if (child == 0) {
            execlp(helper, helper, "-u", "-z", "--", folder, (char *)NULL);
            _exit(127);
        }
        waitpid(child, NULL, 0);
    }
    rmdir(folder);
}

/* A program that starts reads one library after the other; with several threads the next ones can be unpacked
 * while it runs. */
enum { mostThreads = 4 };

struct server
{
    struct fuse_session *session;
    int ended; /* is written to when there is nothing to answer any more */
};

static void *answer(void *argument)
{
    const struct server *server = argument;
    struct fuse_buf buffer = {0};
    openImage();
    while (!fuse_session_exited(server->session)) {
        const int size = fuse_session_receive_buf(server->session, &buffer);
        if (size == -EINTR)
            continue;
        if (size <= 0)
            break;
        fuse_session_process_buf(server->session, &buffer);
    }
    if (write(server->ended, "1", 1) != 1)
        _exit(1);
    return NULL;
}

/* Answers the kernel until the last holder of the other end of `alive` is gone, or somebody has unmounted. */
static void serve(struct fuse_session *session, int alive)
{
    int ended[2];
    if (pipe(ended))
        return;
    struct server server = {session, ended[1]};
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    pthread_t thread;
    int threads = 0;
    do {
        if (pthread_create(&thread, NULL, answer, &server))
            break;
    } while (++threads < processors && threads < mostThreads);
    struct pollfd wait[2] = {{alive, 0, 0}, {ended[0], POLLIN, 0}};
    while (threads > 0 && poll(wait, 2, -1) < 0 && errno == EINTR)
        ;
}

static _Noreturn void runServer(const char *folder, int alive, int ready)
{
    setsid();
    prctl(PR_SET_NAME, "appimage-fuse");
    const int device = mountFolder(folder);
    if (device < 0)
        _exit(1);
    char at[32];
    snprintf(at, sizeof at, "/dev/fd/%d", device);
    char *arguments[] = {"appimage", NULL};
    struct fuse_args args = FUSE_ARGS_INIT(1, arguments);
    struct fuse_session *session = fuse_session_new(&args, &fileSystem, sizeof fileSystem, NULL);
    const bool works = session && fuse_session_mount(session, at) == 0;
    if (works && write(ready, "1", 1) == 1) {
        close(ready);
        signal(SIGINT, SIG_IGN);
        signal(SIGHUP, SIG_IGN);
        const int nothing = open("/dev/null", O_RDWR);
        for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
            dup2(nothing,
                 stream); /* whoever reads the program's output must see its end when the program ends */
        if (chdir("/") == 0)
            serve(session, alive);
    }
    unmountFolder(folder);
    _exit(works ? 0 : 1);
}

int mountImage(const char *folder)
{
    int alive[2], ready[2];
    if (pipe(alive) || pipe(ready))
        return -1;
    const pid_t child = fork();
    if (child < 0)
        return -1;
    if (child == 0) {
        close(alive[1]);
        close(ready[0]);
        if (fork() != 0)
            _exit(0); /* the server belongs to nobody, so the program sees only its own children */
        runServer(folder, alive[0], ready[1]);
    }
    close(alive[0]);
    close(ready[1]);
    waitpid(child, NULL, 0);
    char byte;
    const bool isMounted = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (isMounted)
        return alive[1];
    close(alive[1]);
    return -1;
}
