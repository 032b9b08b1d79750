import type { Problem } from '@/lib/contract/problem'
import { fieldName, valueAt } from './field-name'
import type { FieldProblem, NamedProblem } from './field-problem'

/** Faults told apart: those that a field can show, and the rest, which only a summary can. */
type Attributed = { fields: NamedProblem[]; rest: Problem[] }

/**
 * Finds the field of each fault. A fault inside a value that has one field for the whole (a number of a list) is that field's.
 * @param draft the draft that was sent: a fault that came from a peer stands until its value is changed
 * @param hasField whether the form shows something of that name
 */
export function problemToFields(
  problems: readonly Problem[],
  draft: unknown,
  hasField: (name: string) => boolean,
): Attributed {
  const fields: NamedProblem[] = []
  const rest: Problem[] = []
  for (const problem of problems) {
    const name = nameOf(problem, hasField)
    if (name === undefined) rest.push(problem)
    else fields.push({ name, problem: { ...toFieldProblem(problem), refused: asJson(valueAt(draft, name)) } })
  }
  return { fields, rest }
}

function nameOf({ path }: Problem, hasField: (name: string) => boolean): string | undefined {
  const name = fieldName(path)
  if (path.length === 0 || hasField(name)) return path.length === 0 ? undefined : name
  return typeof path.at(-1) === 'number' ? nameOf({ path: path.slice(0, -1), code: 'invalid' }, hasField) : undefined
}

/** A fault as react-hook-form keeps it. */
export function toFieldProblem({ code, params }: Problem): FieldProblem {
  return { type: code, problem: params ? { code, params } : { code } }
}

/** A value in a form that can be compared. */
export function asJson(value: unknown): string {
  return JSON.stringify(value) ?? ''
}
