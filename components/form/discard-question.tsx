'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type DiscardQuestionProps = { open: boolean; onClose: () => void; onDiscard: () => void }

/** Asks before everything that is changed on a form is put back. */
export function DiscardQuestion({ open, onClose, onDiscard }: DiscardQuestionProps) {
  const t = useTranslations('form.discard')
  const tCommon = useTranslations('common')
  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant="danger" onClick={onDiscard}>
        {t('confirm')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} closeLabel={tCommon('close')} size="small" footer={footer}>
      <p>{t('text')}</p>
    </Dialog>
  )
}
