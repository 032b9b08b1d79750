import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CodePageForm } from '@/components/session/code-page-form'
import { ownPath } from '@/components/session/own-path'
import { searchParams as toSearch } from '@/lib/client/search-params'
import { signInStep } from '@/lib/server/session'

type CodePageProps = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('codeTitle') }
}

export default async function CodePage({ searchParams }: CodePageProps) {
  const t = await getTranslations('signIn')
  const { next: asked } = await searchParams
  const next = typeof asked === 'string' ? asked : undefined
  const { need } = await signInStep()
  if (need === 'nothing') redirect(ownPath(next))
  if (need === 'enrolment') redirect(`/sign-in/enrol${toSearch({ next })}`)
  return (
    <>
      <h1 className="font-semibold text-2xl">{t('codeTitle')}</h1>
      <p className="mt-1 mb-6 text-ink-muted">{t('codeLead')}</p>
      <CodePageForm next={next} />
    </>
  )
}
