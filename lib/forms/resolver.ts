import { type FieldErrors, type FieldValues, type Resolver, set } from 'react-hook-form'
import type { Parsed } from '@/lib/contract/parse'
import type { Problem } from '@/lib/contract/problem'
import { fieldName, rootName, valueAt } from './field-name'
import { toFieldProblem } from './problem-to-fields'

/** How a draft becomes a request: its wire form, and the contract's own reading of that. */
export type Reading<Draft, Wire> = { toWire: (draft: Draft) => unknown; parse: (body: unknown) => Parsed<Wire> }

/** Reads a draft: the request, or every fault of it. */
export function readDraft<Draft, Wire>({ toWire, parse }: Reading<Draft, Wire>, draft: Draft): Parsed<Wire> {
  return parse(toWire(draft))
}

/** Validates a form with the schema that the console's server and the platform hold it against. Paths of faults are names of fields. */
export function resolver<Draft extends FieldValues, Wire extends FieldValues>(
  reading: Reading<Draft, Wire>,
): Resolver<Draft, unknown, Wire> {
  return (draft) => {
    const parsed = readDraft(reading, draft)
    if (parsed.ok) return { values: parsed.value, errors: {} }
    return { values: {}, errors: errorsOf<Draft>(parsed.problems, draft) }
  }
}

/** Faults as the tree that react-hook-form keeps. */
function errorsOf<Draft extends FieldValues>(problems: readonly Problem[], draft: unknown): FieldErrors<Draft> {
  const errors: FieldErrors<Draft> = {}
  for (const problem of problems) set(errors, errorName(fieldName(problem.path), draft), toFieldProblem(problem))
  return errors
}

/** Where react-hook-form keeps the fault of a name: that of a list or an object must leave room for those of its parts. */
export function errorName(name: string, draft: unknown): string {
  const value = name === '' ? draft : valueAt(draft, name)
  const isWhole = value !== null && typeof value === 'object'
  return isWhole ? [name, rootName].filter(Boolean).join('.') : name
}
