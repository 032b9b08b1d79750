import { elementOf } from './parse'
import type { Problem } from './problem'

/** keyName is unique among the custom fields of a body; the later of two is to blame. */
export function uniqueKeyNames(body: unknown): Problem[] {
  return repeated(elementOf(body, 'customFields'), 'keyName').map((index) => ({
    path: ['customFields', index, 'keyName'],
    code: 'duplicate',
  }))
}

/** Indices of the entries whose text element `name` stands in an earlier entry already. */
export function repeated(entries: unknown, name: string): number[] {
  const seen = new Set<string>()
  return (Array.isArray(entries) ? entries : []).flatMap((entry, index) => {
    const key = elementOf(entry, name)
    if (typeof key !== 'string' || key === '') return []
    if (seen.has(key)) return [index]
    seen.add(key)
    return []
  })
}
