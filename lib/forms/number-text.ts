const plainNumber = /^-?\d+(\.\d+)?(e[+-]\d+)?$/

/**
 * The number that a text is, for the wire. A text that is none stays a text, so that the schema blames it; so does one with more digits than
 * a JSON number keeps, because it would arrive as another number than the one typed.
 */
export function readNumber(text: string): number | string {
  const typed = text.trim()
  if (!plainNumber.test(typed)) return typed
  // Minus zero is zero: JSON has no other.
  const number = Number(typed) + 0
  return Number.isFinite(number) && String(number) === canonical(typed) ? number : typed
}

/** A plain number without the zeros that say nothing: "007.50" is "7.5". */
function canonical(typed: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?(e.*)?$/.exec(typed) ?? []
  const magnitude = whole + (fraction && `.${fraction}`) + exponent
  return magnitude === '0' ? magnitude : sign + magnitude
}
