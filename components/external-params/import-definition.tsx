'use client'

import { useTranslations } from 'next-intl'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Select } from '@/components/ui/select'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'

type ImportDefinitionProps = {
  id: string
  /** Undefined while they are being read. */
  definitions: readonly ExternalParamDefinition[] | undefined
  value: string
  error: string | undefined
  onChange: (definitionId: string) => void
}

/** Which of the parent's parameters of sub-customers is to be set. */
export function ImportDefinition({ id, definitions, value, error, onChange }: ImportDefinitionProps) {
  const t = useTranslations('externalParams.import')
  return (
    <FieldFrame id={id} label={t('definition')} error={error} className="max-w-md">
      <Select
        id={id}
        name="definitionId"
        value={value}
        aria-required
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={fieldIds(id, { hint: false, error: Boolean(error) }).describedBy}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t(definitions?.length === 0 ? 'noDefinitions' : 'chooseDefinition')}</option>
        {definitions?.map(({ id: definitionId, name, displayName }) => (
          <option key={definitionId} value={definitionId}>
            {displayName ? `${displayName} (${name})` : name}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}
