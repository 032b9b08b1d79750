'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useLeaveGuard } from './use-leave-guard'

type LeaveGuardProps = {
  isUnsaved: () => boolean
  /** Path whose pages below are pages of the same form: going between them leaves nothing. */
  room?: string
  /** The draft is kept in this browser and offered again. */
  kept?: boolean
}

/** Asks before the user leaves a form with something unsaved in it, whichever way. Stands beside the form, not in it. */
export function LeaveGuard({ isUnsaved, room, kept = false }: LeaveGuardProps) {
  const t = useTranslations('form.leave')
  const tCommon = useTranslations('common')
  const { asking, stay, leave } = useLeaveGuard(isUnsaved, room)
  return (
    <Dialog
      open={asking}
      onClose={stay}
      title={t('title')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button onClick={stay}>{t('stay')}</Button>
          <Button variant="danger" onClick={leave}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <p>{t(kept ? 'textKept' : 'text')}</p>
    </Dialog>
  )
}
