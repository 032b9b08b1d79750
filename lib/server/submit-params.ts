import 'server-only'
import type { Accepted } from '@/lib/contract/envelope'
import type { ExternalParamEntity } from '@/lib/contract/external-param'
import { elementKey } from '@/lib/contract/patched-elements'
import type { ProblemPath } from '@/lib/contract/problem'
import type { RecordedRequest, RequestKind } from '@/lib/contract/recorded-request'
import type { Platform } from '@/lib/platform/platform'
import type { ParamSubject } from '@/lib/server/param-subject'
import { changesOfParams } from '@/lib/server/recorded-changes'
import { openRequestsOn } from '@/lib/server/recorded-requests'
import { conflict } from '@/lib/server/require-seen'
import type { Actor } from '@/lib/server/session'
import { submitOnce } from '@/lib/server/submissions'

/** An entity that can have values of external parameters. Its id is in lower case. */
export type ParamPlace = { entity: ExternalParamEntity; entityId: string }

/** A value of an external parameter that a write sets or, with null, takes away; and what stands there. */
export type ParamElement = ParamPlace & {
  /** Where the call names it. */
  path: ProblemPath
  definitionId: string
  /** The parameter's name. */
  name: string
  /** Id of the value; a new one has none yet. */
  paramId?: string | undefined
  value: string | null
  /** "" where nothing stands. */
  present: string
}

/** What reading has to find of a write of values whose answer was lost. */
export type WantedParam = Pick<ParamElement, 'entity' | 'entityId' | 'definitionId' | 'paramId' | 'value'>

type ParamsWrite = {
  /** What the submission is told by, from the call alone: a repeat has the same. */
  submission: { kind: RequestKind; targetId: string; body: unknown }
  kind: RequestKind
  elements: readonly ParamElement[]
  subject: ParamSubject
  send: () => Promise<Accepted[]>
}

/** Sends a write of values, once per row key. */
export function submitParams(session: Actor, key: string, write: ParamsWrite): Promise<Accepted[]> {
  const { submission, kind, elements, subject, send } = write
  const kept: WantedParam[] = elements.map(({ entity, entityId, definitionId, paramId, value }) => ({
    entity,
    entityId,
    definitionId,
    paramId,
    value,
  }))
  return submitOnce(session, key, {
    ...submission,
    kept,
    send,
    asked: () => ({ kind, ...subject, changes: changesOfParams(elements) }),
  })
}

/**
 * The requests that are changing values of these entities. To be asked for before what stands is read: what ends in between is seen there, and
 * the other way round it would be neither there nor under way any more.
 */
export async function openParamRequests(
  session: Actor,
  platform: Platform,
  entityIds: readonly string[],
): Promise<RecordedRequest[]> {
  return (await Promise.all(entityIds.map((id) => openRequestsOn(session, platform, id)))).flat()
}

/**
 * Keeps a write from values that a request is changing.
 * @throws Refusal CUSTOMER_1025, 409
 */
export function requireNoParamUnderWay(elements: readonly ParamElement[], open: readonly RecordedRequest[]): void {
  const underWay = new Set(open.flatMap(({ changes }) => changes.map(elementKey)))
  const colliding = elements.filter(({ name, entityId }) =>
    underWay.has(elementKey({ path: ['externalParams', name], entryId: entityId })),
  )
  if (colliding.length > 0) throw conflict(colliding, 'changeUnderWay', 'CUSTOMER_1025')
}

/** Writes of values of one entity are one subject: those that collide do not pass the check side by side. */
export function paramTurn(entityId: string): string {
  return `external-params:${entityId}`
}

/** Whether every value stands as a write whose answer was lost wanted it; one that it took away is not there any more. */
export async function paramsStand({ customer }: Actor, platform: Platform, sent: unknown): Promise<boolean> {
  const wanted = sent as WantedParam[]
  const places = [...new Map(wanted.map((each) => [each.entityId, each])).values()]
  const standing = new Map(
    await Promise.all(
      places.map(async ({ entity, entityId }) => {
        const { content } = await platform.externalParams(customer.customerId, entity, entityId)
        return [entityId, content] as const
      }),
    ),
  )
  return wanted.every(({ entityId, definitionId, paramId, value }) => {
    const params = standing.get(entityId) ?? []
    if (value === null) return !params.some(({ id }) => id === paramId)
    const param = params.find(({ extParamConfigId }) => extParamConfigId.toLowerCase() === definitionId)
    return param?.value === value && param.isActive !== false
  })
}
