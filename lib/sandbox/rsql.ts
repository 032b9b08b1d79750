/** An RSQL expression as a tree. An `arguments` of == and != is one element long. */
export type Expression =
  | { kind: 'and' | 'or'; parts: Expression[] }
  | { kind: 'comparison'; selector: string; operator: Operator; arguments: string[] }
export type Operator = '==' | '!=' | '=in=' | '=out='

/** What is not an expression; the message says why and at which character, counted from 1. */
export class RsqlError extends Error {}

/** Deeper than a person writes and far from the end of the stack. */
const maxDepth = 32
const maxComparisons = 100

/**
 * Reads an expression of RSQL: comparisons `selector==value`, `!=`, `=in=(a,b)`, `=out=(a,b)`, joined by `;` (and) and `,` (or), `;` binding
 * closer, with parentheses. A value stands in single or double quotes, with a backslash before a character that is meant as such, or bare.
 * @param selectors names that may stand on the left
 * @throws RsqlError and nothing else
 */
export function parseRsql(text: string, selectors: readonly string[]): Expression {
  let at = 0
  let depth = 0
  let comparisons = 0

  const fail = (expected: string): never => {
    throw new RsqlError(`${expected} expected at character ${at + 1}`)
  }
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const join = (kind: 'and' | 'or', separator: RegExp, part: () => Expression): Expression => {
    const parts = [part()]
    while (take(separator)) parts.push(part())
    const [first] = parts
    return parts.length === 1 && first ? first : { kind, parts }
  }
  const or = (): Expression => join('or', /,/y, and)
  const and = (): Expression => join('and', /;/y, constraint)
  const constraint = (): Expression => {
    if (!take(/\(/y)) return comparison()
    if (++depth > maxDepth) throw new RsqlError(`more than ${maxDepth} parentheses within each other`)
    const inner = or()
    depth--
    if (!take(/\)/y)) fail('")"')
    return inner
  }
  const comparison = (): Expression => {
    if (++comparisons > maxComparisons) throw new RsqlError(`more than ${maxComparisons} comparisons`)
    const selector = take(bare) ?? fail('a selector')
    if (!selectors.includes(selector)) throw new RsqlError(`"${selector}" is not one of ${selectors.join(', ')}`)
    const operator = (take(/==|!=|=in=|=out=/y) ?? fail('==, !=, =in= or =out=')) as Operator
    if (operator === '==' || operator === '!=') return { kind: 'comparison', selector, operator, arguments: [value()] }
    if (!take(/\(/y)) fail('"("')
    const values = [value()]
    while (take(/,/y)) values.push(value())
    if (!take(/\)/y)) fail('")"')
    return { kind: 'comparison', selector, operator, arguments: values }
  }
  const value = (): string => {
    const quoted = take(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy)
    return quoted ? quoted.slice(1, -1).replace(/\\(.)/gs, '$1') : (take(bare) ?? fail('a value'))
  }

  const expression = or()
  return at === text.length ? expression : fail('the end')
}

/** Characters that RSQL gives no meaning to. */
const bare = /[^"'();,=!~<>\s]+/y
