import type { Problem } from '@/lib/contract/problem'
import type { NamedProblem } from '@/lib/forms/field-problem'
import { fieldId } from './field-id'

/** What stood in the way of a submission, as it was when it was made; entries are numbered as they stand now. */
export type ErrorReport = {
  /** Tells one submission from another. */
  submission: symbol
  /** Faults that a field shows, in the order of the page. */
  fields: NamedProblem[]
  /** Faults that no field shows. */
  rest: Problem[]
}

/**
 * Makes a report of what is on the page, and of what other pages of the same form show.
 * @param isElsewhere whether a name is a field of another page of the form
 */
export function reportOf(
  problems: readonly NamedProblem[],
  isElsewhere: (name: string) => boolean,
  rest: readonly Problem[] = [],
): ErrorReport {
  const placed = problems.map((named) => ({ named, element: document.getElementById(fieldId(named.name)) }))
  const shown = placed.filter(({ named, element }) => element !== null || isElsewhere(named.name))
  const hidden = placed.filter((place) => !shown.includes(place)).map(({ named }) => toProblem(named))
  shown.sort((a, b) => (a.element && b.element ? orderOf(a.element, b.element) : 0))
  return { submission: Symbol('submission'), fields: shown.map(({ named }) => named), rest: [...hidden, ...rest] }
}

function orderOf(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
}

function toProblem({ name, problem }: NamedProblem): Problem {
  return { ...problem.problem, path: name.split('.').filter(Boolean) }
}
