'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-frame'
import { useAnnounce } from '@/components/ui/live-region'
import { elementOfName } from '@/lib/forms/field-name'
import type { EntryList } from './element-text'
import { EntryRemoval } from './entry-removal'
import { changeId, FieldChange, useIsTracked } from './field-change'
import { FieldEntry } from './field-entry'
import { fieldId, focusField } from './field-id'
import { useWholeError } from './use-field'

type FieldEntriesProps = {
  /** The path of the list on the wire, such as `contact.identity`. */
  name: string
  /** What an added entry holds. */
  blank: object
  /** The fields of one entry; `base` is its path. */
  children: (base: string, index: number) => ReactNode
  /** Buttons beside an entry's title. */
  actions?: (base: string, index: number) => ReactNode
}

/** A list whose entries can be added and removed. An added entry is part of what is sent, also while it is blank. */
export function FieldEntries({ name, blank, children, actions }: FieldEntriesProps) {
  const list = elementOfName(name) as EntryList
  const t = useTranslations('form.entries')
  const announce = useAnnounce()
  const tellRemoval = useContext(EntryRemoval)
  const { fields, append, remove } = useFieldArray({ name })
  const error = useWholeError(name)
  const isTracked = useIsTracked(name)
  // What to focus once the entries stand as they were asked for.
  const focusNext = useRef<() => void>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after the entries have changed, which is what the focus waits for.
  useEffect(() => {
    focusNext.current?.()
    focusNext.current = undefined
  }, [fields])

  function add() {
    const base = `${name}.${fields.length}`
    focusNext.current = () => focusFirstField(base)
    append(blank, { shouldFocus: false })
    announce(t(`${list}.added`, { number: fields.length + 1 }))
  }

  function removeAt(index: number) {
    const isLast = index === fields.length - 1
    focusNext.current = () =>
      isLast ? focusField(name) : document.getElementById(removeId(`${name}.${index}`))?.focus()
    remove(index)
    tellRemoval(name, index)
    announce(t(`${list}.removed`, { number: index + 1 }))
  }

  const errorId = `${fieldId(name)}-error`
  return (
    <div className="grid gap-4">
      {fields.map((field, index) => {
        const base = `${name}.${index}`
        return (
          <FieldEntry
            key={field.id}
            base={base}
            title={t(`${list}.one`, { number: index + 1 })}
            remove={{
              id: removeId(base),
              label: t(`${list}.remove`, { number: index + 1 }),
              onRemove: () => removeAt(index),
            }}
            actions={actions?.(base, index)}
          >
            {children(base, index)}
          </FieldEntry>
        )
      })}
      <div>
        <Button
          id={fieldId(name)}
          aria-describedby={
            [error && errorId, isTracked && changeId(fieldId(name))].filter(Boolean).join(' ') || undefined
          }
          onClick={add}
        >
          <Plus aria-hidden="true" className="size-4" />
          {t(`${list}.add`)}
        </Button>
        {error || !isTracked ? <FieldError id={errorId}>{error}</FieldError> : null}
        {isTracked ? <FieldChange id={fieldId(name)} name={name} /> : null}
      </div>
    </div>
  )
}

function removeId(base: string): string {
  return `${fieldId(base)}-remove`
}

function focusFirstField(base: string): void {
  const entry = document.getElementById(fieldId(base))
  entry?.querySelector<HTMLElement>(':is(input, select, textarea):not([tabindex="-1"])')?.focus()
}
