import { blankAddress, blankCustomField, blankIdentity } from './create-customer-draft'

/** What an entry of a list is before anything is told of it, by the list's element. */
const blankEntries: Readonly<Record<string, object>> = {
  address: blankAddress,
  identity: blankIdentity,
  customFields: blankCustomField,
}

/**
 * A value of the wire as a draft: numbers as text, what is absent or null as in `blank`. Elements that `blank` does not have are left out:
 * the form would not show them.
 */
export function fromWire<Draft extends object>(wire: object, blank: Draft): Draft {
  const told = new Map<string, unknown>(Object.entries(wire))
  const entries = Object.entries(blank).map(([name, value]) => [name, draftOf(told.get(name), value, name)])
  return Object.fromEntries(entries) as Draft
}

function draftOf(wire: unknown, blank: unknown, element: string): unknown {
  if (wire === undefined || wire === null) return blank
  if (typeof wire === 'number') return String(wire)
  if (Array.isArray(wire)) return wire.map((entry: object) => fromWire(entry, blankEntries[element] ?? {}))
  if (typeof wire === 'object' && blank !== null && typeof blank === 'object') return fromWire(wire, blank)
  return wire
}
