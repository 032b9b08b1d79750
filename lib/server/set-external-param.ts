import 'server-only'
import type { Accepted } from '@/lib/contract/envelope'
import { type ExternalParamEntity, parseModifyExternalParam } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Platform } from '@/lib/platform/platform'
import { inTurn } from '@/lib/server/in-turn'
import { paramSubject } from '@/lib/server/param-subject'
import type { Actor } from '@/lib/server/session'
import { firstOutcome } from '@/lib/server/submissions'
import {
  openParamRequests,
  type ParamElement,
  paramTurn,
  requireNoParamUnderWay,
  submitParams,
} from '@/lib/server/submit-params'
import { valueOrRefusal } from '@/lib/server/value-or-refusal'

/** A value that an entity is to have, whether it has one or not. */
export type SetExternalParam = {
  /** One of the session's own customer, for entities of this kind. */
  definition: Pick<ExternalParamDefinition, 'id' | 'name'>
  entity: ExternalParamEntity
  entityId: string
  value: string
  /** What the record calls the entity; read from the platform where the caller does not know it. */
  entityName?: string
}

/**
 * Sets one value, once per row key (see `submissionKey`): an entity that has none gets it, one that has is changed. Writes about one entity
 * are taken one after the other.
 * @returns the content of the platform's ACK, of a repeat the first one's
 * @throws Refusal CUSTOMER_1025: 422 for bad input, 409 while a request about this very value is under way; CUSTOMER_1002 for an entity that
 *   is not the customer's own; with `outcome: 'unknown'` where the platform's answer was lost, see `describeSubmission`
 */
export function setExternalParamOnce(
  session: Actor,
  platform: Platform,
  key: string,
  { definition, entity, entityId: anyCase, value, entityName }: SetExternalParam,
): Promise<Accepted[]> {
  const { customerId } = session.customer
  const entityId = anyCase.toLowerCase()
  const definitionId = definition.id.toLowerCase()
  return inTurn(paramTurn(entityId), async () => {
    const body = valueOrRefusal(parseModifyExternalParam({ value }), 'CUSTOMER_1025')
    const targetId = `${entity}/${entityId}/${definitionId}`
    const submission = { kind: 'modifyExternalParam' as const, targetId, body }
    const first = await firstOutcome(key, submission)
    if (first) return first
    const open = await openParamRequests(session, platform, [entityId])
    const { content } = await platform.externalParams(customerId, entity, entityId)
    const standing = content.find(({ extParamConfigId }) => extParamConfigId.toLowerCase() === definitionId)
    const element: ParamElement = {
      entity,
      entityId,
      path: ['value'],
      definitionId,
      // Requests under way are told by the present name, and the caller may have read the definition a while ago.
      name: standing?.name ?? definition.name,
      paramId: standing?.id,
      value: body.value,
      present: standing?.value ?? '',
    }
    requireNoParamUnderWay([element], open)
    const subject = entityName
      ? { subjectId: entity === 'customer' ? entityId : undefined, subjectName: entityName }
      : await paramSubject(session, platform, [element])
    const entry = { extParamConfigId: definitionId, value: body.value }
    return submitParams(session, key, {
      submission,
      kind: standing ? 'modifyExternalParam' : 'createExternalParams',
      elements: [element],
      subject,
      send: async () =>
        standing
          ? (await platform.modifyExternalParam(customerId, standing.id, body)).content
          : (await platform.createExternalParams(customerId, entity, entityId, { externalParams: [entry] })).content,
    })
  })
}
