'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { useDeferred } from '@/components/ui/use-deferred'
import type { Security } from '@/lib/contract/security'
import type { SecondFactorTask } from './second-factor-dialog'

const loadDialog = () => import('./second-factor-dialog').then(({ SecondFactorDialog }) => SecondFactorDialog)

/** So few recovery codes that it is time to make new ones. */
const fewCodes = 3

type SecondFactorSectionProps = {
  /** Undefined while it is being read. */
  security: Security | undefined
  email: string
}

/** Whether a code is asked at the sign-in, why, and what the user can change about it. */
export function SecondFactorSection({ security, email }: SecondFactorSectionProps) {
  const t = useTranslations('security')
  const [task, setTask] = useState<SecondFactorTask>()
  const SecondFactorDialog = useDeferred(loadDialog, task !== undefined)
  return (
    <>
      <SectionCard id="second-factor" title={t('factor.title')} description={t('factor.description')}>
        {security ? <FactorState security={security} onTask={setTask} /> : <Skeleton className="h-9 w-80 max-w-full" />}
      </SectionCard>
      {security?.enrolled ? <RecoveryState left={security.recoveryCodesLeft} onTask={setTask} /> : null}
      {SecondFactorDialog ? <SecondFactorDialog task={task} email={email} onClose={() => setTask(undefined)} /> : null}
    </>
  )
}

type StateProps = { onTask: (task: SecondFactorTask) => void }

function FactorState({ security: { mfaConfiguration, enrolled }, onTask }: StateProps & { security: Security }) {
  const t = useTranslations('security')
  const on = enrolled && mfaConfiguration !== 'DISABLED'
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <Badge tone={on ? 'success' : 'neutral'}>{t(on ? 'factor.on' : 'factor.off')}</Badge>
        <p className="max-w-prose text-ink-muted">{t(`policies.${mfaConfiguration}`)}</p>
        {mfaConfiguration === 'DISABLED' && enrolled ? (
          <p className="max-w-prose text-ink-muted">{t('factor.kept')}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {on ? <Button onClick={() => onTask('replace')}>{t('factor.replace')}</Button> : null}
        {mfaConfiguration === 'ENABLED' ? (
          <Button onClick={() => onTask(enrolled ? 'turnOff' : 'turnOn')}>
            {t(enrolled ? 'factor.turnOff' : 'factor.turnOn')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function RecoveryState({ left, onTask }: StateProps & { left: number }) {
  const t = useTranslations('security')
  return (
    <SectionCard id="recovery-codes" title={t('recovery.title')} description={t('recovery.description')}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Badge tone={left <= fewCodes ? 'warning' : 'neutral'}>{t('recovery.left', { count: left })}</Badge>
        <Button onClick={() => onTask('renew')}>{t('recovery.renew')}</Button>
      </div>
    </SectionCard>
  )
}
