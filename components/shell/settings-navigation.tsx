'use client'

import { useTranslations } from 'next-intl'
import { PageTabs } from '@/components/ui/page-tabs'

type SettingsNavigationProps = {
  mayReadAudit: boolean
  /** Whether the user's customer keeps external parameters that he may see. */
  keepsParams: boolean
}

/** The pages of the settings that the user may see. */
export function SettingsNavigation({ mayReadAudit, keepsParams }: SettingsNavigationProps) {
  const t = useTranslations('shell.settingsPages')
  const tabs = [
    { href: '/settings/security', title: t('security') },
    ...(keepsParams
      ? [{ href: '/settings/external-parameters', title: t('externalParameters'), withBelow: true }]
      : []),
    ...(mayReadAudit ? [{ href: '/settings/audit', title: t('audit') }] : []),
  ]
  return <PageTabs label={t('navigation')} tabs={tabs} />
}
