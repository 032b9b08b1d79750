'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import { ParamEditor } from './param-editor'

type CustomerParamsProps = {
  /** The parent, whose parameters they are. */
  ownerId: string
  /** The customer that the page is about. */
  id: string
  isOwn: boolean
  mayEdit: boolean
}

/** The parent's own keys on one sub-customer. */
export function CustomerParams({ ownerId, id, isOwn, mayEdit }: CustomerParamsProps) {
  const t = useTranslations('externalParams')
  const { data } = useQuery({ ...customerDetailsOptions(id), enabled: !isOwn })
  if (isOwn) return <Alert>{t('lead.own')}</Alert>
  return (
    <div>
      <p className="mb-4 max-w-prose text-ink-muted">{t('lead.customer')}</p>
      {mayEdit ? null : <Alert className="mb-4">{t('readOnly')}</Alert>}
      <ParamEditor ownerId={ownerId} entity="customer" entityId={id} subject={data?.name ?? id} mayEdit={mayEdit} />
      <Card className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
        <div className="grid gap-0.5">
          <h2 className="font-semibold text-lg">{t('sims.title')}</h2>
          <p className="max-w-prose text-ink-muted text-sm">{t('sims.text')}</p>
        </div>
        <LinkButton href={`/customers/${encodeURIComponent(id)}/external-parameters/subscribers`}>
          {t('sims.link')}
        </LinkButton>
      </Card>
      <Card className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
        <div className="grid gap-0.5">
          <h2 className="font-semibold text-lg">{t('ownEntities.title')}</h2>
          <p className="max-w-prose text-ink-muted text-sm">{t('ownEntities.text')}</p>
        </div>
        <span className="flex flex-wrap gap-2">
          <LinkButton href="/settings/external-parameters/subscribers">{t('ownEntities.subscribers')}</LinkButton>
          <LinkButton href="/settings/external-parameters/plans">{t('ownEntities.plans')}</LinkButton>
        </span>
      </Card>
    </div>
  )
}
