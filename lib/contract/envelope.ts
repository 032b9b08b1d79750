import * as z from 'zod/mini'
import { type Code, codes } from './code'
import { type Problem, toWireProblem, type WireProblem, wireProblem } from './problem'

/** Paging of an answer. `page` counts from 0; `size` is elements per page. */
export const pageable = z.object({
  page: z.number(),
  size: z.number(),
  totalPages: z.number(),
  totalElements: z.number(),
})
export type Pageable = z.infer<typeof pageable>

/** A success (ACK) whose content holds items of the given shape. Elements that we do not know are ignored. */
export function ack<T extends z.ZodMiniType>(item: T) {
  return z.object({
    errorCode: z.literal(''),
    errorMessage: z.catch(z.string(), ''),
    content: z.array(item),
    pageable: z.catch(z.nullish(pageable), undefined),
  })
}
export type Ack<T> = { errorCode: ''; errorMessage: string; content: T[]; pageable: Pageable }

/** A failure (NAK). `errors` and `outcome` are our extensions. */
export const nak = z.object({
  errorCode: z.string().check(z.minLength(1)),
  errorMessage: z.catch(z.string(), ''),
  errors: z.catch(z.optional(z.array(wireProblem)), undefined),
  /** `unknown`: the platform may have accepted the write although no answer arrived. Sent by the console alone. */
  outcome: z.catch(z.optional(z.literal('unknown')), undefined),
})
export type Nak = {
  errorCode: string
  errorMessage: string
  content: ''
  pageable: ''
  errors?: WireProblem[]
  outcome?: 'unknown'
}

/** An ACK of `content`; without paging of its own it is one page, as on the platform's pages. */
export function toAck<T>(content: T[], page?: Pageable): Ack<T> {
  const single = { page: 0, size: 10, totalPages: 1, totalElements: content.length }
  return { errorCode: '', errorMessage: '', content, pageable: page ?? single }
}

/** A NAK of a code of the table, with the elements to blame where there are any. */
export function toNak(code: Code, problems: readonly Problem[] = []): Nak {
  const refusal: Nak = { errorCode: code, errorMessage: codes[code].message, content: '', pageable: '' }
  return problems.length > 0 ? { ...refusal, errors: problems.map(toWireProblem) } : refusal
}

/** Content of the ACK of an asynchronous write. */
export const accepted = z.object({ requestId: z.string().check(z.minLength(1)) })
export type Accepted = z.infer<typeof accepted>
