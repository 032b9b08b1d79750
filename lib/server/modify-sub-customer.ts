import 'server-only'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { Accepted } from '@/lib/contract/envelope'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { elementKey, type PatchedElement, patchedElements, seenHeader } from '@/lib/contract/patched-elements'
import type { Problem } from '@/lib/contract/problem'
import { readPatch, readPatchAlone } from '@/lib/contract/read-patch'
import type { RecordedRequest } from '@/lib/contract/recorded-request'
import { Refusal } from '@/lib/platform/refusal'
import { inTurn } from '@/lib/server/in-turn'
import { changesOfPatch } from '@/lib/server/recorded-changes'
import { openRequestsAbout } from '@/lib/server/recorded-requests'
import { conflict, requireSeen } from '@/lib/server/require-seen'
import type { Handling } from '@/lib/server/route'
import { firstOutcome, submissionKeyIn, submitOnce } from '@/lib/server/submissions'

/**
 * Changes a sub-customer, once per Idempotency-Key: what the patch holds is checked against the customer as it stands at this moment, and
 * nothing is sent where somebody else has changed one of its elements meanwhile or a request about one of them is still under way. Patches of
 * one customer are taken one after the other, so that two that collide do not pass the check side by side.
 * @throws Refusal CUSTOMER_1003: 422 for bad input, 409 with the present values where the patch would overwrite what the user has not seen
 */
export function modifySubCustomer(handling: Handling<unknown, unknown, 'id'>): Promise<Accepted[]> {
  const { session, platform, params, headers, body } = handling
  const id = params.id.toLowerCase()
  // The platform refuses it as well; asking it about ourselves would only tell that we exist.
  if (id === session.customer.customerId.toLowerCase()) throw new Refusal('CUSTOMER_1002')
  const key = submissionKeyIn(session, headers, 'modifyCustomer')
  return inTurn(`customer:${id}`, async () => {
    const alone = readPatchAlone(body)
    const first = alone.ok
      ? await firstOutcome(key, { kind: 'modifyCustomer', targetId: id, body: alone.value })
      : undefined
    if (first) return first
    requireChange(alone.ok ? [] : alone.problems)
    // Before the details: what ends in between is in them, and the other way round it would be neither seen there nor be under way any more.
    const open = await openRequestsAbout(session, platform, id)
    const [customer] = (await platform.customerDetails(id)).content
    if (!customer) throw new Refusal('CUSTOMER_1002')
    const patch = requirePatch(customer, body)
    const elements = patchedElements(customer, patch)
    requireNothingUnderWay(elements, open)
    requireSeen(elements, headers.get(seenHeader), 'CUSTOMER_1003')
    return submitOnce(session, key, {
      kind: 'modifyCustomer',
      body: patch,
      targetId: id,
      send: async () => (await platform.modifyCustomer(id, patch)).content,
      asked: () => ({ subjectId: id, subjectName: customer.name, changes: changesOfPatch(elements) }),
    })
  })
}

/** A patch that asks for nothing is refused without a call. */
function requireChange(problems: Problem[]): void {
  if (problems.some(({ code }) => code === 'emptyPatch')) throw new Refusal('CUSTOMER_1003', { problems })
}

function requirePatch(customer: CustomerDetails, body: unknown): ModifyCustomer {
  const parsed = readPatch(customer, body)
  if (parsed.ok) return parsed.value
  throw new Refusal('CUSTOMER_1003', { problems: parsed.problems })
}

/** An element that only repeats what stands is written as well, after the request that changes it: it would take that change back. */
function requireNothingUnderWay(elements: PatchedElement[], open: RecordedRequest[]): void {
  const underWay = new Set(open.flatMap(({ changes }) => changes.map(elementKey)))
  const colliding = elements.filter((element) => underWay.has(elementKey(element)))
  if (colliding.length > 0) throw conflict(colliding, 'changeUnderWay', 'CUSTOMER_1003')
}
