import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { unseal } from '@/lib/auth/seal'
import { exactNameQuery, maxPageSize } from '@/lib/contract/child-customers'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { Submission } from '@/lib/contract/submission'
import { database } from '@/lib/db/database'
import { submission } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import type { Actor } from '@/lib/server/session'
import { type Standing, standingOf, submissionKey } from '@/lib/server/submissions'

/** Pages of sub-customers that are searched for one without a name. */
const maxPages = 50

/** What became of a submission; when its answer was lost, found out by reading, never by sending again. */
export async function describeSubmission(session: Actor, platform: Platform, key: string): Promise<Submission> {
  const standing = await standingOf(submissionKey(session, key))
  if (!standing) return { state: 'none' }
  if (standing.state === 'acked' && standing.requestId) {
    return { state: 'acked', requestId: standing.requestId, customerId: standing.subjectId ?? undefined }
  }
  if (standing.state !== 'unknown' || !standing.sealedBody) {
    return { state: standing.state, customerId: standing.subjectId ?? undefined }
  }
  const sent = JSON.parse(unseal('submission-body', standing.sealedBody)) as CreateCustomer
  const customerId = await findCreated(session, platform, sent)
  if (!customerId) return { state: 'unknown' }
  await markFound(standing, customerId)
  return { state: 'found', customerId }
}

async function markFound({ key }: Standing, subjectId: string): Promise<void> {
  const db = await database()
  const lost = and(eq(submission.key, key), eq(submission.state, 'unknown'))
  await db.update(submission).set({ state: 'found', subjectId, sealedBody: null }).where(lost)
}

/** The sub-customer that has the name that was sent, holds every element that was sent, and is no other submission's. */
async function findCreated(session: Actor, platform: Platform, sent: CreateCustomer): Promise<string | undefined> {
  const others = await claimedIds(session)
  for (let page = 0; page < maxPages; page++) {
    const { content, pageable } = await platform.childCustomers(session.customer.customerId, {
      page,
      size: maxPageSize,
      sort: 'name,asc',
      query: sent.name ? exactNameQuery(sent.name) : undefined,
    })
    const namesakes = content.filter(
      ({ customerId, customerName }) => customerName === (sent.name ?? '') && !others.has(customerId),
    )
    for (const { customerId } of namesakes) {
      const [details] = (await platform.customerDetails(customerId)).content
      if (details && holds(details, sent)) return customerId
    }
    if (page + 1 >= pageable.totalPages) return undefined
  }
  return undefined
}

async function claimedIds({ customer }: Actor): Promise<Set<string>> {
  const db = await database()
  const rows = await db
    .select({ subjectId: submission.subjectId })
    .from(submission)
    .where(and(eq(submission.customerId, customer.customerId), isNotNull(submission.subjectId)))
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
