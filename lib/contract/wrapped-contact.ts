import type { Parsed } from './parse'
import { elementOf } from './parse'

/**
 * The create page's example wraps `contact` twice. Such a body is read as the plain one; it is never sent.
 * @param read parses the plain body
 * @returns what `read` gives, its problems at the paths of the body as sent
 */
export function readWrappedContact<T>(body: unknown, read: (body: unknown) => Parsed<T>): Parsed<T> {
  const outer = elementOf(body, 'contact')
  const inner = elementOf(outer, 'contact')
  const wrapped = inner !== null && typeof inner === 'object' && Object.keys(outer as object).length === 1
  if (!wrapped) return read(body)
  const parsed = read({ ...(body as object), contact: inner })
  if (parsed.ok) return parsed
  const problems = parsed.problems.map((problem) =>
    problem.path[0] === 'contact' ? { ...problem, path: ['contact', ...problem.path] } : problem,
  )
  return { ok: false, problems }
}
