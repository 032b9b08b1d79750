'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/lib/client/idempotency-key'
import { startValueImport, valueImportKeys } from '@/lib/client/value-import'
import { type CheckedLine, toSentRow } from '@/lib/forms/pasted-values'

type Attempt = { id: string; definitionId: string; lines: readonly CheckedLine[] }

/** Hands the lines over to the server. An attempt that is repeated with the same lines is the same import. */
export function useImportStart(onStarted: (id: string) => void) {
  const queryClient = useQueryClient()
  const attempt = useRef<Attempt>(undefined)
  const [sent, setSent] = useState<number>()
  const [error, setError] = useState<unknown>()

  async function start(definitionId: string, lines: readonly CheckedLine[]) {
    const standing = attempt.current
    const isSame = standing?.definitionId === definitionId && standing.lines === lines
    const { id } = isSame ? standing : { id: newIdempotencyKey() }
    attempt.current = { id, definitionId, lines }
    setError(undefined)
    setSent(0)
    try {
      const started = await startValueImport({ id, definitionId, rows: lines.map(toSentRow), onSent: setSent })
      queryClient.setQueryData(valueImportKeys.one(id), started)
      void queryClient.invalidateQueries({ queryKey: valueImportKeys.latest })
      onStarted(id)
    } catch (why) {
      setError(why)
    } finally {
      setSent(undefined)
    }
  }

  return { start, sent, error }
}
