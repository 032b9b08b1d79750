'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DiscardQuestion } from '@/components/form/discard-question'
import { SaveBar } from '@/components/form/save-bar'
import { useHydrated } from '@/components/form/use-hydrated'
import { Badge } from '@/components/ui/badge'
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
  /** Id of the request that was carried out last. */
  carriedOut: string | undefined
  /** Told when everything was put back. */
  onDiscarded: () => void
}

/** How much is changed, and what to do about it. */
export function EditCustomerBar({ edit, busy, locked, carriedOut, onDiscarded }: EditCustomerBarProps) {
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
        <LastPatch underWay={edit.underWay.at(-1)?.requestId} carriedOut={carriedOut} />
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

/** What has become of the patch that was sent last. The live region has said it already. */
function LastPatch({ underWay, carriedOut }: { underWay: string | undefined; carriedOut: string | undefined }) {
  const t = useTranslations('customerEdit')
  const requestId = underWay ?? carriedOut
  if (!requestId) return null
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge tone={underWay ? 'info' : 'success'} busy={underWay !== undefined}>
        {t(underWay ? 'bar.underWay' : 'bar.carriedOut')}
      </Badge>
      <Link
        href={`/requests/${encodeURIComponent(requestId)}`}
        prefetch={false}
        className="rounded-sm text-accent-text hover:underline"
      >
        {t('failed.open')}
      </Link>
    </span>
  )
}
