'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { useAnnounce } from '@/components/ui/live-region'
import { Skeleton } from '@/components/ui/skeleton'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { endSessions } from '@/lib/client/session'
import { securityKeys, sessionsOptions } from '@/lib/client/session-queries'
import { SessionRow } from './session-row'

/** Where the user is signed in, and the way to end that. */
export function SessionsSection() {
  const t = useTranslations('security.sessions')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const { data, error, isFetching, refetch } = useQuery(sessionsOptions())
  const [ending, setEnding] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const others = data?.filter(({ isCurrent }) => !isCurrent) ?? []

  async function end(id?: string) {
    if (ending !== undefined) return
    setEnding(id ?? 'all')
    setFailure(undefined)
    try {
      await endSessions(id)
      announce(t(id ? 'ended' : 'endedAll'))
    } catch (refused) {
      setFailure(refused)
    }
    // Also after a refusal: the session may have ended by itself.
    await queryClient.invalidateQueries({ queryKey: securityKeys.sessions })
    setEnding(undefined)
  }

  const endAll = (
    <Button size="small" busy={ending === 'all'} onClick={() => end()}>
      {t('endAll')}
    </Button>
  )
  return (
    <SectionCard
      id="sessions"
      title={t('title')}
      description={t('description')}
      actions={others.length > 0 ? endAll : undefined}
    >
      {failure || (error && !data) ? (
        <Alert
          tone="danger"
          title={t(failure ? 'endFailed' : 'failed')}
          actions={
            failure ? undefined : (
              <Button size="small" busy={isFetching} onClick={() => refetch()}>
                {tCommon('retry')}
              </Button>
            )
          }
          className="mb-3"
        >
          {tRefusal(refusalMessageKey(failure ?? error))}
        </Alert>
      ) : null}
      {data ? (
        <ul className="-my-2 divide-y divide-line">
          {data.map((session) => (
            <SessionRow key={session.id} session={session} busy={ending === session.id} onEnd={() => end(session.id)} />
          ))}
        </ul>
      ) : error ? null : (
        <Skeleton className="h-9 w-80 max-w-full" />
      )}
    </SectionCard>
  )
}
