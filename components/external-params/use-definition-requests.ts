'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { externalParamDefinitionsOptions, externalParamKeys } from '@/lib/client/external-param-queries'
import type { Ended } from '@/lib/client/followed-request'
import type { RecordedRequest } from '@/lib/contract/recorded-request'
import { usePendingRequests } from './use-pending-requests'

/** A request about definitions that the platform has accepted. */
export type DefinitionRequest = {
  requestId: string
  /** Id of the definition that it is about; of those that it makes, the entity. */
  about: string
}

/** A request that the platform could not carry out. */
export type FailedDefinitionRequest = { requestId: string; status: Exclude<Ended, 'SUCCESS'> }

/** The requests that were made on this page, or were under way when it was opened, until each has ended. */
export function useDefinitionRequests(ownerId: string) {
  const t = useTranslations('externalParams.definitions')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const [underWay, setUnderWay] = useState<readonly DefinitionRequest[]>([])
  const [failed, setFailed] = useState<FailedDefinitionRequest>()

  const add = useCallback(
    (request: DefinitionRequest) => {
      setUnderWay((held) => [...held, request])
      announce(t('accepted'))
    },
    [announce, t],
  )

  const adopt = useCallback(({ requestId, changes }: RecordedRequest) => {
    const about = changes.find(({ path }) => path[0] === 'externalParamsConfig')?.entryId
    if (!about) return
    setUnderWay((held) =>
      held.some((request) => request.requestId === requestId) ? held : [...held, { requestId, about }],
    )
  }, [])
  usePendingRequests(undefined, adopt)

  async function end({ requestId }: DefinitionRequest, status: Ended) {
    const options = externalParamDefinitionsOptions(ownerId)
    // What cannot be read now is read later; how the request has ended is known all the same.
    await queryClient.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    queryClient.invalidateQueries({ queryKey: externalParamKeys.all, refetchType: 'none' })
    setUnderWay((held) => held.filter((request) => request.requestId !== requestId))
    if (status === 'SUCCESS') announce(t('succeeded'))
    else setFailed({ requestId, status })
  }

  return { underWay, failed, add, end, dismiss: () => setFailed(undefined) }
}

export type DefinitionRequests = ReturnType<typeof useDefinitionRequests>
