import { isJsonObject } from '@/lib/contract/json-object'

/** Elements that are never kept in a browser: identity documents. */
const neverKept: readonly string[] = ['identity']

/** A draft, or anything that belongs to one, as a browser may keep it: without identity documents, wherever they stand. */
export function draftToKeep(draft: unknown): unknown {
  if (Array.isArray(draft)) return draft.map(draftToKeep)
  if (!isJsonObject(draft)) return draft
  const kept = Object.entries(draft).filter(([name]) => !neverKept.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, draftToKeep(value)]))
}

/**
 * A draft that was kept, with what was left out of it as it stands: identity documents, and what JSON has no word for.
 * @param standing the draft of the same form with nothing changed in it; entries of its lists are found by their `id`, or else by their place
 */
export function draftFromKept<Draft>(kept: unknown, standing: Draft): Draft {
  return filled(kept, standing) as Draft
}

function filled(kept: unknown, standing: unknown): unknown {
  if (Array.isArray(kept)) return kept.map((entry, index) => filled(entry, entryLike(entry, index, standing)))
  if (!isJsonObject(kept)) return kept
  const parts = isJsonObject(standing) ? standing : {}
  const told = Object.entries(kept).map(([name, value]) => [name, filled(value, parts[name])])
  return { ...parts, ...Object.fromEntries(told) }
}

function entryLike(entry: unknown, index: number, standing: unknown): unknown {
  if (!Array.isArray(standing)) return undefined
  if (!isJsonObject(entry) || !('id' in entry)) return standing[index]
  return standing.find((other) => isJsonObject(other) && other.id === entry.id)
}
