import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache, type ReactNode, Suspense } from 'react'
import { CustomerName } from '@/components/customers/customer-name'
import { CustomerPageSkeleton } from '@/components/customers/customer-page-skeleton'
import { EditCustomer } from '@/components/customers/edit-customer'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

type CustomerLayoutProps = { params: Promise<{ id: string }>; children: ReactNode }

// Once for title and page. What cannot be read here is asked for again by the browser, which words the refusal.
const readDetails = cache(async (id: string) => {
  const { reach } = await requirePageSession()
  // The parent's access would show the siblings too.
  if (reach.kind === 'profile' && reach.customerId !== id) return undefined
  try {
    return (await reach.platform().customerDetails(id)).content[0]
  } catch {
    return undefined
  }
})

export async function generateMetadata({ params }: CustomerLayoutProps): Promise<Metadata> {
  const t = await getTranslations('customerDetails')
  const tCommon = await getTranslations('common')
  const title = (await readDetails((await params).id))?.name || t('title')
  // The name stands in a template, where "%s" would be taken for the page's own title.
  const template = tCommon('pageTitle', { title: `%s · ${title.replaceAll('%s', '%\u2060s')}` })
  return { title: { default: title, template } }
}

/**
 * Everything that needs the platform stands behind one boundary: a slow platform must not look like a dead link, and a boundary inside of the
 * form would be drawn twice, by the server and, as soon as the form changes something around it, by the browser.
 */
export default async function CustomerLayout({ params, children }: CustomerLayoutProps) {
  await requirePageSession()
  return (
    <Suspense fallback={<CustomerPageSkeleton />}>
      <CustomerFrame params={params}>{children}</CustomerFrame>
    </Suspense>
  )
}

async function CustomerFrame({ params, children }: CustomerLayoutProps) {
  const session = await requirePageSession()
  const { customer, reach } = session
  const t = await getTranslations('customerDetails')
  const { id } = await params
  const details = await readDetails(id)
  const isOwn = id.toLowerCase() === customer.customerId.toLowerCase()
  const editing = isOwn ? 'ownCustomer' : mayOnPage(session, 'editCustomer') ? 'allowed' : 'role'
  return (
    <>
      <PageHeading back={reach.kind === 'own' ? <BackLink href="/customers">{t('back')}</BackLink> : undefined}>
        <CustomerName id={id} initial={details} />
      </PageHeading>
      <EditCustomer id={id} initial={details} editing={editing} mayInvite={mayOnPage(session, 'manageUsers') && !isOwn}>
        {children}
      </EditCustomer>
    </>
  )
}
