import 'server-only'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import { type ElementValue, isSameValue, type PatchedElement } from '@/lib/contract/patched-elements'
import type { ProblemPath } from '@/lib/contract/problem'
import type { RecordedChange } from '@/lib/contract/recorded-request'
import type { ParamElement } from '@/lib/server/submit-params'

/** Characters of an identity number that stay readable, so that two documents can be told apart. */
const shownCharacters = 3

/** What a create sets, as the record keeps it: nothing stood before. */
export function changesOfCreate(body: CreateCustomer): RecordedChange[] {
  return leavesOf(body, []).map(({ path, value }) => ({ path, before: '', after: masked(path, value) }))
}

/** What a patch changes, as the record keeps it. Elements that it only repeats are left out; addresses are named by their place. */
export function changesOfPatch(elements: readonly PatchedElement[]): RecordedChange[] {
  return elements
    .filter(({ value, present }) => !isSameValue(value, present))
    .map(({ path, entryId, position, value, present }) => ({
      path: position === undefined ? path : path.with(1, position),
      ...(entryId && { entryId }),
      before: masked(path, present),
      after: masked(path, value),
    }))
}

/** What a write of values of external parameters changes. One that repeats its value is kept too: it makes it active again. */
export function changesOfParams(elements: readonly ParamElement[]): RecordedChange[] {
  return elements.map(({ name, entityId, present, value }) => ({
    path: ['externalParams', name],
    entryId: entityId,
    before: present,
    after: value ?? '',
  }))
}

/** What a write of a definition changes, by the parameter's name. Elements that it only repeats are left out. */
export function changesOfDefinition({ name, entryId, before, after }: DefinitionChange): RecordedChange[] {
  return Object.keys({ ...before, ...after }).flatMap((element) => {
    const [old, wanted] = [before[element] ?? '', after[element] ?? '']
    if (old === wanted) return []
    return [{ path: ['externalParamsConfig', name, element], entryId, before: old, after: wanted }]
  })
}

/** The elements of one definition, before and after a write. */
export type DefinitionChange = {
  /** The parameter's name before the write; of a new one, the name that it gets. */
  name: string
  /** Id of the definition; of a new one, what it is for. */
  entryId: string
  before: Readonly<Record<string, string | number | boolean | undefined>>
  after: Readonly<Record<string, string | number | boolean | undefined>>
}

function leavesOf(value: unknown, path: ProblemPath): { path: ProblemPath; value: ElementValue }[] {
  if (value === null || typeof value !== 'object' || path.at(-1) === 'identity' || path.at(-1) === 'customFields') {
    return [{ path, value: (value ?? '') as ElementValue }]
  }
  return Object.entries(value).flatMap(([name, child]) =>
    leavesOf(child, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

/** Identity numbers are nobody's business in a record. */
function masked(path: ProblemPath, value: ElementValue): ElementValue {
  if (path.at(-1) !== 'identity' || typeof value !== 'object') return value
  return value.map((entry) => {
    const { idNumber, ...rest } = entry as { idNumber?: string }
    return { ...rest, ...(idNumber && { idNumber: maskedText(idNumber) }) }
  })
}

function maskedText(text: string): string {
  // By code points: half a surrogate pair is no text, and a database refuses it.
  const characters = [...text]
  const shown = characters.length > 2 * shownCharacters ? characters.slice(-shownCharacters) : []
  return '•'.repeat(characters.length - shown.length) + shown.join('')
}
