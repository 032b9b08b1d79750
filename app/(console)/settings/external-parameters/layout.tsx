import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ParamSections } from '@/components/external-params/param-sections'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export default async function ExternalParametersLayout({ children }: { children: ReactNode }) {
  const session = await requirePageSession()
  // Who reaches no more than its own profile has nobody to keep parameters on.
  if (session.reach.kind !== 'own') notFound()
  return (
    <>
      <ParamSections mayImport={mayOnPage(session, 'manageExternalParams')} />
      {children}
    </>
  )
}
