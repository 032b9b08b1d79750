import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ResetPasswordForm } from '@/components/session/reset-password-form'

type ResetPageProps = { searchParams: Promise<{ token?: string | string[]; invited?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('password')
  // The token stands in this page's address: no link on it may hand that on.
  return { title: t('reset.title'), referrer: 'no-referrer' }
}

export default async function ResetPage({ searchParams }: ResetPageProps) {
  const t = await getTranslations('password')
  const { token, invited } = await searchParams
  return (
    <>
      <h1 className="font-semibold text-2xl">{t('reset.title')}</h1>
      <ResetPasswordForm token={typeof token === 'string' ? token : ''} invited={invited !== undefined} />
    </>
  )
}
