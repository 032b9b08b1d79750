'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useController } from 'react-hook-form'
import { Combobox } from '@/components/ui/combobox'
import type { ComboboxOption } from '@/components/ui/combobox-filter'
import { FieldFrame } from '@/components/ui/field-frame'
import { type FieldProps, useField } from './use-field'
import { WireInput } from './wire-input'

type ComboboxFieldProps = FieldProps & {
  options: readonly ComboboxOption[]
  /** Whether a text that is no option is kept, to be blamed by the schema. */
  takesUnknown?: boolean
}

/** One of many values, found by typing a part of its label or its code. */
export function ComboboxField({ options, takesUnknown, ...props }: ComboboxFieldProps) {
  const t = useTranslations('form')
  const { frame, control } = useField(props)
  const { field } = useController({ name: props.name })
  const resultsText = useCallback((count: number) => t('matches', { count }), [t])
  const value: string = field.value ?? ''
  return (
    <FieldFrame {...frame}>
      <div className="relative">
        <WireInput name={props.name} value={value} onValueChange={field.onChange} />
        <Combobox
          {...control}
          ref={field.ref}
          options={options}
          takesUnknown={takesUnknown}
          value={value}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
          emptyText={t('noMatch')}
          resultsText={resultsText}
        />
      </div>
    </FieldFrame>
  )
}
