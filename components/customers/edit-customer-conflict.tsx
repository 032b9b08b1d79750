'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useFieldTitle } from '@/components/form/element-text'
import { useElementValue } from '@/components/form/element-value'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { PatchConflict } from './patch-submission'

type EditCustomerConflictProps = {
  /** What somebody else has changed; the dialog stands while there is something. */
  conflict: PatchConflict | undefined
  onClose: () => void
  /** @param theirs names of the fields whose present value is to stand */
  onResolve: (conflict: PatchConflict, theirs: ReadonlySet<string>) => void
}

/** Lets the user choose, element by element, between what somebody else has set meanwhile and his own. */
export function EditCustomerConflict({ conflict, onClose, onResolve }: EditCustomerConflictProps) {
  const t = useTranslations('customerEdit.conflict')
  const tCommon = useTranslations('common')
  const formId = useId()

  function resolve(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!conflict) return
    const chosen = new FormData(event.currentTarget)
    const names = conflict.entries.map(({ name }) => name)
    onResolve(conflict, new Set(names.filter((name) => chosen.get(name) === 'theirs')))
    onClose()
  }

  return (
    <Dialog
      open={conflict !== undefined}
      onClose={onClose}
      title={t('title')}
      closeLabel={tCommon('close')}
      size="large"
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('apply')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={resolve} className="grid gap-4">
        <p className="text-ink-muted">{t('lead')}</p>
        {conflict?.entries.map((entry) => (
          <Choice key={entry.name} {...entry} />
        ))}
      </form>
    </Dialog>
  )
}

function Choice({ name, present, wanted }: PatchConflict['entries'][number]) {
  const t = useTranslations('customerEdit.conflict')
  const fieldTitle = useFieldTitle()
  const elementValue = useElementValue()
  const [choice, setChoice] = useState<'theirs' | 'mine'>('theirs')
  const words = (value: unknown) => elementValue(name, value) || t('empty')
  const options = [
    { value: 'theirs', text: t('theirs', { value: words(present) }) },
    { value: 'mine', text: t('mine', { value: words(wanted) }) },
  ] as const
  return (
    <fieldset className="rounded-md border px-4 pt-1 pb-2">
      <legend className="px-1 font-semibold">{fieldTitle(name)}</legend>
      {options.map(({ value, text }) => (
        <label key={value} className="flex min-h-8 items-center gap-2.5 py-1 pointer-coarse:min-h-touch">
          <input
            type="radio"
            name={name}
            value={value}
            checked={choice === value}
            onChange={() => setChoice(value)}
            className="size-4 accent-accent"
          />
          <span className="min-w-0 break-words">{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
