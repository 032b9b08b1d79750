import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgotPasswordForm } from '@/components/session/forgot-password-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('password')
  return { title: t('forgot.title') }
}

export default async function ForgotPage() {
  const t = await getTranslations('password')
  return (
    <>
      <h1 className="font-semibold text-2xl">{t('forgot.title')}</h1>
      <ForgotPasswordForm />
    </>
  )
}
