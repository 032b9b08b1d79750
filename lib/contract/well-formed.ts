import type { Problem, ProblemPath } from './problem'

/** Nesting allowed in a body, in levels. The deepest call of the contract needs five. */
export const maxDepth = 32

/** Values allowed in a body. A customer with 200 addresses has some 4,000; a body of the greatest size could hold 130,000. */
export const maxValues = 10_000

/**
 * Faults that no schema looks for, of any JSON value: a NUL character or a lone surrogate in a text or a name (a database refuses the one,
 * UTF-8 cannot carry the other), nesting beyond `maxDepth`, told once, and more than `maxValues` values, which blames the body: the value
 * that is one too many may be an innocent one. Walks with a stack of its own, so depth cannot overflow ours.
 */
export function illFormed(body: unknown): Problem[] {
  const problems: Problem[] = []
  let tooDeep: Problem | undefined
  let values = 0
  const stack: { value: unknown; path: ProblemPath }[] = [{ value: body, path: [] }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, path } = top
    if (++values > maxValues) return [{ path: [], code: 'tooManyValues', params: { max: maxValues } }]
    if (typeof value === 'string') {
      const code = faultOfText(value)
      if (code) problems.push({ path, code })
    } else if (value !== null && typeof value === 'object') {
      if (path.length >= maxDepth) {
        tooDeep ??= { path, code: 'tooDeep' }
        continue
      }
      for (const [key, child] of Object.entries(value)) {
        const childPath = [...path, Array.isArray(value) ? Number(key) : key]
        const code = faultOfText(key)
        if (code) problems.push({ path: childPath, code })
        else stack.push({ value: child, path: childPath })
      }
    }
  }
  return tooDeep ? [...problems, tooDeep] : problems
}

function faultOfText(text: string): 'nulCharacter' | 'loneSurrogate' | undefined {
  if (text.includes('\0')) return 'nulCharacter'
  // A surrogate that has no partner: with the `u` flag a pair is one code point and does not match.
  if (/\p{Surrogate}/u.test(text)) return 'loneSurrogate'
  return undefined
}
