import type { ProblemPath } from '@/lib/contract/problem'

/**
 * The name under which react-hook-form keeps the faults of a whole: of a list or an object, beside those of its parts.
 */
export const rootName = 'root'

/** Name of the input at a path of the wire: the path itself, joined by dots. */
export function fieldName(path: ProblemPath): string {
  return path.join('.')
}

/** The name of the element, without the way to it: `zipCode` of `address.0.zipCode`, `address` of `address.0`. */
export function elementOfName(name: string): string {
  return name.split('.').findLast((segment) => !isIndex(segment)) ?? name
}

/** The way to an element without indices: `address.zipCode` of `address.0.zipCode`. */
export function elementPathOfName(name: string): string {
  return name
    .split('.')
    .filter((segment) => !isIndex(segment))
    .join('.')
}

/** The entries of lists on the way to a name, counted from one: `address` 1 in `address.0.zipCode`. */
export function entriesOfName(name: string): { list: string; number: number }[] {
  const segments = name.split('.')
  return segments.flatMap((segment, index) =>
    isIndex(segment) && index > 0 ? [{ list: segments[index - 1] ?? '', number: Number(segment) + 1 }] : [],
  )
}

/** The value of a draft at a name, or undefined. */
export function valueAt(draft: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((value, segment) => {
    const held = value !== null && typeof value === 'object' && Object.hasOwn(value, segment)
    return held ? (value as Record<string, unknown>)[segment] : undefined
  }, draft)
}

function isIndex(segment: string): boolean {
  return /^\d+$/.test(segment)
}
