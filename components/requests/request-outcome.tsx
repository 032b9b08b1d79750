'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { CopyableId } from '@/components/ui/copyable-id'
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { LocalTime } from '@/components/ui/local-time'
import type { RecordedRequest } from '@/lib/client/request-queries'
import { useFollowedStatus } from './followed-status'
import { RequestChanges } from './request-changes'
import { RequestStatus } from './request-status'

/** A recorded request with its status, followed to its end. */
export function RequestOutcome({ request }: { request: RecordedRequest }) {
  const t = useTranslations('requests')
  const tCommon = useTranslations('common')
  const { requestId, kind, subjectId, createdAt, endedAt, userName } = request
  const { status, unreadable } = useFollowedStatus(request)
  // A sub-customer whose creation has not ended well does not exist, so there is nothing to open.
  const opens = subjectId !== null && (kind !== 'createCustomer' || status === 'SUCCESS')

  return (
    <article className="grid gap-5" aria-label={t('one')}>
      <Card className="grid gap-3 p-5">
        <RequestStatus status={status} />
        <p className="max-w-prose text-ink-muted">{t(`statusNotes.${status}`)}</p>
        {unreadable ? <Alert tone="warning">{t('followFailed')}</Alert> : null}
        {opens ? (
          <LinkButton
            href={`/customers/${encodeURIComponent(subjectId)}`}
            variant={status === 'SUCCESS' ? 'primary' : 'secondary'}
            className="w-fit"
          >
            {t('openSubject')}
          </LinkButton>
        ) : null}
      </Card>
      <Card className="px-5 py-3.5">
        <DescriptionList>
          <DescriptionItem name={t('createdAt')}>
            <LocalTime at={createdAt} precise />
          </DescriptionItem>
          <DescriptionItem name={t('endedAt')}>
            {endedAt ? <LocalTime at={endedAt} precise /> : t(`notEnded.${status === 'OPEN' ? 'open' : 'unknown'}`)}
          </DescriptionItem>
          <DescriptionItem name={t('userName')}>{userName}</DescriptionItem>
          <DescriptionItem name={t('requestId')} wide>
            <CopyableId
              value={requestId}
              label={tCommon('copy', { name: t('requestId') })}
              copiedLabel={tCommon('copied')}
            />
          </DescriptionItem>
        </DescriptionList>
      </Card>
      <RequestChanges request={request} />
    </article>
  )
}
