'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { securityOptions } from '@/lib/client/session-queries'
import { PasswordSection } from './password-section'
import { SecondFactorSection } from './second-factor-section'
import { SessionsSection } from './sessions-section'

/** How the user signs in: second factor, recovery codes, password, and where he is signed in. */
export function SecuritySettings({ email }: { email: string }) {
  const t = useTranslations('security')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { data, error, isFetching, refetch } = useQuery(securityOptions())
  return (
    <div className="grid gap-5">
      {error && !data ? (
        <Alert
          tone="danger"
          title={t('failed')}
          actions={
            <Button size="small" busy={isFetching} onClick={() => refetch()}>
              {tCommon('retry')}
            </Button>
          }
        >
          {tRefusal(refusalMessageKey(error))}
        </Alert>
      ) : (
        <SecondFactorSection security={data} email={email} />
      )}
      <PasswordSection email={email} />
      <SessionsSection />
    </div>
  )
}
