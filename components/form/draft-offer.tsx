'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import type { OfferedDraft } from './draft-keeper'

type DraftOfferProps = {
  /** The draft from before as long as it is to be decided about, see `useKeptDraft`. */
  offered: OfferedDraft | undefined
  accept: () => void
  discard: () => void
  /** The form has identity documents, which are never kept. */
  exceptIdentity?: boolean
}

/** Offers a draft from before, without taking the focus. It stands above the form from the start, or nobody would hear of the offer. */
export function DraftOffer({ offered, accept, discard, exceptIdentity = false }: DraftOfferProps) {
  const t = useTranslations('form.draft')
  const [decision, setDecision] = useState<'restored' | 'discarded'>()
  const [said, setSaid] = useState(false)

  function handleRestore() {
    accept()
    setDecision('restored')
  }

  function handleDiscard() {
    discard()
    setDecision('discarded')
  }

  return (
    <>
      <div role="status">
        {offered ? (
          <Offer
            offered={offered}
            onRestore={handleRestore}
            onDiscard={handleDiscard}
            exceptIdentity={exceptIdentity}
          />
        ) : null}
      </div>
      {!offered && decision ? (
        // The focus goes here from the button that is gone, and has it read out. It has been said once the focus goes on; its line stays, or what is
        // being clicked at that moment would move away.
        <p
          ref={takeFocus}
          tabIndex={-1}
          onBlur={() => setSaid(true)}
          className={classNames('mb-5 text-ink-muted text-sm', said && 'invisible')}
        >
          {t(decision)}
        </p>
      ) : null}
    </>
  )
}

type OfferProps = { offered: OfferedDraft; onRestore: () => void; onDiscard: () => void; exceptIdentity: boolean }

function Offer({ offered, onRestore, onDiscard, exceptIdentity }: OfferProps) {
  const t = useTranslations('form.draft')
  const format = useFormatter()
  // The age at which it is offered: one that went on would be read out again and again.
  const [shownAt] = useState(() => new Date())
  // Where the clock has been put back since, it is of now.
  const keptAtMs = Math.min(offered.keptAt.getTime(), shownAt.getTime())
  return (
    <Alert
      title={t('offer', { age: format.relativeTime(keptAtMs, shownAt) })}
      className="mb-5"
      actions={
        <>
          <Button size="small" onClick={onRestore}>
            {t('restore')}
          </Button>
          <Button size="small" variant="ghost" onClick={onDiscard}>
            {t('discard')}
          </Button>
        </>
      }
    >
      {t('text')} {exceptIdentity ? t('exceptIdentity') : null}
    </Alert>
  )
}

function takeFocus(line: HTMLElement | null) {
  line?.focus({ preventScroll: true })
}
