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

/**
 * What Meta thinks of the messages of the last days.
 *
 * - `GREEN`: Good.
 * - `YELLOW`: Middling.
 * - `RED`: Bad.
 * - `UNKNOWN`: Not known (yet).
 *
 * What the service may add comes as it is; it is empty where the service left it out.
 */
export type QualityRating = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' | (string & {})

/**
 * What kind of button a template has.
 *
 * - `phone_number_button`: Calls a phone number.
 * - `url_button`: Opens a web page.
 * - `quick_reply_button`: Answers with a fixed text.
 *
 * What the service may add comes as it is; it is empty where the service left it out.
 */
export type ButtonType = 'phone_number_button' | 'url_button' | 'quick_reply_button' | (string & {})

/** Which page of a list is asked for. */
export interface Page {
  /** Which page, from 1 on. */
  index: number
  /** How many rows a page has. The service documents no maximum. */
  size: number
}

/**
 * How often one button of a template was clicked.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface ButtonClicks {
  /** The button's text, in the template's language. */
  buttonContent: string
  /** What kind of button it is. */
  type: ButtonType
  /** Clicks; zero where the service left it out. */
  count: number
}
