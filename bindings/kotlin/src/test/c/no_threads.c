/* Starts no threads for the library of cams-roi, as a system that has none left, while the file that NO_THREADS names
 * exists; the JVM has its own. While one of that name and ".all" exists, the JVM has none either. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    static create next;
    const char *file = getenv("NO_THREADS");
    char all[4096];
    Dl_info caller;
    if (file != NULL && snprintf(all, sizeof all, "%s.all", file) < (int)sizeof all && access(all, F_OK) == 0) {
        return EAGAIN;
    }
    if (file != NULL && access(file, F_OK) == 0 && dladdr(__builtin_return_address(0), &caller) != 0 &&
        caller.dli_fname != NULL && strstr(caller.dli_fname, "/cams-roi-") != NULL) {
        return EAGAIN;
    }
    if (next == NULL) {
        next = (create)dlsym(RTLD_NEXT, "pthread_create");
    }
    return next(thread, attributes, start, argument);
}
