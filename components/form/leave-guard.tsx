'use client'

import { useTranslations } from 'next-intl'
import { createPortal } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Kept } from './page-guard'
import { useHydrated } from './use-hydrated'
import { useLeaveGuard } from './use-leave-guard'

type LeaveGuardProps = {
  isUnsaved: () => boolean
  /** Path whose pages below are pages of the same form: going between them leaves nothing. */
  room?: string
  /** The draft is kept in this browser and offered again. */
  kept?: Kept
}

/** Asks before the user leaves a form with something unsaved in it, whichever way; once for all forms of a page. Stands beside the form, not in it. */
export function LeaveGuard({ isUnsaved, room, kept = false }: LeaveGuardProps) {
  const t = useTranslations('form.leave')
  const tCommon = useTranslations('common')
  const question = useLeaveGuard(isUnsaved, { room, kept })
  const ready = useHydrated()
  if (!ready) return null
  const stay = () => question?.stay()
  // Outside of the form's own place: what is folded away there would hide the question, too.
  return createPortal(
    <Dialog
      open={question !== undefined}
      onClose={stay}
      title={t('title')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button onClick={stay}>{t('stay')}</Button>
          <Button variant="danger" onClick={question?.leave}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <p>
        {t(question?.kept ? 'textKept' : 'text')} {question?.kept === 'exceptIdentity' ? t('exceptIdentity') : null}
      </p>
    </Dialog>,
    document.body,
  )
}
