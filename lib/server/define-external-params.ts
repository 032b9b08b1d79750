import 'server-only'
import { isUuid } from '@/lib/contract/element'
import type { Accepted } from '@/lib/contract/envelope'
import {
  type ExternalParamDefinition,
  endedDefinition,
  parseCreateExternalParamDefinitions,
  parseModifyExternalParamDefinition,
  patchedDefinition,
} from '@/lib/contract/external-param-definition'
import { seenHeader } from '@/lib/contract/patched-elements'
import type { ProblemPath } from '@/lib/contract/problem'
import { Refusal } from '@/lib/platform/refusal'
import { readEntity } from '@/lib/server/external-param-entity'
import { inTurn } from '@/lib/server/in-turn'
import { changesOfDefinition } from '@/lib/server/recorded-changes'
import { openRequestsOn } from '@/lib/server/recorded-requests'
import { conflict, requireSeen } from '@/lib/server/require-seen'
import type { Handling } from '@/lib/server/route'
import { firstOutcome, submissionKeyIn, submitOnce } from '@/lib/server/submissions'
import { elementsOfDefinition, type WantedDefinition } from '@/lib/server/submit-definitions'
import { valueOrRefusal } from '@/lib/server/value-or-refusal'

type Call = Handling<unknown, unknown, 'id' | 'entityOrConfigId'>

/**
 * The platform's two calls of one path: with an entity it defines external parameters, with an id it changes a definition. Each once per
 * Idempotency-Key.
 * @throws Refusal CUSTOMER_1025: 422 for bad input, 404 for a definition that is not the customer's, 409 while a request about it is under way
 *   or with what stands where the write would overwrite what the user has not seen
 */
export function defineExternalParams(call: Call): Promise<Accepted[]> {
  return isUuid(call.params.entityOrConfigId) ? modifyDefinition(call) : createDefinitions(call)
}

function createDefinitions(call: Call): Promise<Accepted[]> {
  const { session, platform, params, headers, body } = call
  const entity = readEntity(params.entityOrConfigId, 'CUSTOMER_1025')
  const { customerId } = session.customer
  const key = submissionKeyIn(session, headers, 'createExternalParamDefinitions')
  return inTurn(definitionsTurn(call), async () => {
    const alone = parseCreateExternalParamDefinitions(body)
    const submission = { kind: 'createExternalParamDefinitions' as const, targetId: entity }
    const first = alone.ok ? await firstOutcome(key, { ...submission, body: alone.value }) : undefined
    if (first) return first
    // Before what stands, as for a customer: what ends in between is seen there.
    const open = await openRequestsOn(session, platform, entity)
    const present = (await standingOf(call)).filter(({ entityType }) => entityType === entity)
    const sent = valueOrRefusal(
      parseCreateExternalParamDefinitions(
        body,
        present.map(({ name }) => name),
      ),
      'CUSTOMER_1025',
    )
    const underWay = new Set(open.flatMap(({ changes }) => changes.map(({ path }) => path[1])))
    requireNotUnderWay(
      sent.externalParamsConfig.flatMap(({ name }, index) =>
        underWay.has(name) ? [{ path: ['externalParamsConfig', index, 'name'], present: '' }] : [],
      ),
    )
    const elements = sent.externalParamsConfig.map((entry) => ({ isSearchable: true, ...entry }))
    return submitOnce(session, key, {
      ...submission,
      body: sent,
      kept: elements.map((each): WantedDefinition => ({ entity, elements: each })),
      send: async () => (await platform.createExternalParamDefinitions(customerId, entity, sent)).content,
      asked: () => ({
        subjectId: undefined,
        subjectName: elements.map(({ name }) => name).join(', '),
        changes: elements.flatMap((after) =>
          changesOfDefinition({ name: after.name, entryId: entity, before: {}, after }),
        ),
      }),
    })
  })
}

