// One implementation for both: an error that one entry point throws is caught by the class of the other.
export * from './index.js'
