// What several operations share.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.

/**
 * The length of the period of each row of metrics.
 *
 * - `DAILY`: A day.
 * - `HALF_HOUR`: Half an hour.
 *
 * What the service may add comes as it is.
 */
export type Granularity = 'DAILY' | 'HALF_HOUR' | (string & {})

/**
 * Meta's rating of the messages of the last days.
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
 * - `quick_reply_button`: Replies with a fixed text.
 *
 * What the service may add comes as it is; it is empty where the service left it out.
 */
export type ButtonType = 'phone_number_button' | 'url_button' | 'quick_reply_button' | (string & {})

/** A page of a list. */
export interface Page {
  /** The page's number, from 1. */
  index: number
  /** The number of rows of a page. The service documents no maximum. */
  size: number
}

/**
 * The clicks on one button of a template.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface ButtonClicks {
  /** The button's text, in the template's language. */
  buttonContent: string
  /** What kind of button it is. */
  type: ButtonType
  /** Clicks; zero if the service left it out. */
  count: number
}
