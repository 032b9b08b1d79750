'use client'

import { CalendarDays } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from '@/components/ui/field-frame'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { isoOrder, readDate, showDate, spellDate, toIsoDate } from '@/lib/forms/date-text'
import { useDateOrder } from './date-order'
import { type FieldProps, useField } from './use-field'
import { WireInput } from './wire-input'

// Month and day cannot be mistaken for each other in it.
const exampleDate = '28121980'

/**
 * A date up to today, typed in the user's own order, as ISO 8601 or as DDMMYYYY, or picked. The control of its name carries DDMMYYYY, or
 * the text as typed while that is no date.
 */
export function DateField(props: FieldProps) {
  const t = useTranslations('form')
  const locale = useLocale()
  const order = useDateOrder()
  const hint = t('dateHint', { example: showDate(exampleDate, order) })
  const { title, frame, control } = useField({ hint, ...props })
  const { field } = useController({ name: props.name })
  // Null while nothing is being typed: the date is then shown as the user's locale writes it. What is no date stays as it was typed.
  const [typed, setTyped] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const value: string = field.value ?? ''
  const isTyped = typed !== null && readDate(typed, order) === value

  function openPicker() {
    if (!picker.current) return
    picker.current.max = new Date().toISOString().slice(0, 10)
    picker.current.showPicker()
  }

  return (
    <FieldFrame {...frame} accessory={spellDate(value, locale)}>
      <div className="relative">
        <WireInput name={props.name} value={value} onValueChange={field.onChange} />
        <Input
          {...control}
          ref={field.ref}
          inputMode="text"
          autoComplete="off"
          value={isTyped ? typed : showDate(value, order)}
          onChange={({ target }) => {
            setTyped(target.value)
            field.onChange(readDate(target.value, order))
          }}
          onBlur={() => {
            if (toIsoDate(value) !== '') setTyped(null)
            field.onBlur()
          }}
          className="pe-10"
        />
        <input
          ref={picker}
          type="date"
          value={toIsoDate(value)}
          onChange={({ target }) => field.onChange(readDate(target.value, isoOrder))}
          tabIndex={-1}
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-0 w-8 opacity-0"
        />
        <IconButton
          label={t('pickDate', { label: title })}
          icon={<CalendarDays aria-hidden="true" className="size-4" />}
          size="small"
          onClick={openPicker}
          className="absolute inset-y-0 end-1 my-auto"
        />
      </div>
    </FieldFrame>
  )
}
