import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { unseal } from '@/lib/auth/seal'
import { exactNameQuery, maxPageSize } from '@/lib/contract/child-customers'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { isSameValue, patchedElements } from '@/lib/contract/patched-elements'
import { unknownIds } from '@/lib/contract/read-patch'
import type { Submission } from '@/lib/contract/submission'
import { database } from '@/lib/db/database'
import { submission } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import type { Actor } from '@/lib/server/session'
import { type Standing, standingOf, submissionKey } from '@/lib/server/submissions'
import { definitionsStand } from '@/lib/server/submit-definitions'
import { paramsStand } from '@/lib/server/submit-params'

/** Pages of sub-customers and details that one look reads at most; who has more of the same name is told "unknown". */
const maxPages = 10
const maxDetails = 20
/** Longest name that is put into the query, in characters: it travels in the URL, which a server takes up to some kilobytes. */
const maxQueryName = 500

/** What became of a submission; when its answer was lost, found out by reading, never by sending again. */
export function describeSubmission(session: Actor, platform: Platform, key: string): Promise<Submission> {
  return describeByRowKey(session, platform, submissionKey(session, key))
}

/** The same, of a row key. */
export async function describeByRowKey(session: Actor, platform: Platform, key: string): Promise<Submission> {
  const standing = await standingOf(key)
  if (!standing) return { state: 'none' }
  if (standing.state === 'acked' && standing.requestId) {
    return { state: 'acked', requestId: standing.requestId, customerId: standing.subjectId ?? undefined }
  }
  if (standing.state !== 'unknown' || !standing.sealedBody) {
    const target = standing.kind === 'modifyCustomer' ? standing.targetId : null
    return { state: standing.state, customerId: standing.subjectId ?? target ?? undefined }
  }
  const sent: unknown = JSON.parse(unseal('submission-body', standing.sealedBody))
  const stands = externalParamWrites[standing.kind]
  if (stands) return describeExternalParams(standing, await stands(session, platform, sent))
  if (standing.kind === 'modifyCustomer') return describePatch(platform, standing, sent as ModifyCustomer)
  const customerId = await findCreated(session, platform, sent as CreateCustomer)
  if (!customerId || !(await markFound(standing, customerId))) return { state: 'unknown' }
  return { state: 'found', customerId }
}

/**
 * A patch has arrived when everything stands as it wanted it. Until then it may be under way, or never have arrived; of a customer or an entry
 * that is not there any more nobody can tell.
 */
async function describePatch(platform: Platform, standing: Standing, patch: ModifyCustomer): Promise<Submission> {
  const customerId = standing.targetId ?? ''
  const [customer] = (await platform.customerDetails(customerId)).content
  if (!customer || !standsAs(customer, patch)) return { state: 'unknown', customerId }
  await keepFound(standing)
  return { state: 'found', customerId }
}

/** Whether what a lost write of external parameters asked for stands, by the kind of write. */
const externalParamWrites: Readonly<
  Record<string, (session: Actor, platform: Platform, sent: unknown) => Promise<boolean>>
> = {
  createExternalParams: paramsStand,
  modifyExternalParam: paramsStand,
  deleteExternalParams: paramsStand,
  createExternalParamDefinitions: definitionsStand,
  modifyExternalParamDefinition: definitionsStand,
  deleteExternalParamDefinition: definitionsStand,
}

async function describeExternalParams(standing: Standing, stands: boolean): Promise<Submission> {
  if (stands) await keepFound(standing)
  return { state: stands ? 'found' : 'unknown' }
}

async function keepFound({ key }: Standing): Promise<void> {
  const db = await database()
  const lost = and(eq(submission.key, key), eq(submission.state, 'unknown'))
  await db.update(submission).set({ state: 'found', sealedBody: null }).where(lost)
}

function standsAs(customer: CustomerDetails, patch: ModifyCustomer): boolean {
  if (unknownIds(customer, patch).length > 0) return false
  return patchedElements(customer, patch).every(({ value, present }) => isSameValue(value, present))
}

/** Keeps what was found. False when another submission was told to be that customer a moment before: one customer has one origin. */
async function markFound({ key, customerId }: Standing, subjectId: string): Promise<boolean> {
  const db = await database()
  const lost = and(eq(submission.key, key), eq(submission.state, 'unknown'))
  try {
    await db.update(submission).set({ state: 'found', subjectId, sealedBody: null }).where(lost)
    return true
  } catch (error) {
    const mine = and(eq(submission.customerId, customerId), eq(submission.subjectId, subjectId))
    if ((await db.select({ key: submission.key }).from(submission).where(mine)).length === 0) throw error
    return false
  }
}

/** The sub-customer that has the name that was sent, holds every element that was sent, and is no other submission's. */
async function findCreated(session: Actor, platform: Platform, sent: CreateCustomer): Promise<string | undefined> {
  const name = sent.name ?? ''
  const query = name && name.length <= maxQueryName ? exactNameQuery(name) : undefined
  let read = 0
  for (let page = 0; page < maxPages; page++) {
    const { content, pageable } = await platform.childCustomers(session.customer.customerId, {
      page,
      size: maxPageSize,
      sort: 'name,asc',
      query,
    })
    const namesakes = content.filter(({ customerName }) => customerName === name).map(({ customerId }) => customerId)
    const others = await claimedAmong(session, namesakes)
    for (const customerId of namesakes.filter((id) => !others.has(id))) {
      if (read++ === maxDetails) return undefined
      const [details] = (await platform.customerDetails(customerId)).content
      if (details && holds(details, sent)) return customerId
    }
    if (page + 1 >= pageable.totalPages) return undefined
  }
  return undefined
}

/** Those of the customers that another submission has been told to be. */
async function claimedAmong({ customer }: Actor, customerIds: string[]): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set()
  const db = await database()
  const claimed = and(eq(submission.customerId, customer.customerId), inArray(submission.subjectId, customerIds))
  const rows = await db.select({ subjectId: submission.subjectId }).from(submission).where(claimed)
  return new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))
}

/**
 * Whether a customer holds everything that was sent to create it. The platform adds defaults and ids, so it may hold more.
 */
export function holds(details: CustomerDetails, sent: CreateCustomer): boolean {
  const { contact, ...rest } = sent
  return (
    covers(details, rest) && (contact === undefined || (details.contact ?? []).some((held) => covers(held, contact)))
  )
}

function covers(whole: unknown, part: unknown): boolean {
  if (part === null || typeof part !== 'object') return Object.is(whole, part)
  if (whole === null || typeof whole !== 'object') return false
  return Object.entries(part).every(([name, value]) => covers((whole as Record<string, unknown>)[name], value))
}
