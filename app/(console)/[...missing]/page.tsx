import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound')
  return { title: t('title') }
}

// Every address that no other page has: so the console's frame stands around what is said about it. Strangers are led to the sign-in.
export default function MissingPage() {
  notFound()
}
