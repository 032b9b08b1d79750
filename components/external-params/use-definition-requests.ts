'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { externalParamDefinitionsOptions, externalParamKeys } from '@/lib/client/external-param-queries'
import type { Ended } from '@/lib/client/followed-request'
import type { RecordedRequest } from '@/lib/contract/recorded-request'
import type { TypedDefinitions } from './use-definition-draft'
import { usePendingRequests } from './use-pending-requests'
import { useSentDefinitions } from './use-sent-definitions'

/** A request about definitions that the platform has accepted. */
export type DefinitionRequest = {
  requestId: string
  /** Id of the definition that it is about; of those that it makes, the entity. */
  about: string
  /** Whether it was made on this page, since that was opened. */
  isFromHere: boolean
}

/** A request that the platform could not carry out. */
export type FailedDefinitionRequest = DefinitionRequest & {
  status: Exclude<Ended, 'SUCCESS'>
  /** Whether what was typed is a draft again. */
  isKept: boolean
}

/** What is known of a request that the platform has accepted. */
type AcceptedDefinitions = {
  about: string
  /** Undefined where the answer was lost and it was found to be carried out already. */
  requestId: string | undefined
  typed?: TypedDefinitions
}

/** The requests that were made on this page, or were under way when it was opened, until each has ended. */
export function useDefinitionRequests(ownerId: string) {
  const t = useTranslations('externalParams.definitions')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const sent = useSentDefinitions()
  const [underWay, setUnderWay] = useState<readonly DefinitionRequest[]>([])
  const [failures, setFailures] = useState<readonly FailedDefinitionRequest[]>([])
  // The list of what is under way may tell of a request once more that has ended since.
  const known = useRef(new Set<string>())

  const follow = useCallback((request: DefinitionRequest) => {
    if (known.current.has(request.requestId)) return
    known.current.add(request.requestId)
    setUnderWay((held) => [...held, request])
  }, [])

  async function readAnew() {
    const options = externalParamDefinitionsOptions(ownerId)
    // What cannot be read now is read later; how the request has ended is known all the same.
    await queryClient.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    queryClient.invalidateQueries({ queryKey: externalParamKeys.all, refetchType: 'none' })
  }

  async function accept({ about, requestId, typed }: AcceptedDefinitions) {
    if (requestId) {
      if (typed) sent.keep(requestId, typed)
      follow({ requestId, about, isFromHere: true })
      announce(t('accepted'))
    } else {
      await readAnew()
      announce(t('succeeded'))
    }
  }

  const adopt = useCallback(
    ({ requestId, changes }: RecordedRequest) => {
      const about = changes.find(({ path }) => path[0] === 'externalParamsConfig')?.entryId
      if (about) follow({ requestId, about, isFromHere: false })
    },
    [follow],
  )
  usePendingRequests(undefined, adopt)

  async function end(request: DefinitionRequest, status: Ended) {
    const { requestId } = request
    await readAnew()
    if (status === 'SUCCESS') {
      sent.forget(requestId)
      announce(t('succeeded'))
    } else {
      const isKept = await sent.giveBack(requestId)
      setFailures((held) => [...held, { ...request, status, isKept }])
    }
    setUnderWay((held) => held.filter((other) => other.requestId !== requestId))
  }

  function dismiss({ requestId }: FailedDefinitionRequest) {
    setFailures((held) => held.filter((failed) => failed.requestId !== requestId))
  }

  return { underWay, failures, accept, end, dismiss }
}

export type DefinitionRequests = ReturnType<typeof useDefinitionRequests>
