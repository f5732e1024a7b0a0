/** Where a user's code called this package. */
export interface Site {
  stack?: string
}

/** Notes where `method` was called from: once there is an answer, the caller is no longer on the stack. */
export function here(method: CallableFunction | NewableFunction): Site {
  const site: Site = {}
  // Only runtimes of V8's kind have it. Where it is missing, errors keep the stack that they have of themselves.
  Error.captureStackTrace?.(site, method)
  return site
}

/** Makes an error show that place, instead of the insides of this package. */
export function at<Thrown extends Error>(site: Site, error: Thrown): Thrown {
  const frames = site.stack?.indexOf('\n    at ') ?? -1
  if (frames >= 0) {
    const stack = `${error.name}: ${error.message}${site.stack?.slice(frames)}`
    Object.defineProperty(error, 'stack', { configurable: true, enumerable: false, writable: true, value: stack })
  }
  return error
}
