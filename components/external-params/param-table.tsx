'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Cell, HeaderCell, RowHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ExternalParam, ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { ParamName } from './param-name'

type ParamTableProps = {
  subject: string
  definitions: readonly ExternalParamDefinition[]
  values: readonly ExternalParam[]
}

/** The values to read, for those who may not change them. */
export function ParamTable({ subject, definitions, values }: ParamTableProps) {
  const t = useTranslations('externalParams')
  return (
    <Table className="table-fixed">
      <ParamTableHead subject={subject} />
      <TableBody>
        {definitions.map((definition) => {
          const held = values.find(({ extParamConfigId }) => extParamConfigId === definition.id)
          return (
            <TableRow key={definition.id}>
              <RowHeaderCell className="py-2">
                <ParamName definition={definition} />
              </RowHeaderCell>
              <Cell className="py-2">
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  {held ? (
                    <span className="min-w-0 break-words">{held.value}</span>
                  ) : (
                    <Badge>{t('state.notSet')}</Badge>
                  )}
                  {held?.isActive === false ? <Badge tone="warning">{t('state.inactive')}</Badge> : null}
                </span>
              </Cell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}

/** Caption and head of a table of values. */
export function ParamTableHead({ subject }: { subject: string }) {
  const t = useTranslations('externalParams')
  return (
    <>
      <caption>
        <VisuallyHidden>{t('caption', { subject })}</VisuallyHidden>
      </caption>
      <TableHead>
        <TableRow>
          <HeaderCell className="w-[42%] md:w-2/5">{t('columns.parameter')}</HeaderCell>
          <HeaderCell>{t('columns.value')}</HeaderCell>
        </TableRow>
      </TableHead>
    </>
  )
}
