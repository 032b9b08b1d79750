import 'server-only'
import type { Accepted } from '@/lib/contract/envelope'
import type { ExternalParamEntity } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Platform } from '@/lib/platform/platform'
import type { Actor } from '@/lib/server/session'
import { firstOutcome, submitOnce } from '@/lib/server/submissions'

/** A value that is to stand on an entity, whether it has one already or not. */
export type SetExternalParam = {
  definition: Pick<ExternalParamDefinition, 'id' | 'name'>
  entity: ExternalParamEntity
  entityId: string
  value: string
}

/**
 * Sets the value of a definition on an entity, once per row key: changed where there is one, made where there is none.
 * @throws Refusal; with `outcome: 'unknown'` when the platform's answer was lost, and ever after for that key
 */
export async function setExternalParamOnce(
  session: Actor,
  platform: Platform,
  key: string,
  { definition, entity, entityId, value }: SetExternalParam,
): Promise<Accepted[]> {
  const body = { entity, extParamConfigId: definition.id, value }
  const write = { kind: 'modifyExternalParam', targetId: entityId, body } as const
  // Before the look at what stands: a repeat finds its own value there, and would be another write.
  const first = await firstOutcome(key, write)
  if (first) return first
  const { customerId } = session.customer
  const values = (await platform.externalParams(customerId, entity, entityId)).content
  const present = values.find(({ extParamConfigId }) => isSameId(extParamConfigId, definition.id))
  const send = () =>
    present
      ? platform.modifyExternalParam(customerId, present.id, { value })
      : platform.createExternalParams(customerId, entity, entityId, {
          externalParams: [{ extParamConfigId: definition.id, value }],
        })
  const change = { path: ['externalParams', definition.name], before: present?.value ?? '', after: value }
  return submitOnce(session, key, {
    ...write,
    send: async () => (await send()).content,
    asked: () => ({ subjectId: entityId, subjectName: undefined, changes: [change] }),
  })
}

function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
