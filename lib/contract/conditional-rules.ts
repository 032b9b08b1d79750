import { isJsonObject } from './json-object'
import { elementOf, isGiven } from './parse'
import type { Problem, ProblemCode, ProblemPath } from './problem'

/** A conditional rule that is broken: the elements that would mend it, and what to say of them. */
type Broken = { elements: string[]; code: ProblemCode }

/** A contact needs a landline or a mobile number. */
function brokenOfContact(contact: unknown): Broken[] {
  const elements = ['landlinePhoneNumber', 'mobilePhoneNumber']
  return elements.some((name) => isGiven(elementOf(contact, name))) ? [] : [{ elements, code: 'phoneNeeded' }]
}

/** An address needs a post office box, or both street and building number. */
function brokenOfAddress(address: unknown): Broken[] {
  if (isGiven(elementOf(address, 'pobox'))) return []
  const missing = ['street', 'buildingNumber'].filter((name) => !isGiven(elementOf(address, name)))
  if (missing.length === 0) return []
  // Where one of the two stands, the other alone is to blame; where none does, a post office box would do as well.
  return [{ elements: missing.length === 2 ? [...missing, 'pobox'] : missing, code: 'streetOrPoboxNeeded' }]
}

/** Payment due after so many … needs the unit. */
function brokenOfInvoiceConfiguration(invoice: unknown): Broken[] {
  const needed = isGiven(elementOf(invoice, 'paymentDueAfterInvoiceIssued'))
  if (!needed || isGiven(elementOf(invoice, 'paymentDueUnits'))) return []
  return [{ elements: ['paymentDueUnits'], code: 'paymentDueUnitsNeeded' }]
}

function problemsAt(path: ProblemPath, broken: Broken[]): Problem[] {
  return broken.flatMap(({ elements, code }) => elements.map((name) => ({ path: [...path, name], code })))
}

/** The conditional rules of the create page, on a body as sent. Parts of a wrong shape are left to the schema. */
export function conditionalRules(body: unknown): Problem[] {
  const contact = elementOf(body, 'contact')
  const address = elementOf(body, 'address')
  const invoice = elementOf(body, 'invoiceConfiguration')
  return [
    ...(isJsonObject(contact) ? problemsAt(['contact'], brokenOfContact(contact)) : []),
    ...(Array.isArray(address) ? address : []).flatMap((entry, index) =>
      isJsonObject(entry) ? problemsAt(['address', index], brokenOfAddress(entry)) : [],
    ),
    ...problemsAt(['invoiceConfiguration'], brokenOfInvoiceConfiguration(invoice)),
  ]
}

/** A contact or an address of the customer as it would stand after a patch, found by its id. */
type Entry = { id: string }
/** The parts of a customer that conditional rules speak of. */
export type MergedCustomer = { contact?: Entry[]; address?: Entry[]; invoiceConfiguration?: object }

/**
 * The same rules on modify: they hold for the customer as it would be afterwards, but only parts that the patch touches are asked, and the
 * elements to blame are those of the body as sent where it names any of them.
 * @param patch the parsed patch
 * @param merged the customer after the patch
 */
export function conditionalRulesAfterMerge(patch: unknown, merged: MergedCustomer): Problem[] {
  const contact = elementOf(patch, 'contact')
  const address = elementOf(patch, 'address')
  const invoice = elementOf(patch, 'invoiceConfiguration')
  return [
    ...brokenOfEntry(
      ['contact'],
      contact,
      merged.contact,
      ['landlinePhoneNumber', 'mobilePhoneNumber'],
      brokenOfContact,
    ),
    ...(Array.isArray(address) ? address : []).flatMap((entry, index) =>
      brokenOfEntry(['address', index], entry, merged.address, ['street', 'buildingNumber', 'pobox'], brokenOfAddress),
    ),
    ...(touches(invoice, ['paymentDueAfterInvoiceIssued', 'paymentDueUnits'])
      ? problemsAt(['invoiceConfiguration'], brokenOfInvoiceConfiguration(merged.invoiceConfiguration))
      : []),
  ]
}

/** The rule of a part that is found by its id. An id that is nobody's is a fault of its own and says nothing of the rule. */
function brokenOfEntry(
  path: ProblemPath,
  part: unknown,
  entries: Entry[] | undefined,
  elements: string[],
  rule: (entry: unknown) => Broken[],
): Problem[] {
  const sentId = elementOf(part, 'id')
  // A UUID is read in any case (RFC 9562, 4), the customer's own too.
  const entry = entries?.find(({ id }) => typeof sentId === 'string' && id.toLowerCase() === sentId.toLowerCase())
  if (!entry || !touches(part, elements)) return []
  const broken = rule(entry).map(({ elements: missing, code }) => {
    const sent = (names: string[]) => names.filter((name) => elementOf(part, name) !== undefined)
    // Best what was sent and is missing all the same; else what the patch took away, such as the pobox of an address without a street.
    const toBlame = [sent(missing), sent(elements).filter((name) => !isGiven(elementOf(entry, name))), missing]
    return { elements: toBlame.find((names) => names.length > 0) ?? missing, code }
  })
  return problemsAt(path, broken)
}

function touches(part: unknown, elements: string[]): boolean {
  return elements.some((name) => elementOf(part, name) !== undefined)
}
