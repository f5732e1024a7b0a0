// One implementation for both, as of the package itself.
export * from './index.js'