function modifyDefinition(call: Call): Promise<Accepted[]> {
  const { session, platform, params, headers, body } = call
  const id = params.entityOrConfigId.toLowerCase()
  const { customerId } = session.customer
  const key = submissionKeyIn(session, headers, 'modifyExternalParamDefinition')
  return inTurn(definitionsTurn(call), async () => {
    const alone = parseModifyExternalParamDefinition(body)
    const submission = { kind: 'modifyExternalParamDefinition' as const, targetId: id }
    const first = alone.ok ? await firstOutcome(key, { ...submission, body: alone.value }) : undefined
    if (first) return first
    const open = await openRequestsOn(session, platform, id)
    const all = await standingOf(call)
    const definition = requireDefinition(all, id)
    const others = all.filter((other) => other !== definition && other.entityType === definition.entityType)
    const names = others.map(({ name }) => name)
    const sent = valueOrRefusal(parseModifyExternalParamDefinition(body, names), 'CUSTOMER_1025')
    const before = elementsOfDefinition(definition)
    const after = { ...before, ...sent }
    const elements = patchedDefinition(definition, sent)
    requireSeen(elements, headers.get(seenHeader), 'CUSTOMER_1025')
    // Another change of it may rename it, or end it: none of them passes beside another.
    if (open.length > 0) requireNotUnderWay(elements)
    return submitOnce(session, key, {
      ...submission,
      body: sent,
      kept: [{ id, entity: definition.entityType, elements: sent }] satisfies WantedDefinition[],
      send: async () => (await platform.modifyExternalParamDefinition(customerId, id, sent)).content,
      asked: () => ({
        subjectId: undefined,
        subjectName: definition.name,
        changes: changesOfDefinition({ name: definition.name, entryId: id, before, after }),
      }),
    })
  })
}

/**
 * Ends a definition and its values, once per Idempotency-Key.
 * @throws Refusal CUSTOMER_1025: 404 for a definition that is not the customer's, 409 while a request about it is under way, or with its name
 *   or the number of its values where the user has not seen what would go
 */
export function deleteExternalParamDefinition(call: Call): Promise<Accepted[]> {
  const { session, platform, params, headers } = call
  const id = params.entityOrConfigId.toLowerCase()
  const key = submissionKeyIn(session, headers, 'deleteExternalParamDefinition')
  const submission = { kind: 'deleteExternalParamDefinition' as const, targetId: id, body: {} }
  return inTurn(definitionsTurn(call), async () => {
    const first = await firstOutcome(key, submission)
    if (first) return first
    const open = isUuid(id) ? await openRequestsOn(session, platform, id) : []
    const definition = requireDefinition(await standingOf(call), id)
    const { name, entityType, valueCount } = definition
    requireSeen(endedDefinition(definition), headers.get(seenHeader), 'CUSTOMER_1025')
    if (open.length > 0) requireNotUnderWay([{ path: [], present: name }])
    return submitOnce(session, key, {
      ...submission,
      kept: [{ id, entity: entityType }] satisfies WantedDefinition[],
      send: async () => (await platform.deleteExternalParamDefinition(session.customer.customerId, id)).content,
      asked: () => ({
        subjectId: undefined,
        subjectName: name,
        changes: changesOfDefinition({
          name,
          entryId: id,
          before: { ...elementsOfDefinition(definition), valueCount: valueCount ?? undefined },
          after: {},
        }),
      }),
    })
  })
}

/** Their names and number depend on each other. */
function definitionsTurn({ session }: Call): string {
  return `external-params-config:${session.customer.customerId}`
}

async function standingOf({ session, platform }: Call): Promise<ExternalParamDefinition[]> {
  return (await platform.externalParamDefinitions(session.customer.customerId)).content
}

function requireDefinition(all: ExternalParamDefinition[], id: string): ExternalParamDefinition {
  const found = all.find((definition) => definition.id.toLowerCase() === id)
  if (!found) throw new Refusal('CUSTOMER_1025', { status: 404 })
  return found
}

type Colliding = { path: ProblemPath; present: unknown }

function requireNotUnderWay(colliding: readonly Colliding[]): void {
  if (colliding.length > 0) throw conflict(colliding, 'changeUnderWay', 'CUSTOMER_1025')
}
