const plainNumber = /^-?\d+(\.\d+)?(e[+-]\d+)?$/
const withComma = /^-?\d+,\d+$/
/** A thousand and more for some, one and a fraction for others. */
const ambiguous = /^-?[1-9]\d{0,2},\d{3}$/

/**
 * The number that a text is, for the wire; its decimal sign is a point or, as on many keyboards, a comma. A text that is none, or that may be
 * two, stays a text, so that the schema blames it; so does one with more digits than a JSON number keeps, because it would arrive as another
 * number than the one typed.
 */
export function readNumber(text: string): number | string {
  const typed = text.trim()
  const plain = withComma.test(typed) && !ambiguous.test(typed) ? typed.replace(',', '.') : typed
  if (!plainNumber.test(plain)) return typed
  // Minus zero is zero: JSON has no other.
  const number = Number(plain) + 0
  return Number.isFinite(number) && String(number) === canonical(plain) ? number : typed
}

/** A plain number without the zeros that say nothing: "007.50" is "7.5". */
function canonical(typed: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?(e.*)?$/.exec(typed) ?? []
  const magnitude = whole + (fraction && `.${fraction}`) + exponent
  return magnitude === '0' ? magnitude : sign + magnitude
}
