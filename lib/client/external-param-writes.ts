import { type Accepted, accepted } from '@/lib/contract/envelope'
import { placeHeader, toExternalParamIds } from '@/lib/contract/external-param'
import {
  type CreateExternalParamDefinitions,
  endedDefinition,
  type ModifyExternalParamDefinition,
  patchedDefinition,
} from '@/lib/contract/external-param-definition'
import { seenDigests, seenHeader } from '@/lib/contract/patched-elements'
import { idempotencyHeader } from '@/lib/contract/submission'
import type { Method } from './exchange'
import {
  customerPathOf,
  type ExternalParam,
  type ExternalParamDefinition,
  type ExternalParamEntity,
  type ExternalParamTarget,
} from './external-param-queries'
import { sendForOne } from './send'

/** A UUID per wish of the user: a repeat answers the first outcome instead of asking twice. */
type Once = { idempotencyKey: string }

type WriteCall = Once & { method: Method; path: string; body?: unknown; headers?: Record<string, string> }

function write({ idempotencyKey, headers, ...call }: WriteCall): Promise<Accepted> {
  return sendForOne({ ...call, headers: { [idempotencyHeader]: idempotencyKey, ...headers }, item: accepted })
}

/** What the user saw of a value, in the size that a header can have, and what has it. */
function seenOf({ entity, entityId }: ExternalParamTarget, { value }: ExternalParam): Record<string, string> {
  const seen = seenDigests([{ path: ['value'], value: '', present: value ?? '' }])
  return { [seenHeader]: seen, [placeHeader]: `${entity}/${entityId}` }
}

/** Asks for a value that the entity does not have yet. */
export function sendCreateValue(
  { ownerId, entity, entityId }: ExternalParamTarget,
  { definitionId, value, idempotencyKey }: Once & { definitionId: string; value: string },
): Promise<Accepted> {
  const body = { externalParams: [{ extParamConfigId: definitionId, value }] }
  const path = customerPathOf(ownerId, 'external-params', entity, entityId)
  return write({ method: 'POST', path, body, idempotencyKey })
}

/** Asks for another text of a value; `seen` is the value as the user saw it. */
export function sendModifyValue(
  target: ExternalParamTarget,
  { seen, value, idempotencyKey }: Once & { seen: ExternalParam; value: string },
): Promise<Accepted> {
  const path = customerPathOf(target.ownerId, 'external-params', seen.id)
  return write({ method: 'PUT', path, body: { value }, headers: seenOf(target, seen), idempotencyKey })
}

/** Asks for the end of a value; `seen` is the value as the user saw it. */
export function sendDeleteValue(
  target: ExternalParamTarget,
  { seen, idempotencyKey }: Once & { seen: ExternalParam },
): Promise<Accepted> {
  const path = customerPathOf(target.ownerId, 'external-params', toExternalParamIds([seen.id]))
  return write({ method: 'DELETE', path, headers: seenOf(target, seen), idempotencyKey })
}

/** Asks for one or more definitions, all or none. */
export function sendCreateDefinitions(
  ownerId: string,
  { entity, body, idempotencyKey }: Once & { entity: ExternalParamEntity; body: CreateExternalParamDefinitions },
): Promise<Accepted> {
  return write({
    method: 'POST',
    path: customerPathOf(ownerId, 'external-params-config', entity),
    body,
    idempotencyKey,
  })
}

/** Asks for a change of a definition; `seen` is the definition as the user saw it. Another name makes its values inactive. */
export function sendModifyDefinition(
  ownerId: string,
  { seen, body, idempotencyKey }: Once & { seen: ExternalParamDefinition; body: ModifyExternalParamDefinition },
): Promise<Accepted> {
  const path = customerPathOf(ownerId, 'external-params-config', seen.id)
  const headers = { [seenHeader]: seenDigests(patchedDefinition(seen, body)) }
  return write({ method: 'POST', path, body, headers, idempotencyKey })
}

/** Asks for the end of a definition and of all its values; `seen` is the definition as the user saw it. */
export function sendDeleteDefinition(
  ownerId: string,
  { seen, idempotencyKey }: Once & { seen: ExternalParamDefinition },
): Promise<Accepted> {
  const path = customerPathOf(ownerId, 'external-params-config', seen.id)
  const headers = { [seenHeader]: seenDigests(endedDefinition(seen)) }
  return write({ method: 'DELETE', path, headers, idempotencyKey })
}
