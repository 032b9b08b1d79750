'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Submission } from '@/lib/contract/submission'
import { submissionOptions } from './request-queries'

/** How long we look by ourselves for what became of a submission, in milliseconds. */
const lookingMs = 60_000

/**
 * Finds out by reading what became of a submission whose answer was lost: more and more rarely for a minute, then when asked to.
 * @param onSettled told once, as soon as it is known; must keep its identity
 */
export function useOutcome(key: string, onSettled: (submission: Submission) => void) {
  const [until, setUntil] = useState(() => Date.now() + lookingMs)
  const [over, setOver] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({ ...submissionOptions(key, until), retry: false })

  useEffect(() => {
    setOver(false)
    const timer = setTimeout(() => setOver(true), until - Date.now())
    return () => clearTimeout(timer)
  }, [until])

  useEffect(() => {
    if (data && data.state !== 'unknown' && data.state !== 'sending') onSettled(data)
  }, [data, onSettled])

  const lookAgain = useCallback(() => {
    setUntil(Date.now() + lookingMs)
    refetch()
  }, [refetch])

  return { looking: isFetching || !over, error, lookAgain }
}
