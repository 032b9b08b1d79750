'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFieldTitle } from '@/components/form/element-text'
import { focusField } from '@/components/form/field-id'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { useAnnounce } from '@/components/ui/live-region'
import { recordedRequestOptions } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'
import type { FailedOther } from './patch-submission'
import type { CustomerEdit } from './use-customer-edit'

type FailedOtherNoticeProps = { failed: FailedOther; edit: CustomerEdit; onClose: () => void }

/**
 * Says of a patch that was sent before this visit, or by somebody else, that it was not carried out, and offers its values back. It comes while
 * the user does something else, so it leaves the focus alone.
 */
export function FailedOtherNotice({ failed: { requestId, status }, edit, onClose }: FailedOtherNoticeProps) {
  const t = useTranslations('customerEdit.failed')
  const fieldTitle = useFieldTitle()
  const announce = useAnnounce()
  const { data } = useQuery(recordedRequestOptions(requestId))
  const fields = data?.changes.map(({ path }) => fieldTitle(fieldName(path))).join('; ')

  function putBack() {
    const names = edit.putRecorded(data?.changes ?? [])
    announce(t('restored', { count: names.length }))
    onClose()
    focusField(names[0] ?? '')
  }

  const actions = (
    <>
      {data ? (
        <Button size="small" onClick={putBack}>
          {t('restore')}
        </Button>
      ) : null}
      <LinkButton href={`/requests/${encodeURIComponent(requestId)}`} size="small">
        {t('open')}
      </LinkButton>
      <Button size="small" variant="ghost" onClick={onClose}>
        {t('close')}
      </Button>
    </>
  )
  return (
    <Alert tone="danger" title={t('other')} actions={actions} className="mb-5">
      <p>{t(status)}</p>
      {data && fields ? <p>{t('wanted', { fields, user: data.userName })}</p> : null}
    </Alert>
  )
}
