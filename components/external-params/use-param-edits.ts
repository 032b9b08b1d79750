'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import {
  type ExternalParam,
  type ExternalParamDefinition,
  type ExternalParamTarget,
  externalParamKeys,
  externalParamsOptions,
} from '@/lib/client/external-param-queries'
import { sendCreateValue, sendDeleteValue, sendModifyValue } from '@/lib/client/external-param-writes'
import type { Ended } from '@/lib/client/followed-request'
import { newIdempotencyKey } from '@/lib/client/idempotency-key'
import { requestKeys } from '@/lib/client/request-queries'
import { attempt } from '@/lib/client/submission'
import { parseModifyExternalParam } from '@/lib/contract/external-param'
import type { Problem } from '@/lib/contract/problem'
import type { Submission } from '@/lib/contract/submission'
import { changeOf, isBusy, isConflict, type ParamEdit, type ParamRow, textOf, titleOf } from './param-edit'
import { type PendingParam, usePendingParams } from './use-pending-params'

/** Refusals that tell that somebody else was faster: what stands now is to be read. */
const outrun: readonly string[] = ['changedMeanwhile', 'alreadySet', 'unknownDefinition']

type Read = { definitions: readonly ExternalParamDefinition[]; values: readonly ExternalParam[] }

/** The values of one entity in their fields: what is typed, sent, and how each has ended. What is read anew never touches what was typed. */
export function useParamEdits(target: ExternalParamTarget, { definitions, values }: Read) {
  const t = useTranslations('externalParams')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const [edits, setEdits] = useState<ReadonlyMap<string, ParamEdit>>(new Map())

  const rows = useMemo(
    () =>
      definitions.map(
        (definition): ParamRow => ({
          definition,
          present: values.find(({ extParamConfigId }) => extParamConfigId === definition.id),
          edit: edits.get(definition.id),
        }),
      ),
    [definitions, values, edits],
  )
  // What is sent is what stands at that moment, also between two renderings.
  const current = useRef({ edits, rows })
  useLayoutEffect(() => {
    current.current.rows = rows
  }, [rows])

  const put = useCallback((id: string, edit: ParamEdit | undefined) => {
    const next = new Map(current.current.edits)
    if (edit) next.set(id, edit)
    else next.delete(id)
    current.current.edits = next
    setEdits(next)
  }, [])

  const rowOf = useCallback((id: string): ParamRow | undefined => {
    const row = current.current.rows.find(({ definition }) => definition.id === id)
    return row && { ...row, edit: current.current.edits.get(id) }
  }, [])

  /** Takes a request about a value that was under way before the page was opened. */
  const adopt = useCallback(
    (pending: PendingParam) => {
      const row = current.current.rows.find(({ definition }) => definition.name === pending.name)
      if (!row || current.current.edits.has(row.definition.id)) return
      const { text, requestId } = pending
      put(row.definition.id, { text, seen: row.present, phase: 'underWay', requestId })
    },
    [put],
  )
  usePendingParams(target, adopt)

  const readAnew = useCallback(async () => {
    const options = externalParamsOptions(target)
    // What cannot be read now is read later; how the request has ended is known all the same.
    await queryClient.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    queryClient.invalidateQueries({ queryKey: externalParamKeys.definitions(target.ownerId) })
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
  }, [queryClient, target])

  function type(id: string, text: string) {
    const row = rowOf(id)
    if (!row || isBusy(row)) return
    const { present, edit } = row
    const seen = edit?.phase === 'editing' ? edit.seen : present
    const isBack = text === (present?.value ?? '') && seen?.value === present?.value
    put(id, isBack ? undefined : { text, seen, phase: 'editing', key: edit?.key })
  }

  function restore(id: string) {
    const row = rowOf(id)
    if (!row?.edit || isBusy(row) || row.edit.phase === 'saved') return
    put(id, undefined)
    announce(t('row.restored', { name: titleOf(row.definition) }))
  }

  /** Takes what somebody else has set meanwhile as seen; it stands in the field, or the user's own does. */
  function resolve(id: string, choice: 'theirs' | 'mine') {
    const row = rowOf(id)
    if (!row?.edit) return
    put(id, choice === 'theirs' ? undefined : { text: row.edit.text, seen: row.present, phase: 'editing' })
  }

  function call({ definition, text, seen, key }: { definition: ExternalParamDefinition } & Required<Sending>) {
    if (!seen) return sendCreateValue(target, { definitionId: definition.id, value: text, idempotencyKey: key })
    if (text === '') return sendDeleteValue(target, { seen, idempotencyKey: key })
    return sendModifyValue(target, { seen, value: text, idempotencyKey: key })
  }

  async function save(id: string): Promise<void> {
    const row = rowOf(id)
    if (!row || isBusy(row)) return
    if (isConflict(row)) return announce(t('row.undecided', { name: titleOf(row.definition) }), 'assertive')
    const { definition } = row
    const text = textOf(row)
    const seen = row.edit?.phase === 'editing' ? row.edit.seen : row.present
    const problem = problemOf(text, seen)
    if (problem) return put(id, { text, seen, phase: 'editing', problem })
    const key = row.edit?.key ?? newIdempotencyKey()
    put(id, { text, seen, phase: 'sending', key })
    const made = await attempt(() => call({ definition, text, seen: seen as ExternalParam, key }))
    if (made.kind === 'unknown') return put(id, { text, seen, phase: 'unknown', key })
    if (made.kind === 'acked') {
      put(id, { text, seen, phase: 'underWay', requestId: made.requestId })
      queryClient.invalidateQueries({ queryKey: requestKeys.lists })
      return announce(t('row.accepted', { name: titleOf(definition) }))
    }
    const [first] = made.error.errors
    put(id, { text, seen, phase: 'editing', ...(first ? { problem: first } : { refusal: made.error }) })
    announce(t('row.refused', { name: titleOf(definition) }), 'assertive')
    if (first && outrun.includes(first.code)) await readAnew()
  }

  /** Takes how the request of a row has ended. */
  const end = useCallback(
    async (id: string, status: Ended) => {
      const edit = current.current.edits.get(id)
      const name = titleOf(rowOf(id)?.definition ?? { name: '' })
      await readAnew()
      if (!edit?.requestId) return
      if (status === 'SUCCESS') {
        put(id, { ...edit, phase: 'saved' })
        announce(t('row.succeeded', { name }))
      } else {
        const { text, seen, requestId } = edit
        put(id, { text, seen, phase: 'editing', failed: { requestId, status } })
        announce(t('row.failedShort', { name }), 'assertive')
      }
    },
    [put, readAnew, rowOf, announce, t],
  )

  /** Takes what was found out about an answer that was lost. */
  const settle = useCallback(
    async (id: string, { state, requestId }: Submission) => {
      const edit = current.current.edits.get(id)
      if (edit?.phase !== 'unknown') return
      const { text, seen, key } = edit
      if (state === 'none') return put(id, { text, seen, phase: 'editing', key, notSent: true })
      if (requestId) return put(id, { text, seen, phase: 'underWay', requestId })
      await readAnew()
      put(id, { text, seen, phase: 'saved' })
    },
    [put, readAnew],
  )

  /** Sends once more what may have arrived: the user has decided so. */
  function sendAgain(id: string) {
    const edit = current.current.edits.get(id)
    if (edit?.phase !== 'unknown') return
    put(id, { text: edit.text, seen: edit.seen, phase: 'editing' })
    save(id)
  }

  function discard() {
    const discarded = rows.filter(changeOf)
    for (const { definition } of discarded) put(definition.id, undefined)
    announce(t('bar.discarded', { count: discarded.length }))
  }

  const hasChanges = useCallback(() => current.current.rows.some((row) => changeOf(row)), [])

  return { rows, type, restore, resolve, save, end, settle, sendAgain, discard, hasChanges }
}

type Sending = Pick<ParamEdit, 'text' | 'seen' | 'key'>

/** An empty field takes a value away, and is a fault where there is none. */
function problemOf(text: string, seen: ExternalParam | undefined): Problem | undefined {
  if (text === '') return seen ? undefined : { path: ['value'], code: 'required' }
  const parsed = parseModifyExternalParam({ value: text })
  return parsed.ok ? undefined : parsed.problems[0]
}

export type ParamEdits = ReturnType<typeof useParamEdits>
