import 'server-only'
import type { Accepted } from '@/lib/contract/envelope'
import {
  type CreateExternalParams,
  type ExternalParam,
  type ExternalParamsNow,
  parseCreateExternalParams,
  parseModifyExternalParam,
  placeHeader,
  readExternalParamIds,
} from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import { type PatchedElement, seenHeader } from '@/lib/contract/patched-elements'
import type { Problem } from '@/lib/contract/problem'
import { Refusal } from '@/lib/platform/refusal'
import { readEntity } from '@/lib/server/external-param-entity'
import { findParams, type PlacedParam } from '@/lib/server/find-params'
import { inTurn } from '@/lib/server/in-turn'
import { paramSubject } from '@/lib/server/param-subject'
import { requireSeen } from '@/lib/server/require-seen'
import type { Handling } from '@/lib/server/route'
import { firstOutcome, submissionKeyIn } from '@/lib/server/submissions'
import {
  openParamRequests,
  type ParamElement,
  type ParamPlace,
  paramTurn,
  requireNoParamUnderWay,
  submitParams,
} from '@/lib/server/submit-params'
import { valueOrRefusal } from '@/lib/server/value-or-refusal'

type Call<Param extends string = 'entityOrParamId'> = Handling<unknown, unknown, 'id' | Param>

/**
 * Sets values that an entity does not have yet, all or none, once per Idempotency-Key. What the body holds is checked against the definitions
 * and values as they stand at this moment.
 * @throws Refusal CUSTOMER_1025: 422 for bad input, 409 while a request about one of them is under way; CUSTOMER_1002 for an entity that is
 *   not the customer's own
 */
export function createExternalParams(call: Call<'entityOrParamId' | 'entityId'>): Promise<Accepted[]> {
  const { session, platform, params, headers, body } = call
  const entity = readEntity(params.entityOrParamId, 'CUSTOMER_1025')
  const entityId = params.entityId.toLowerCase()
  const { customerId } = session.customer
  const key = submissionKeyIn(session, headers, 'createExternalParams')
  return inTurn(paramTurn(entityId), async () => {
    const alone = parseCreateExternalParams(body)
    const submission = { kind: 'createExternalParams' as const, targetId: `${entity}/${entityId}` }
    const first = alone.ok ? await firstOutcome(key, { ...submission, body: alone.value }) : undefined
    if (first) return first
    const open = await openParamRequests(session, platform, [entityId])
    const definitions = (await platform.externalParamDefinitions(customerId)).content.filter(
      ({ entityType }) => entityType === entity,
    )
    const standing = (await platform.externalParams(customerId, entity, entityId)).content
    const sent = valueOrRefusal(parseCreateExternalParams(body, nowOf(definitions, standing)), 'CUSTOMER_1025')
    const elements = elementsOfCreate(sent, { entity, entityId }, definitions, standing)
    requireNoParamUnderWay(elements, open)
    return submitParams(session, key, {
      submission: { ...submission, body: sent },
      kind: 'createExternalParams',
      elements,
      subject: await paramSubject(session, platform, elements),
      send: async () => (await platform.createExternalParams(customerId, entity, entityId, sent)).content,
    })
  })
}

/**
 * Changes one value, once per Idempotency-Key; nothing is sent where somebody else has changed it meanwhile or a request about it is still
 * under way.
 * @throws Refusal CUSTOMER_1025: 422 for bad input, 404 for a value that is not the customer's, 409 with what stands where the write would
 *   overwrite what the user has not seen
 */
export async function modifyExternalParam(call: Call): Promise<Accepted[]> {
  const { session, platform, params, headers, body } = call
  const paramId = params.entityOrParamId.toLowerCase()
  const key = submissionKeyIn(session, headers, 'modifyExternalParam')
  const sent = valueOrRefusal(parseModifyExternalParam(body), 'CUSTOMER_1025')
  const submission = { kind: 'modifyExternalParam' as const, targetId: paramId, body: sent }
  return onParams(call, [paramId], submission, key, async (placed, open) => {
    const elements = elementsOfParams(placed, [['value']], sent.value)
    requireSeen(comparedOf(elements), headers.get(seenHeader), 'CUSTOMER_1025')
    requireNoParamUnderWay(elements, open)
    return submitParams(session, key, {
      submission,
      kind: 'modifyExternalParam',
      elements,
      subject: await paramSubject(session, platform, elements),
      send: async () => (await platform.modifyExternalParam(session.customer.customerId, paramId, sent)).content,
    })
  })
}

/**
 * Takes one or more values away, all or none, once per Idempotency-Key; nothing is sent where somebody else has changed one meanwhile.
 * @throws Refusal CUSTOMER_1025: 404 where one is not the customer's, 409 while a request about one is under way or where the user has not seen
 *   what would go
 */
