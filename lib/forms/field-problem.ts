import { type FieldError, type FieldErrors, type FieldValues, get } from 'react-hook-form'
import type { ProblemCode, ProblemParams } from '@/lib/contract/problem'
import { rootName } from './field-name'

/** A fault as react-hook-form keeps it: code with parameters instead of a message, which is worded where it is shown. */
export type FieldProblem = FieldError & {
  type: ProblemCode
  problem: { code: ProblemCode; params?: ProblemParams }
  /** The value that a peer refused, as JSON. What we find ourselves is found anew after each change and needs none. */
  refused?: string
}

/** A fault at the name of its field. */
export type NamedProblem = { name: string; problem: FieldProblem }

/** The fault of a name itself, not of its parts. */
export function problemAt(errors: FieldErrors<FieldValues>, name: string): FieldProblem | undefined {
  const held: unknown = get(errors, name)
  if (held === null || typeof held !== 'object') return undefined
  return isFieldProblem(held) ? held : problemAt(held as FieldErrors<FieldValues>, rootName)
}

/** Every fault of a form. That of a whole has the name of the whole. */
export function problemsIn(errors: FieldErrors<FieldValues>): NamedProblem[] {
  return found(errors, '')
}

function found(node: unknown, name: string): NamedProblem[] {
  if (node === null || typeof node !== 'object') return []
  if (isFieldProblem(node)) return [{ name, problem: node }]
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === rootName) return found(child, name)
    return found(child, name === '' ? key : `${name}.${key}`)
  })
}

function isFieldProblem(node: object): node is FieldProblem {
  return 'problem' in node && 'type' in node
}
