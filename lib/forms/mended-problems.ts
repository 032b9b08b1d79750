import type { Problem } from '@/lib/contract/problem'
import { fieldName, valueAt } from './field-name'
import type { NamedProblem } from './field-problem'
import { asJson, toFieldProblem } from './problem-to-fields'

/** What has to happen to the faults on the form after a change of the draft. */
type Mending = { mended: string[]; found: NamedProblem[] }

/**
 * Holds the faults on the form against those of the draft as it stands now. One that a peer told stays as long as its value is the one that
 * was refused.
 */
export function mendedProblems(shown: readonly NamedProblem[], problems: readonly Problem[], draft: unknown): Mending {
  const standing = new Map<string, NamedProblem>()
  for (const named of shown) {
    const { refused } = named.problem
    if (refused !== undefined && refused === asJson(valueAt(draft, named.name))) standing.set(named.name, named)
  }
  for (const problem of problems) {
    const name = fieldName(problem.path)
    standing.set(name, { name, problem: toFieldProblem(problem) })
  }
  const before = new Map(shown.map((named) => [named.name, named]))
  return {
    mended: [...before.keys()].filter((name) => !standing.has(name)),
    found: [...standing.values()].filter((named) => !isSame(before.get(named.name), named)),
  }
}

function isSame(before: NamedProblem | undefined, after: NamedProblem): boolean {
  return before !== undefined && asJson(before.problem.problem) === asJson(after.problem.problem)
}
