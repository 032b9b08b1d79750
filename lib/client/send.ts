import type * as z from 'zod/mini'
import { ack, nak, type Pageable } from '@/lib/contract/envelope'
import { type Exchange, exchange } from './exchange'
import { RefusalError } from './refusal-error'
import { signedInStretch, tellSessionEnded } from './session-ended'

/** What an ACK holds, parsed with the contract. */
type Acknowledged<T> = { content: T[]; pageable: Pageable | undefined }

/**
 * One call of the console's API. An answer of 401 is told to whoever watches the session, besides being thrown.
 * @param item shape of one element of the answer's content
 * @throws RefusalError for every answer that is no ACK of that shape, LostError for no answer
 */
export async function send<T>({ item, ...call }: Exchange & { item: z.ZodMiniType<T> }): Promise<Acknowledged<T>> {
  const stretch = signedInStretch()
  const { status, body, reference } = await exchange(call)
  if (status === 401) tellSessionEnded(stretch)
  const acknowledged = ack(item).safeParse(body)
  if (status < 400 && acknowledged.success) {
    return { content: acknowledged.data.content, pageable: acknowledged.data.pageable ?? undefined }
  }
  const refused = nak.safeParse(body)
  if (refused.success) throw new RefusalError({ status, reference, ...refused.data })
  throw new RefusalError({
    status,
    reference,
    errorCode: 'GLOBAL_1001',
    errorMessage: 'The answer is no envelope',
    // A write whose answer cannot be read may have been carried out all the same.
    outcome: call.method === 'GET' ? undefined : 'unknown',
  })
}

/** One call whose answer holds exactly one element, such as a status or the details of a customer. */
export async function sendForOne<T>(call: Exchange & { item: z.ZodMiniType<T> }): Promise<T> {
  const { content } = await send(call)
  const first = content[0]
  if (first !== undefined) return first
  throw new RefusalError({
    status: 502,
    errorCode: 'GLOBAL_1001',
    errorMessage: 'The answer is empty',
    outcome: call.method === 'GET' ? undefined : 'unknown',
  })
}
