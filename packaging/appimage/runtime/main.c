/* SPDX-License-Identifier: Apache-2.0 */
#include "runtime.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* What signing and update tools look for by name; it is filled in after the build. */
__attribute__((section(".upd_info"), used, retain)) static const char updateInformation[1024];
__attribute__((section(".sha256_sig"), used, retain)) static const char signature[1024];
__attribute__((section(".sig_key"), used, retain)) static const char signatureKey[8192];

static pid_t child;

void die(const char *what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    exit(127);
}

/* A folder beside the AppImage, NAME.home or NAME.config, takes the place of the person's own. */
static void usePortable(const char *ending, const char *variable)
{
    char path[PATH_MAX + 16];
    struct stat status;
    snprintf(path, sizeof path, "%s.%s", self, ending);
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        setenv(variable, path, 1);
}

static int makePortable(const char *ending)
{
    char path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s.%s", self, ending);
    if (mkdir(path, 0700))
        die(path);
    puts(path);
    return 0;
}

static void setEnvironment(const char *folder, const char *calledAs)
{
    char here[PATH_MAX];
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", calledAs, 1);
    if (getcwd(here, sizeof here))
        setenv("OWD", here, 1);
    usePortable("home", "HOME");
    usePortable("config", "XDG_CONFIG_HOME");
}

static _Noreturn void startAppRun(const char *folder, char **arguments)
{
    char path[PATH_MAX + 8];
    snprintf(path, sizeof path, "%s/AppRun", folder);
    setEnvironment(folder, arguments[0]);
    arguments[0] = path;
    execv(path, arguments);
    die(path);
}

static void passOn(int signalNumber)
{
    if (child > 0)
        kill(child, signalNumber);
}

static const char *temporaryFolder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

static bool makeFolder(char *folder, const char *below, const char *prefix)
{
    return snprintf(folder, PATH_MAX, "%s/%sXXXXXX", below, prefix) < PATH_MAX && mkdtemp(folder);
}

/* Some computers let no program run from /tmp. */
static bool isWithoutPrograms(const char *folder)
{
    struct statvfs system;
    return statvfs(folder, &system) == 0 && (system.f_flag & ST_NOEXEC);
}

static char unpacked[PATH_MAX];

static void removeUnpacked(void)
{
    removeTree(unpacked);
}

static void unpack(void)
{
    const char *folder = temporaryFolder();
    if (isWithoutPrograms(folder))
        folder = "/var/tmp";
    if (isWithoutPrograms(folder)) {
        fprintf(stderr, "AppImage: %s is no folder to run programs from; name another one by TMPDIR\n",
                folder);
        exit(127);
    }
    if (!makeFolder(unpacked, folder, "appimage_"))
        die(folder);
    atexit(removeUnpacked); /* also when there is no room for all of it */
    extractImage(unpacked, NULL, false);
}

/* Unpacks, runs, and removes everything afterwards. */
static int runUnpacked(char **arguments)
{
    /* A signal that comes before there is somebody to pass it on to waits, or the program would be left alone
     * and what is unpacked would stay. */
    sigset_t passed, before;
    sigemptyset(&passed);
    sigaddset(&passed, SIGINT);
    sigaddset(&passed, SIGTERM);
    sigaddset(&passed, SIGHUP);
    sigprocmask(SIG_BLOCK, &passed, &before);
    unpack();
    child = fork();
    if (child == 0) {
        sigprocmask(SIG_SETMASK, &before, NULL);
        startAppRun(unpacked, arguments);
    }
    signal(SIGINT, passOn);
    signal(SIGTERM, passOn);
    signal(SIGHUP, passOn);
    sigprocmask(SIG_SETMASK, &before, NULL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int keepMounted(const char *folder)
{
    sigset_t signals;
    int which;
    puts(folder);
    fflush(stdout);
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    return sigwait(&signals, &which);
}

static int run(char **arguments, bool mountOnly)
{
    char folder[PATH_MAX];
    if (!makeFolder(folder, temporaryFolder(), ".mount_"))
        die(temporaryFolder());
    if (mountImage(folder) >= 0) {
        if (mountOnly)
            return keepMounted(folder);
        readAhead(folder);
        startAppRun(folder, arguments);
    }
    rmdir(folder);
    fputs("AppImage: FUSE cannot be used here", stderr);
    if (mountOnly) {
        fputs("\n", stderr);
        return 1;
    }
    fputs("; unpacking instead\n", stderr);
    return runUnpacked(arguments);
}

static int help(void)
{
    puts("--appimage-extract [PATTERN]    unpack into squashfs-root\n"
         "--appimage-extract-and-run      unpack, run, remove; also by APPIMAGE_EXTRACT_AND_RUN=1\n"
         "--appimage-mount                mount, print where, until interrupted\n"
         "--appimage-offset               where the image begins in this file\n"
         "--appimage-updateinformation    how it is updated\n"
         "--appimage-signature            the signature in this file\n"
         "--appimage-portable-home        make a folder beside this file that is used as home\n"
         "--appimage-portable-config      the same for configuration\n"
         "--appimage-version");
    return 0;
}

static int printed(const char *text)
{
    puts(text);
    return 0;
}

static int printedSection(const char *name)
{
    printSection(name);
    return 0;
}

static void findSelf(void)
{
    const ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    if (size < 0)
        die("/proc/self/exe");
    self[size] = 0;
    const char *other = getenv("TARGET_APPIMAGE"); /* for tools that look into another AppImage */
    if (other && *other && !realpath(other, self))
        die(other);
}

int main(int count, char **arguments)
{
    findSelf();
    const char *option = count > 1 ? arguments[1] : "";
    if (!strcmp(option, "--appimage-help"))
        return help();
    if (!strcmp(option, "--appimage-version"))
        return printed(RUNTIME_VERSION);
    if (!strcmp(option, "--appimage-updateinformation"))
        return printedSection(".upd_info");
    if (!strcmp(option, "--appimage-signature"))
        return printedSection(".sha256_sig");
    if (!strcmp(option, "--appimage-portable-home"))
        return makePortable("home");
    if (!strcmp(option, "--appimage-portable-config"))
        return makePortable("config");
    if (!strcmp(option, "--appimage-offset"))
        return printf("%lld\n", (long long)imageOffset()) < 0;
    openImage();
    if (!strcmp(option, "--appimage-extract")) {
        extractImage("squashfs-root", count > 2 ? arguments[2] : NULL, true);
        return 0;
    }
    const char *unpack = getenv("APPIMAGE_EXTRACT_AND_RUN");
    const bool byOption = !strcmp(option, "--appimage-extract-and-run");
    if (byOption) {
        arguments[1] = arguments[0];
        ++arguments;
    }
    if (byOption || (unpack && !strcmp(unpack, "1")))
        return runUnpacked(arguments);
    return run(arguments, !strcmp(option, "--appimage-mount"));
}
