import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EnrolmentPageForm } from '@/components/session/enrolment-page-form'
import { ownPath } from '@/components/session/own-path'
import { searchParams as toSearch } from '@/lib/client/search-params'
import { signInStep } from '@/lib/server/session'

type EnrolPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor')
  return { title: t('title') }
}

export default async function EnrolPage({ searchParams }: EnrolPageProps) {
  const t = await getTranslations('secondFactor')
  const { next: asked } = await searchParams
  const next = typeof asked === 'string' ? asked : undefined
  const { need, mayDecline, email = '' } = await signInStep()
  if (need === 'nothing') redirect(ownPath(next))
  if (need !== 'enrolment') redirect(`/sign-in${need === 'code' ? '/code' : ''}${toSearch({ next })}`)
  return (
    <>
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="mt-1 mb-6 text-ink-muted">{t(mayDecline ? 'leadEnabled' : 'leadMandatory')}</p>
      <EnrolmentPageForm email={email} next={next} mayDecline={mayDecline} />
    </>
  )
}
