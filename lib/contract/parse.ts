import * as z from 'zod/mini'
import { isJsonObject } from './json-object'
import { type Problem, type ProblemPath, problemsOf } from './problem'
import { illFormed } from './well-formed'

// Zod's compiled parsers are made with `new Function`, which the console's Content Security Policy forbids in the browser.
z.config({ jitless: true })

/** What a parse gives: the value as the platform takes it, or every fault of the body at once. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/** A rule that looks at more than one element, told as the problems it finds in the body as sent (which may be of any shape). */
export type Rule = (body: unknown) => Problem[]

/** A refusal names faults up to this many; what is beyond helps nobody and would make the answer larger than the question. */
const maxProblems = 2000

/**
 * The one way in which a body is read, in the browser, in the console's server and in the sandbox.
 * @param schema the call's shape
 * @param rules conditional rules; they see the body as sent, so they hold also where another element is at fault
 * @returns the parsed value without absent elements, or all problems, at most one per path, the rules' after the elements'
 */
export function parse<T>(schema: z.ZodMiniType<T>, body: unknown, ...rules: Rule[]): Parsed<T> {
  const malformed = illFormed(body)
  // What takes so many values is not looked at: blaming each of them would take seconds of everybody's time.
  if (malformed.some(({ code }) => code === 'tooManyValues')) return { ok: false, problems: malformed }
  const result = schema.safeParse(body, { error: (issue) => (issue.input === undefined ? 'required' : undefined) })
  const shape = [...(result.success ? [] : problemsOf(result.error.issues)), ...rules.flatMap((rule) => rule(body))]
  // What nests too deeply has the wrong type further up, and one fault is told once, at the element that the call knows.
  const told = malformed.filter(
    ({ code, path }) => code !== 'tooDeep' || !shape.some((fault) => holds(fault.path, path)),
  )
  const found = [...told, ...shape]
  if (result.success && found.length === 0) return { ok: true, value: withoutAbsent(result.data) as T }
  return { ok: false, problems: firstPerPath(found).slice(0, maxProblems) }
}

/** Leaves a body as it was sent, for a call whose rules need more than the body. */
export function asSent(body: unknown): Parsed<unknown> {
  return { ok: true, value: body }
}

/** Whether `inner` is `outer` or lies within it. */
function holds(outer: ProblemPath, inner: ProblemPath): boolean {
  return outer.every((segment, index) => segment === inner[index])
}

function firstPerPath(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => {
    const key = JSON.stringify(path)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Zod keeps a key whose value became `undefined`; on the wire and for an equality an absent element has no key. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [[key, withoutAbsent(child)]])),
  )
}

/** The named child of a value of any shape, or undefined: for rules, which run on bodies that may be wrong. */
export function elementOf(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Whether an element is given: neither absent nor emptied nor only white space. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')
}
