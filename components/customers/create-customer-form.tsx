'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useRef } from 'react'
import { FormProvider } from 'react-hook-form'
import { EntryRemoval } from '@/components/form/entry-removal'
import { ErrorSummary } from '@/components/form/error-summary'
import { LeaveGuard } from '@/components/form/leave-guard'
import { LockableFields } from '@/components/form/lockable-fields'
import { SaveBar } from '@/components/form/save-bar'
import { SectionList } from '@/components/form/section-list'
import { useHydrated } from '@/components/form/use-hydrated'
import { useWireForm } from '@/components/form/use-wire-form'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { sendCreateCustomer } from '@/lib/client/create-customer'
import { useSubmission } from '@/lib/client/submission'
import { type CreateCustomer, parseCreateCustomer } from '@/lib/contract/create-customer'
import type { Submission } from '@/lib/contract/submission'
import { newCustomer } from '@/lib/forms/create-customer-draft'
import { toCreateCustomer } from '@/lib/forms/to-wire'
import { CreateCustomerNotice } from './create-customer-notice'
import { useCreateSections } from './create-customer-sections'

/** Asks for everything that a new sub-customer can be given, and sends it once. `customerId` is the parent. */
export function CreateCustomerForm({ customerId }: { customerId: string }) {
  const t = useTranslations('customerForm')
  const sections = useCreateSections()
  const router = useRouter()
  const { state, send, settle, startAnew } = useSubmission({
    call: (body: CreateCustomer, idempotencyKey) => sendCreateCustomer({ customerId, body, idempotencyKey }),
    onAcked: (requestId) => router.push(`/requests/${encodeURIComponent(requestId)}`),
  })
  const { form, report, submit, unlock, forgetEntry, isDirty } = useWireForm({
    initial: newCustomer,
    toWire: toCreateCustomer,
    parse: parseCreateCustomer,
    send,
  })
  // Pressed before the code is there, the button would post the form the browser's own way.
  const ready = useHydrated()
  const submitButton = useRef<HTMLButtonElement>(null)
  const busy = state.kind === 'sending' || state.kind === 'acked'
  const waiting = state.kind === 'unknown' || state.kind === 'arrived'
  const done = state.kind === 'acked' || state.kind === 'arrived'
  // Signing in again happens over the page, and the focus comes back to the button: that is where it says what is to be done.
  const signedOut = state.kind === 'refused' && state.error.status === 401

  const handleSettled = useCallback(
    (submission: Submission) => {
      if (submission.state === 'none') unlock()
      settle(submission)
    },
    [unlock, settle],
  )

  function handleStartAnew() {
    unlock()
    startAnew()
    // The user has confirmed that he wants it sent: that is the click.
    submit()
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    submit()
  }

  return (
    <FormProvider {...form}>
      {/* `post` although the browser never sends it: without code a plain form would put what is typed into the address. */}
      <form method="post" noValidate autoComplete="off" aria-busy={busy} onSubmit={handleSubmit}>
        <CreateCustomerNotice state={state} onSettled={handleSettled} onStartAnew={handleStartAnew} />
        {report ? <ErrorSummary report={report} sections={sections} /> : null}
        <div className="lg:grid lg:grid-cols-[11.5rem_minmax(0,1fr)] lg:gap-8">
          <SectionList sections={sections} />
          <LockableFields locked={busy} focusWhenLocked={submitButton} className="grid min-w-0 gap-5">
            <EntryRemoval value={forgetEntry}>
              {sections.map(({ id, title, description, Fields }) => (
                <SectionCard key={id} id={id} title={title} description={description} className="max-lg:scroll-mt-12">
                  <Fields />
                </SectionCard>
              ))}
            </EntryRemoval>
          </LockableFields>
        </div>
        <SaveBar status={busy ? t('sending') : signedOut ? t('signedOut') : undefined}>
          <LinkButton href="/customers" variant="ghost">
            {t('cancel')}
          </LinkButton>
          <Button ref={submitButton} type="submit" variant="primary" busy={busy} disabled={!ready || waiting}>
            {t('submit')}
          </Button>
        </SaveBar>
      </form>
      <LeaveGuard isUnsaved={() => !done && isDirty()} />
    </FormProvider>
  )
}
