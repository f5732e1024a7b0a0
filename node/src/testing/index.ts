/**
 * The emulated service, for tests of code that uses this package. It is in the command, which `npm install --save-dev
 * cams-roi-cli` brings.
 *
 * @packageDocumentation
 */

export { Emulator, type FaultOptions, startEmulator, type ThrottleOptions, type TimeSpan } from './emulator.js'
export type { EmulatorOptions } from './process.js'
export { type EmulatedRequest, EmulatorError } from './request.js'
