import type { ExternalParam, ExternalParamDefinition } from '@/lib/client/external-param-queries'
import type { Ended } from '@/lib/client/followed-request'
import type { RefusalError } from '@/lib/client/refusal-error'
import type { Problem } from '@/lib/contract/problem'

/** What the user does to one value, from the first keystroke to how it ended. */
export type ParamEdit = {
  /** What stands in the field. */
  text: string
  /** The value as the user saw it when he began; undefined for none. */
  seen: ExternalParam | undefined
  phase: 'editing' | 'sending' | 'underWay' | 'unknown' | 'saved'
  /** Of the attempt that may have arrived. */
  key?: string
  /** Of the request that is under way. */
  requestId?: string
  /** What is wrong with the value. */
  problem?: Problem
  /** Why nothing was sent, where that is not the value's fault. */
  refusal?: RefusalError
  /** The platform accepted it and could not carry it out. */
  failed?: { requestId: string; status: Exclude<Ended, 'SUCCESS'> }
  /** The answer was lost, and nothing had arrived. */
  notSent?: boolean
}

/** One parameter of an entity: its definition, the value that stands, and what the user does to it. */
export type ParamRow = {
  definition: ExternalParamDefinition
  present: ExternalParam | undefined
  edit: ParamEdit | undefined
}

/** What a write would change: "" is no value. */
export type ParamChange = { definition: ExternalParamDefinition; before: string; after: string }

/** The words by which a parameter is called. */
export function titleOf({ name, displayName }: { name: string; displayName?: string | null }): string {
  return displayName || name
}

/** What the field of a row holds. */
export function textOf({ edit, present }: ParamRow): string {
  return edit && edit.phase !== 'saved' ? edit.text : (present?.value ?? '')
}

/** Whether the value is being written, so that nobody may type over it. */
export function isBusy({ edit }: ParamRow): boolean {
  return edit !== undefined && (edit.phase === 'sending' || edit.phase === 'underWay' || edit.phase === 'unknown')
}

/** Whether the row's value stands but does not count since its definition was renamed. */
export function isInactive({ present }: ParamRow): boolean {
  return present?.isActive === false
}

/** What the user has changed and not sent. */
export function changeOf({ definition, edit }: ParamRow): ParamChange | undefined {
  if (edit?.phase !== 'editing') return undefined
  const before = edit.seen?.value ?? ''
  return edit.text === before ? undefined : { definition, before, after: edit.text }
}

/** Whether what stands is neither what the user saw nor what he wants: somebody else was faster. */
export function isConflict({ edit, present }: ParamRow): boolean {
  if (edit?.phase !== 'editing') return false
  const stands = present?.value ?? ''
  const isOther = stands !== (edit.seen?.value ?? '') || present?.id !== edit.seen?.id
  return isOther && stands !== edit.text
}
