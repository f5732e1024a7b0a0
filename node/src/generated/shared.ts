// What several operations share.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.

/**
 * How long a time each row of metrics covers.
 *
 * - `DAILY`: A day.
 * - `HALF_HOUR`: Half an hour.
 *
 * What the service may add comes as it is.
 */
export type Granularity = 'DAILY' | 'HALF_HOUR' | (string & {})
