'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { useDeferred } from '@/components/ui/use-deferred'
import { onSessionEnded, tellSessionResumed } from '@/lib/client/session-ended'
import { leaveFor } from './leave-for'
import { onTabNews, type SessionNews, tellTabs } from './session-channel'
import { useSessionLife } from './use-session-life'

const loadEndingDialog = () => import('./session-ending-dialog').then(({ SessionEndingDialog }) => SessionEndingDialog)
const loadSignInDialog = () => import('./sign-in-dialog').then(({ SignInDialog }) => SignInDialog)

/**
 * Keeps the session of the page in step with the server and with the other tabs: warns before it ends, has the user sign in over the page
 * when it has, and leaves when he signs out or another user signs in elsewhere.
 */
export function SessionKeeper({ user }: { user: { id: string; email: string } }) {
  const t = useTranslations('session')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const [ended, setEnded] = useState(false)
  const { life, phase, stay } = useSessionLife(!ended)
  const warned = !ended && phase !== 'calm' && life !== undefined
  const SessionEndingDialog = useDeferred(loadEndingDialog, warned)
  const SignInDialog = useDeferred(loadSignInDialog, ended)

  useEffect(() => onSessionEnded(() => setEnded(true)), [])

  async function resume(userId: string): Promise<void> {
    // What is on the page was read by somebody else.
    if (userId !== user.id) return leaveFor('/customers', { unasked: true })
    if (!ended) return
    tellSessionResumed()
    setEnded(false)
    announce(t('resumed'))
    queryClient.invalidateQueries()
  }

  const hear = useEffectEvent((news: SessionNews) => {
    if (news.kind === 'signedOut') leaveFor('/sign-in', { unasked: true })
    if (news.kind === 'signedIn') resume(news.userId)
  })
  useEffect(() => {
    tellTabs({ kind: 'signedIn', userId: user.id })
    return onTabNews(hear)
  }, [user.id])

  return (
    <>
      {SessionEndingDialog && life ? (
        <SessionEndingDialog open={warned} life={life} onStay={stay} onSignInAgain={() => setEnded(true)} />
      ) : null}
      {SignInDialog ? (
        <SignInDialog
          open={ended}
          email={user.email}
          onSignedIn={async (me) => {
            tellTabs({ kind: 'signedIn', userId: me.user.id })
            await resume(me.user.id)
          }}
        />
      ) : null}
    </>
  )
}
