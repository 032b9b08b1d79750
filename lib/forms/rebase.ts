import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { Problem, ProblemPath } from '@/lib/contract/problem'
import type { RecordedChange } from '@/lib/contract/recorded-request'
import { isSameDraft } from './draft-value'
import { draftOfCustomer, type EditCustomerDraft } from './edit-customer-draft'
import type { CustomerPatch } from './patch'
import { asJson } from './problem-to-fields'

/** A value of the form that has to follow what was read anew. */
export type DraftUpdate = { name: string; value: unknown }

/**
 * The customer as the user sees it, after it was read anew: elements that he is changing stay as he saw them, or nobody could tell afterwards
 * that somebody else has changed them too; all others are new.
 * @param fresh what was read
 * @param seen what the user saw until now
 * @param patches what is being changed, on the form or by requests under way
 */
export function keepSeen(fresh: CustomerDetails, seen: CustomerDetails, patches: readonly CustomerPatch[]) {
  return patches.reduce((kept, patch) => overlaid(kept, seen, patch), fresh)
}

/** The customer as it will stand when the platform has carried out a patch. */
export function withPatch(customer: CustomerDetails, patch: CustomerPatch): CustomerDetails {
  const { contact, ...rest } = patch
  // "" is how a patch says NULL, and an absent element is how the details say it.
  const told = JSON.parse(JSON.stringify({ ...rest, ...(contact && { contact: [contact] }) }), (_, value) =>
    value === '' ? undefined : value,
  )
  return overlaid(customer, told as CustomerDetails, patch)
}

/** What stands at the elements that problems name, as a patch: what would have to be sent to make them so. */
export function presentPatch(patch: CustomerPatch, problems: readonly Problem[]): CustomerPatch {
  const entryIdOf = ([part, index]: ProblemPath) =>
    part === 'contact' ? patch.contact?.id : part === 'address' ? patch.address?.[Number(index)]?.id : undefined
  // A role that was only sent along is not among them.
  return assembled(problems.map(({ path, present }) => ({ path, entryId: entryIdOf(path), value: present })))
}

/**
 * What has to be put on the form for it to want again what a recorded request wanted. Identity documents are left out: their numbers are not
 * recorded.
 * @param contactId the contact on the form; changes of another have no place there
 */
export function updatesOfRecorded(
  changes: readonly RecordedChange[],
  customer: CustomerDetails,
  contactId: string | undefined,
): DraftUpdate[] {
  const wanted = changes.filter(({ path }) => path.at(-1) !== 'identity')
  const patch = assembled(wanted.map(({ path, entryId, after }) => ({ path, entryId, value: after })))
  return changesBetween(draftOfCustomer(customer, contactId), draftOfCustomer(withPatch(customer, patch), contactId))
}

type Element = { path: ProblemPath; entryId: string | undefined; value: unknown }

/** The patch of some elements; one of a contact or an address that nobody knows is left out. */
function assembled(elements: readonly Element[]): CustomerPatch {
  const patch: Omit<CustomerPatch, 'contact'> & { contact?: object } = {}
  for (const { path, entryId: id, value } of elements) {
    const [part] = path
    const name = String(path.at(-1))
    if (part === 'contact') {
      if (id !== undefined) patch.contact = { id, ...patch.contact, [name]: value }
    } else if (part === 'address') {
      if (id === undefined) continue
      const others = patch.address?.filter((entry) => entry.id !== id) ?? []
      const entry = patch.address?.find((held) => held.id === id) ?? { id }
      patch.address = [...others, { ...entry, [name]: value }]
    } else if (part === 'invoiceConfiguration') {
      patch.invoiceConfiguration = { ...patch.invoiceConfiguration, [name]: value }
    } else {
      Object.assign(patch, { [name]: value })
    }
  }
  return patch as CustomerPatch
}

/** A customer with the elements that a patch names as they are in another. */
function overlaid(customer: CustomerDetails, from: CustomerDetails, patch: CustomerPatch): CustomerDetails {
  const { contact, address = [], invoiceConfiguration, ...profile } = patch
  const entry = <Entry extends { id: string }>(
    held: Entry,
    sources: readonly Entry[] | undefined,
    part: { id: string } | undefined,
  ) => (part?.id === held.id ? withElements(held, sources?.find(({ id }) => id === held.id) ?? held, part) : held)
  return {
    ...withElements(customer, from, profile),
    ...(customer.contact && { contact: customer.contact.map((held) => entry(held, from.contact, contact)) }),
    ...(customer.address && {
      address: customer.address.map((held) =>
        entry(
          held,
          from.address,
          address.find(({ id }) => id === held.id),
        ),
      ),
    }),
    ...(invoiceConfiguration && {
      invoiceConfiguration: withElements(
        customer.invoiceConfiguration ?? {},
        from.invoiceConfiguration ?? {},
        invoiceConfiguration,
      ),
    }),
  }
}

function withElements<Part extends object>(part: Part, from: Partial<Part>, named: object): Part {
  const names = Object.keys(named).filter((name) => name !== 'id') as (keyof Part)[]
  return { ...part, ...Object.fromEntries(names.map((name) => [name, from[name]])) }
}

/**
 * What has to be put on the form after the customer was read anew: every element that the user has not touched and that is another now.
 * @param before what the form held when it was filled
 * @param held what it holds
 */
export function updatesOf(before: EditCustomerDraft, held: EditCustomerDraft, seen: CustomerDetails): DraftUpdate[] {
  const fresh = draftOfCustomer(seen, held.contact.id || undefined)
  const places = (draft: EditCustomerDraft) => asJson(draft.address.map(({ id }) => id))
  // Addresses came or went, which no call of ours does: what stays is found by its id.
  if (places(fresh) !== places(held)) {
    const address = fresh.address.map((entry) => held.address.find(({ id }) => id === entry.id) ?? entry)
    return [{ name: 'address', value: address }, ...updatesAt([], before, { ...held, address }, fresh)]
  }
  return updatesAt([], before, held, fresh)
}

/** What has to be put on a form that holds one draft to make it another, of the same parts. */
export function changesBetween(from: EditCustomerDraft, to: EditCustomerDraft): DraftUpdate[] {
  return updatesAt([], from, from, to)
}

function updatesAt(path: readonly string[], before: unknown, held: unknown, fresh: unknown): DraftUpdate[] {
  const isWhole = ['identity', 'customFields'].includes(path.at(-1) ?? '')
  if (!isWhole && isPart(held) && isPart(fresh)) {
    return Object.keys(fresh).flatMap((name) => {
      const [was, now, will] = [before, held, fresh].map((part) => (isPart(part) ? part[name] : undefined))
      return updatesAt([...path, name], was, now, will)
    })
  }
  // As the patch compares: another spelling of the same is neither a change of the user's nor worth writing over what he typed.
  const name = path.join('.')
  return isSameDraft(name, before, held) && !isSameDraft(name, held, fresh) ? [{ name, value: fresh }] : []
}

function isPart(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}
