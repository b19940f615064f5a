/* A share that goes, or does not answer: loaded before the C library by LD_PRELOAD.
 *
 * While the file ABSENT_SHARE_FLAG exists, each call that uses a path below ABSENT_SHARE fails with
 * the error number in that file; where the file has "hang", the call waits until the file is gone,
 * at most 20 seconds, and is done then. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static const int longest_waits = 1000; /* of 20 milliseconds */

/* Read the flag into `text` by system calls, which nothing here intercepts; return its length. */
static long flag(char *text, size_t size) {
    const char *place = getenv("ABSENT_SHARE_FLAG");
    if (place == NULL) return -1;
    int opened = (int)syscall(SYS_openat, AT_FDCWD, place, O_RDONLY | O_CLOEXEC);
    if (opened < 0) return -1;
    long length = syscall(SYS_read, opened, text, size - 1);
    syscall(SYS_close, opened);
    if (length >= 0) text[length] = 0;
    return length;
}

/* Return the error of a call that uses `path`, 0 if it is to be done. */
static int error_of(const char *path) {
    const char *share = getenv("ABSENT_SHARE");
    char text[32];
    if (share == NULL || path == NULL || strncmp(path, share, strlen(share)) != 0) return 0;
    for (int waits = 0; waits < longest_waits; waits++) {
        if (flag(text, sizeof text) <= 0) return 0;
        if (strncmp(text, "hang", 4) != 0) return atoi(text);
        struct timespec pause = {0, 20 * 1000 * 1000};
        syscall(SYS_nanosleep, &pause, NULL);
    }
    return 0;
}

static int error_of_file(int opened) {
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", opened);
    long length = syscall(SYS_readlinkat, AT_FDCWD, name, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return error_of(path);
}

#define REFUSE(error)  \
    int refused = (error); \
    if (refused) {         \
        errno = refused;   \
        return -1;         \
    }
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENING(name)                                    \
    int name(const char *path, int flags, ...) {         \
        va_list rest;                                    \
        va_start(rest, flags);                           \
        mode_t mode = va_arg(rest, mode_t);              \
        va_end(rest);                                    \
        REFUSE(error_of(path))                           \
        return REAL(name)(path, flags, mode);            \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                    \
    int name(int folder, const char *path, int flags, ...) { \
        va_list rest;                                        \
        va_start(rest, flags);                               \
        mode_t mode = va_arg(rest, mode_t);                  \
        va_end(rest);                                        \
        REFUSE(error_of(path))                               \
        return REAL(name)(folder, path, flags, mode);        \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

#define LOOKING(name, facts)                       \
    int name(const char *path, struct facts *to) { \
        REFUSE(error_of(path))                     \
        return REAL(name)(path, to);               \
    }
LOOKING(stat, stat)
LOOKING(lstat, stat)
LOOKING(stat64, stat64)
LOOKING(lstat64, stat64)

#define LOOKING_AT(name, facts)                                           \
    int name(int folder, const char *path, struct facts *to, int flags) { \
        REFUSE(error_of(path))                                            \
        return REAL(name)(folder, path, to, flags);                       \
    }
LOOKING_AT(fstatat, stat)
LOOKING_AT(fstatat64, stat64)

int statx(int folder, const char *path, int flags, unsigned int mask, struct statx *to) {
    REFUSE(error_of(path))
    return REAL(statx)(folder, path, flags, mask, to);
}

int access(const char *path, int mode) {
    REFUSE(error_of(path))
    return REAL(access)(path, mode);
}

int unlink(const char *path) {
    REFUSE(error_of(path))
    return REAL(unlink)(path);
}

int rename(const char *from, const char *to) {
    REFUSE(error_of(from))
    return REAL(rename)(from, to);
}

int link(const char *from, const char *to) {
    REFUSE(error_of(from))
    return REAL(link)(from, to);
}

int linkat(int folder, const char *from, int other, const char *to, int flags) {
    REFUSE(error_of(from))
    return REAL(linkat)(folder, from, other, to, flags);
}

int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
    REFUSE(error_of(path))
    return REAL(utimensat)(folder, path, times, flags);
}

DIR *opendir(const char *path) {
    int refused = error_of(path);
    if (refused) {
        errno = refused;
        return NULL;
    }
    return REAL(opendir)(path);
}

int inotify_add_watch(int watcher, const char *path, uint32_t mask) {
    REFUSE(error_of(path))
    int (*real)(int, const char *, uint32_t) = dlsym(RTLD_NEXT, "inotify_add_watch");
    return real(watcher, path, mask);
}

ssize_t read(int opened, void *to, size_t size) {
    REFUSE(error_of_file(opened))
    return REAL(read)(opened, to, size);
}

ssize_t write(int opened, const void *from, size_t size) {
    REFUSE(error_of_file(opened))
    return REAL(write)(opened, from, size);
}

int fsync(int opened) {
    REFUSE(error_of_file(opened))
    return REAL(fsync)(opened);
}

int flock(int opened, int operation) {
    REFUSE(error_of_file(opened))
    return REAL(flock)(opened, operation);
}
