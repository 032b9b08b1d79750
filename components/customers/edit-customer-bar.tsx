'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DiscardQuestion } from '@/components/form/discard-question'
import { SaveBar } from '@/components/form/save-bar'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'
import type { EditingCustomer } from './customer-page'
import { useEditChanges } from './edit-changes'

/** Pages that are no part of the form; the bar stands there only while something is unsaved. */
const otherPages: readonly (string | null)[] = ['requests', 'external-parameters']

type EditCustomerBarProps = {
  edit: EditingCustomer
  busy: boolean
  /** It is not known what became of the last patch: nothing more is sent until it is. */
  locked: boolean
  /** Told when everything was put back. */
  onDiscarded: () => void
}

/** How much is changed, and what to do about it. */
export function EditCustomerBar({ edit, busy, locked, onDiscarded }: EditCustomerBarProps) {
  const t = useTranslations('customerEdit')
  const segment = useSelectedLayoutSegment()
  const ready = useHydrated()
  const [asking, setAsking] = useState(false)
  const reviewButton = useRef<HTMLButtonElement>(null)
  const { length: count } = useEditChanges()
  if (count === 0 && otherPages.includes(segment)) return null

  function discard() {
    edit.discard()
    onDiscarded()
    setAsking(false)
    // The button that opened the question goes with the changes.
    requestAnimationFrame(() => reviewButton.current?.focus())
  }

  return (
    <>
      <SaveBar status={busy ? t('bar.sending') : count > 0 ? t('bar.count', { count }) : t('bar.none')}>
        {count > 0 ? (
          <Button variant="ghost" disabled={locked} onClick={() => setAsking(true)}>
            {t('bar.discard')}
          </Button>
        ) : null}
        <Button ref={reviewButton} variant="primary" busy={busy} disabled={!ready || locked} onClick={edit.review}>
          {t('bar.review')}
        </Button>
      </SaveBar>
      <DiscardQuestion open={asking} onClose={() => setAsking(false)} onDiscard={discard} />
    </>
  )
}