export async function deleteExternalParams(call: Call): Promise<Accepted[]> {
  const { session, platform, params, headers } = call
  const ids = readExternalParamIds(params.entityOrParamId)
  const each = [...new Set(ids)]
  const key = submissionKeyIn(session, headers, 'deleteExternalParams')
  const submission = { kind: 'deleteExternalParams' as const, targetId: each.toSorted().join(','), body: {} }
  return onParams(call, ids, submission, key, async (placed, open) => {
    const paths = each.map((id) => ['paramId', ids.indexOf(id)])
    const elements = elementsOfParams(placed, paths, null)
    requireSeen(comparedOf(elements), headers.get(seenHeader), 'CUSTOMER_1025')
    requireNoParamUnderWay(elements, open)
    return submitParams(session, key, {
      submission,
      kind: 'deleteExternalParams',
      elements,
      subject: await paramSubject(session, platform, elements),
      send: async () => (await platform.deleteExternalParams(session.customer.customerId, each)).content,
    })
  })
}

type Open = Awaited<ReturnType<typeof openParamRequests>>
type Submission = Parameters<typeof firstOutcome>[1]

/** Finds the values, waits for the turn of what has them, and gives them as they stand then, without repeats, to the work. */
async function onParams(
  { session, platform, headers }: Call,
  ids: string[],
  submission: Submission,
  key: string,
  work: (placed: PlacedParam[], open: Open) => Promise<Accepted[]>,
): Promise<Accepted[]> {
  const first = await firstOutcome(key, submission)
  if (first) return first
  const each = new Set(ids)
  const places = placesOf(requireAll(ids, await findParams(session, platform, each, headers.get(placeHeader))))
  const entityIds = places.map(({ entityId }) => entityId)
  return inTurns(entityIds.map(paramTurn), async () => {
    const meanwhile = await firstOutcome(key, submission)
    if (meanwhile) return meanwhile
    const open = await openParamRequests(session, platform, entityIds)
    const header = places.map(({ entity, entityId }) => `${entity}/${entityId}`).join(',')
    return work(requireAll(ids, await findParams(session, platform, each, header)), open)
  })
}

/** In the turn of each subject, taken in one order, so that no two wait for each other. */
function inTurns<T>(subjects: string[], work: () => Promise<T>): Promise<T> {
  return subjects.toSorted().reduceRight((inner, subject) => () => inTurn(subject, inner), work)()
}

function placesOf(placed: PlacedParam[]): ParamPlace[] {
  return [...new Map(placed.map(({ entity, entityId }) => [entityId, { entity, entityId }])).values()]
}

/** The values of the ids, without repeats; one that is nobody's or somebody else's does not exist. */
function requireAll(ids: string[], found: Map<string, PlacedParam>): PlacedParam[] {
  const missing = ids.flatMap((id, index): Problem[] =>
    found.has(id) ? [] : [{ path: ['paramId', index], code: 'unknownId' }],
  )
  if (missing.length > 0) {
    throw new Refusal('CUSTOMER_1025', { status: 404, problems: ids.length > 1 ? missing : [] })
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

/** Values as they are compared with what was seen; one that goes is "". */
function comparedOf(elements: readonly ParamElement[]): PatchedElement[] {
  return elements.map(({ path, value, present }) => ({ path, value: value ?? '', present }))
}

function nowOf(definitions: ExternalParamDefinition[], standing: ExternalParam[]): ExternalParamsNow {
  const active = standing.filter(({ isActive }) => isActive !== false)
  return {
    definitionIds: new Set(definitions.map(({ id }) => id.toLowerCase())),
    setDefinitionIds: new Set(active.map(({ extParamConfigId }) => extParamConfigId.toLowerCase())),
  }
}

function elementsOfCreate(
  { externalParams }: CreateExternalParams,
  place: ParamPlace,
  definitions: ExternalParamDefinition[],
  standing: ExternalParam[],
): ParamElement[] {
  return externalParams.map(({ extParamConfigId, value }, index) => {
    const inactive = standing.find((param) => param.extParamConfigId.toLowerCase() === extParamConfigId)
    return {
      ...place,
      path: ['externalParams', index, 'value'],
      definitionId: extParamConfigId,
      name: definitions.find(({ id }) => id.toLowerCase() === extParamConfigId)?.name ?? '',
      value,
      present: inactive?.value ?? '',
    }
  })
}

/** @param paths where the call names each of them, in the same order */
function elementsOfParams(placed: PlacedParam[], paths: (string | number)[][], value: string | null): ParamElement[] {
  return placed.map(({ entity, entityId, param }, index) => ({
    entity,
    entityId,
    path: paths[index] ?? [],
    definitionId: param.extParamConfigId.toLowerCase(),
    name: param.name,
    paramId: param.id,
    value,
    present: param.value ?? '',
  }))
}
