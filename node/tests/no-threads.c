// Preloaded, it fails every thread that is started while NO_THREADS is set, as a system does that has none left.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    if (getenv("NO_THREADS") != NULL) {
        return EAGAIN;
    }
    return ((create *)dlsym(RTLD_NEXT, "pthread_create"))(thread, attributes, start, argument);
}
