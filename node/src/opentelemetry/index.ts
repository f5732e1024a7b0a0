/**
 * Spans and metrics of all clients, for OpenTelemetry. It needs `@opentelemetry/api`, which applications that trace have.
 *
 * @packageDocumentation
 */

export { CamsRoiInstrumentation } from './instrumentation.js'
