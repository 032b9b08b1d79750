'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { type ExternalParamEntity, externalParamDefinitionsOptions } from '@/lib/client/external-param-queries'
import { FollowedRequest } from '@/lib/client/followed-request'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { externalParamEntities } from '@/lib/contract/external-param'
import { DefinitionFailed } from './definition-failed'
import { DefinitionSection } from './definition-section'
import { useDefinitionRequests } from './use-definition-requests'

/** What the parent calls its own keys, by what they are kept on. */
export function Definitions({ ownerId, mayEdit }: { ownerId: string; mayEdit: boolean }) {
  const t = useTranslations('externalParams.definitions')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { data, error, isFetching, refetch } = useQuery(externalParamDefinitionsOptions(ownerId))
  const requests = useDefinitionRequests(ownerId)
  // Two forms at once would have fields of the same names.
  const [creating, setCreating] = useState<ExternalParamEntity>()

  if (!data && error) {
    return (
      <RetryAlert title={t('failed')} retryLabel={tCommon('retry')} busy={isFetching} onRetry={refetch}>
        {tRefusal(refusalMessageKey(error))}
      </RetryAlert>
    )
  }
  return (
    <div className="grid gap-5">
      {mayEdit ? null : <Alert>{t('readOnly')}</Alert>}
      {requests.failures.map((failed) => (
        <DefinitionFailed key={failed.requestId} failed={failed} onClose={() => requests.dismiss(failed)} />
      ))}
      {data ? (
        externalParamEntities.map((entity) => (
          <DefinitionSection
            key={entity}
            ownerId={ownerId}
            entity={entity}
            definitions={data.filter(({ entityType }) => entityType === entity)}
            requests={requests}
            mayEdit={mayEdit}
            creating={creating}
            onCreating={setCreating}
          />
        ))
      ) : (
        <div role="status">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-96 w-full" />
        </div>
      )}
      {requests.underWay.map((request) => (
        <FollowedRequest
          key={request.requestId}
          requestId={request.requestId}
          onEnded={(status) => requests.end(request, status)}
        />
      ))}
    </div>
  )
}
