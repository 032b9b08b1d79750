'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import {
  type ExternalParamEntity,
  externalParamDefinitionsOptions,
  externalParamKeys,
} from '@/lib/client/external-param-queries'
import type { Ended } from '@/lib/client/followed-request'

/** A request about definitions that the platform has accepted. */
export type DefinitionRequest = {
  requestId: string
  entity: ExternalParamEntity
  /** The definition that it is about; a request that makes some has none. */
  definitionId?: string
}

/** A request that the platform could not carry out. */
export type FailedDefinitionRequest = { requestId: string; status: Exclude<Ended, 'SUCCESS'> }

/** The requests that were made on this page, until each has ended. */
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
