/** Strings and numbers of a JSON text, each as a whole. */
const LITERALS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const INTEGER = /^-?\d+$/

/**
 * Reads JSON whose integers may be larger than a number can hold: those come as bigint.
 *
 * `JSON.parse` tells a reviver the digits from Node 21 on alone; here they are put into an object of one key that the
 * text does not have.
 */
export function parseWithBigIntegers(text: string): unknown {
  let key = 'integer'
  while (text.includes(key)) key += '-'
  const marked = text.replace(LITERALS, (literal) =>
    INTEGER.test(literal) && !Number.isSafeInteger(Number(literal)) ? `{"${key}":"${literal}"}` : literal,
  )
  if (marked === text) return JSON.parse(text)
  return JSON.parse(marked, (_, value) => {
    const digits: unknown = typeof value === 'object' && value !== null ? value[key] : undefined
    return digits === undefined ? value : BigInt(digits as string)
  })
}

const ESCAPES = /\\(ud[89a-f][0-9a-f]{2}|.)/g

/**
 * Writes JSON for the binding. Halves of a character, which are no text elsewhere, become what UTF-8 has for them; that is
 * how every other text of JavaScript's reaches the binding.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!text.includes('\\ud')) return text
  return text.replace(ESCAPES, (whole, escaped: string) => (escaped.length > 1 ? '\ufffd' : whole))
}
