/* Fails to start threads while the file that NO_THREADS names exists. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    static int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    const char *file = getenv("NO_THREADS");
    if (file != NULL && access(file, F_OK) == 0) {
        return EAGAIN;
    }
    if (next == NULL) {
        next = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(RTLD_NEXT, "pthread_create");
    }
    return next(thread, attributes, start, argument);
}
