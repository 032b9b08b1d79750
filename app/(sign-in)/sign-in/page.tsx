import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/session/sign-in-form'

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = await getTranslations('signIn')
  const { next } = await searchParams
  return (
    <>
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="mt-1 mb-6 text-ink-muted">{t('lead')}</p>
      <SignInForm next={typeof next === 'string' ? next : undefined} />
    </>
  )
}
