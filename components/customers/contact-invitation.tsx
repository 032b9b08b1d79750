'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { Skeleton } from '@/components/ui/skeleton'
import { useDeferred } from '@/components/ui/use-deferred'
import { invitationKey, invitationsOptions } from '@/lib/client/invitation-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import type { Contact } from '@/lib/contract/customer-details'
import type { InvitedUser } from '@/lib/contract/security'
import type { InvitationTask } from './contact-invitation-dialog'

const loadDialog = () =>
  import('./contact-invitation-dialog').then(({ ContactInvitationDialog }) => ContactInvitationDialog)

const stateTone: Record<InvitedUser['state'], Tone> = { invited: 'info', active: 'success', disabled: 'neutral' }

/** Whether a contact may sign in to this console, and the ways to change that; why not, where it cannot. */
export function ContactInvitation({ customerId, contact }: { customerId: string; contact: Contact }) {
  const t = useTranslations('invitation')
  const { emailAddress, role } = contact
  return (
    <section aria-label={t('title')} className="mt-3 rounded-md border bg-canvas px-4 py-3">
      <h4 className="mb-1 font-medium">{t('title')}</h4>
      {role === 'SELFCARE' && emailAddress ? (
        <SignInState customerId={customerId} contactId={contact.id} emailAddress={emailAddress} />
      ) : (
        <p className="text-ink-muted">{t(role === 'SELFCARE' ? 'emailNeeded' : 'roleNeeded')}</p>
      )}
    </section>
  )
}

type SignInStateProps = { customerId: string; contactId: string; emailAddress: string }

function SignInState({ customerId, contactId, emailAddress }: SignInStateProps) {
  const t = useTranslations('invitation')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const tRole = useTranslations('shell.roles')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const { data, error, isFetching, refetch } = useQuery(invitationsOptions(customerId))
  const [task, setTask] = useState<InvitationTask>()
  const Dialog = useDeferred(loadDialog, task !== undefined)

  if (error && !data) {
    return (
      <p className="flex flex-wrap items-center gap-3 text-danger-text">
        {t('failed')} {tRefusal(refusalMessageKey(error))}
        <Button size="small" busy={isFetching} onClick={() => refetch()}>
          {tCommon('retry')}
        </Button>
      </p>
    )
  }
  if (!data) return <Skeleton className="h-7 w-64 max-w-full" />
  const user = data.find((invited) => invited.contactId === contactId)
  const state = user?.state ?? 'none'

  async function finish(done: InvitationTask) {
    setTask(undefined)
    announce(t(`done.${done}`))
    await queryClient.invalidateQueries({ queryKey: invitationKey(customerId) })
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={user ? stateTone[user.state] : 'neutral'}>{t(`states.${state}`)}</Badge>
          {user && state !== 'disabled' ? <span className="text-ink-muted">{tRole(user.role)}</span> : null}
        </p>
        <p className="max-w-prose text-ink-muted text-sm">{t(`stateTexts.${state}`)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {state === 'active' ? null : (
          <Button size="small" onClick={() => setTask('invite')}>
            {t(state === 'invited' ? 'inviteAgain' : 'invite')}
          </Button>
        )}
        {state === 'active' || state === 'invited' ? (
          <Button size="small" onClick={() => setTask('disable')}>
            {t('disable')}
          </Button>
        ) : null}
      </div>
      {Dialog ? (
        <Dialog
          task={task}
          customerId={customerId}
          contactId={contactId}
          emailAddress={emailAddress}
          role={user?.role}
          onClose={() => setTask(undefined)}
          onDone={finish}
        />
      ) : null}
    </div>
  )
}
