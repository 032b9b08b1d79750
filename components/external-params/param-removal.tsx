'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type ParamRow, titleOf } from './param-edit'

type ParamRemovalProps = {
  /** Whose value is to go; the dialog stands while there is one. */
  row: ParamRow | undefined
  onClose: () => void
  onConfirm: (definitionId: string) => void
}

/** Asks before a value is taken away. */
export function ParamRemoval({ row, onClose, onConfirm }: ParamRemovalProps) {
  const t = useTranslations('externalParams.removal')
  const tCommon = useTranslations('common')

  function confirm() {
    if (row) onConfirm(row.definition.id)
    onClose()
  }

  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button variant="danger" onClick={confirm}>
        {t('confirm')}
      </Button>
    </>
  )
  const words = { name: row ? titleOf(row.definition) : '', value: row?.present?.value ?? '' }
  return (
    <Dialog
      open={row !== undefined}
      onClose={onClose}
      title={t('title', words)}
      closeLabel={tCommon('close')}
      size="small"
      footer={footer}
    >
      <p className="break-words">{t('text', words)}</p>
    </Dialog>
  )
}
