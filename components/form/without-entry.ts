import type { ProblemPath } from '@/lib/contract/problem'
import { fieldName } from '@/lib/forms/field-name'
import type { ErrorReport } from './error-report'

/** A report after an entry of a list was taken off: its faults are gone with it, those of the entries after it have moved up. */
export function withoutEntry({ fields, rest, ...report }: ErrorReport, list: string, index: number): ErrorReport {
  const segments = list.split('.')
  const moved = (path: ProblemPath) => pathWithoutEntry(path, segments, index)
  return {
    ...report,
    fields: fields.flatMap(({ name, problem }) => {
      const path = moved(name.split('.'))
      return path ? [{ name: fieldName(path), problem }] : []
    }),
    rest: rest.flatMap((problem) => {
      const path = moved(problem.path)
      return path ? [{ ...problem, path }] : []
    }),
  }
}

function pathWithoutEntry(path: ProblemPath, list: readonly string[], index: number): ProblemPath | undefined {
  if (!list.every((segment, at) => String(path[at]) === segment)) return path
  const entry = path[list.length]
  if (entry === undefined || Number(entry) < index || Number.isNaN(Number(entry))) return path
  if (Number(entry) === index) return undefined
  return path.with(list.length, Number(entry) - 1)
}
