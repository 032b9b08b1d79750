'use client'

import { useTranslations } from 'next-intl'
import { ChangeTable } from '@/components/form/change-table'
import { SectionCard } from '@/components/ui/card'
import type { RecordedRequest } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'
import { useChangeTitle } from './change-title'

/** Every element that a request changes: what stood, and what was asked. What a create makes had nothing before. */
export function RequestChanges({ request: { kind, changes } }: { request: RecordedRequest }) {
  const t = useTranslations('requests')
  const changeTitle = useChangeTitle()
  if (changes.length === 0) return null

  const made = kind === 'createCustomer' || kind === 'createExternalParamDefinitions'
  return (
    <SectionCard
      id="changes"
      title={t('changes.title')}
      actions={<span className="text-ink-muted text-sm">{t('elementCount', { count: changes.length })}</span>}
    >
      <ChangeTable
        caption={t('changes.title')}
        columns={{
          element: t('changes.element'),
          before: t('changes.before'),
          after: t(made ? 'changes.value' : 'changes.after'),
        }}
        empty={{ before: t('changes.empty'), after: t('changes.empty') }}
        changes={changes.map(({ path, entryId, ...values }) => ({
          ...values,
          name: fieldName(path),
          title: changeTitle(path),
          key: [fieldName(path), entryId].join(),
        }))}
        made={made}
      />
    </SectionCard>
  )
}
