'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Alert } from '@/components/ui/alert'
import { mfaConfigurations } from '@/lib/contract/enums'

/** What each policy means, and what changing it does to those who sign in for the customer. `stands` is the policy as it stands. */
export function MfaPolicyMeaning({ stands }: { stands: string }) {
  const t = useTranslations('customerEdit.mfa')
  const value: unknown = useWatch({ name: 'mfaConfiguration' })
  const chosen = mfaConfigurations.find((policy) => policy === value && policy !== stands)
  return (
    <div className="mt-2 grid gap-3">
      <details>
        <summary className="min-h-6 w-fit cursor-pointer rounded-sm font-medium text-ink-muted">{t('title')}</summary>
        <ul className="mt-1 grid max-w-prose list-disc gap-1 ps-5 text-ink-muted">
          {mfaConfigurations.map((policy) => (
            <li key={policy}>{t(policy)}</li>
          ))}
        </ul>
      </details>
      {/* There before it says something, or it would not be read out. */}
      <div role="status">
        {chosen ? (
          <Alert tone="warning" title={t(`to${chosen}`)}>
            {t('warning')}
          </Alert>
        ) : null}
      </div>
    </div>
  )
}
