'use client'

import { useTranslations } from 'next-intl'
import { useElementValue } from '@/components/form/element-value'
import { SectionCard } from '@/components/ui/card'
import { Cell, HeaderCell, RowHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { RecordedRequest } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'
import { useChangeTitle } from './change-title'

/** Every element that a request changes: what stood, and what was asked. What a create makes had nothing before. */
export function RequestChanges({ request: { kind, changes } }: { request: RecordedRequest }) {
  const t = useTranslations('requests')
  const changeTitle = useChangeTitle()
  const elementValue = useElementValue()
  if (changes.length === 0) return null

  const hasBefore = kind !== 'createCustomer' && kind !== 'createExternalParamDefinitions'
  const words = (name: string, value: unknown) =>
    elementValue(name, value) || <span className="text-ink-muted italic">{t('changes.empty')}</span>
  return (
    <SectionCard
      id="changes"
      title={t('changes.title')}
      actions={<span className="text-ink-muted text-sm">{t('elementCount', { count: changes.length })}</span>}
    >
      <Table className="table-fixed">
        <caption>
          <VisuallyHidden>{t('changes.title')}</VisuallyHidden>
        </caption>
        <TableHead>
          <TableRow>
            <HeaderCell>{t('changes.element')}</HeaderCell>
            {hasBefore ? <HeaderCell>{t('changes.before')}</HeaderCell> : null}
            <HeaderCell>{t(hasBefore ? 'changes.after' : 'changes.value')}</HeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map(({ path, entryId, before, after }) => {
            const name = fieldName(path)
            return (
              <TableRow key={name + entryId}>
                <RowHeaderCell className="break-words py-2">{changeTitle(path)}</RowHeaderCell>
                {hasBefore ? <Cell className="whitespace-pre-line break-words py-2">{words(name, before)}</Cell> : null}
                <Cell className="whitespace-pre-line break-words py-2">{words(name, after)}</Cell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </SectionCard>
  )
}
