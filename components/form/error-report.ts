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

/** Makes a report of what is on the page. */
export function reportOf(problems: readonly NamedProblem[], rest: readonly Problem[] = []): ErrorReport {
  const placed = problems.map((named) => ({ named, element: document.getElementById(fieldId(named.name)) }))
  const shown = placed.filter(({ element }) => element !== null)
  const hidden = placed.filter(({ element }) => element === null).map(({ named }) => toProblem(named))
  shown.sort((a, b) => (a.element && b.element ? orderOf(a.element, b.element) : 0))
  return { submission: Symbol('submission'), fields: shown.map(({ named }) => named), rest: [...hidden, ...rest] }
}

function orderOf(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
}

function toProblem({ name, problem }: NamedProblem): Problem {
  return { ...problem.problem, path: name.split('.').filter(Boolean) }
}
