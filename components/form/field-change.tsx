'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { useFormContext } from 'react-hook-form'
import { Badge } from '@/components/ui/badge'
import { useAnnounce } from '@/components/ui/live-region'
import { isSameDraft, wireValue } from '@/lib/forms/draft-value'
import { type ChangeTracking, ChangeTrackingContext } from './change-tracking'
import { useFieldTitle } from './element-text'
import { useElementValue } from './element-value'
import { focusField } from './field-id'
import { useValueState } from './use-value-state'

/** Whether a form follows what changes at a name. A list that is replaced whole is compared whole, at the list. */
export function useIsTracked(name: string): boolean {
  return useContext(ChangeTrackingContext) !== undefined && !/(^|\.)(identity|customFields)\.\d/.test(name)
}

/** Id of what a field's control refers to for its change. */
export function changeId(id: string): string {
  return `${id}-change`
}

/**
 * Says under a field that it is changed, what stood before, and takes it back; that it will be emptied; that a change of it is under way.
 * In a form that creates there is nothing to say, see `useIsTracked`.
 */
export function FieldChange({ id, name }: { id: string; name: string }) {
  const tracking = useContext(ChangeTrackingContext)
  return tracking && <TrackedChange id={id} name={name} tracking={tracking} />
}

function TrackedChange({ id, name, tracking }: { id: string; name: string; tracking: ChangeTracking }) {
  const t = useTranslations('form.change')
  const { setValue } = useFormContext()
  const announce = useAnnounce()
  const fieldTitle = useFieldTitle()
  const elementValue = useElementValue()
  const before = tracking.before(name)
  const state = useValueState(name, (value) => changeState(name, before, value))
  const changed = state !== 'untouched'
  const stood = elementValue(name, wireValue(name, before))

  function undo() {
    setValue(name, structuredClone(before))
    announce(t('undone', { field: fieldTitle(name) }))
    focusField(name)
  }

  return (
    <span className="flex min-h-6 flex-wrap items-center gap-x-2 pt-1 text-xs not-first:min-h-0">
      <span id={changeId(id)} className="flex min-w-0 flex-wrap items-center gap-x-2">
        {tracking.isUnderWay(name) ? (
          <Badge tone="info" busy>
            {t('underWay')}
          </Badge>
        ) : null}
        {changed ? (
          <span className="min-w-0 break-words text-ink-muted">
            <span className="font-medium text-warning-text">{t(state)}</span>{' '}
            {stood === '' ? t('wasEmpty') : t('was', { value: stood })}
          </span>
        ) : null}
      </span>
      {changed ? (
        <button
          type="button"
          onClick={undo}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium text-accent-text hover:underline"
        >
          <Undo2 aria-hidden="true" className="size-3.5" />
          {t('undo')}
          <span className="sr-only">{t('undoOf', { field: fieldTitle(name) })}</span>
        </button>
      ) : null}
    </span>
  )
}

/** Says of an entry whose fields are not shown that something in it is changed. */
export function EntryChange({ name }: { name: string }) {
  const t = useTranslations('form.change')
  const tracking = useContext(ChangeTrackingContext)
  const changed = useValueState(
    name,
    (value) => tracking !== undefined && !isSameDraft(name, tracking.before(name), value),
  )
  if (!changed) return null
  return <Badge tone="warning">{t('changedEntry')}</Badge>
}

function changeState(name: string, before: unknown, value: unknown): 'untouched' | 'changed' | 'emptied' {
  if (isSameDraft(name, before, value)) return 'untouched'
  return isEmpty(wireValue(name, value)) ? 'emptied' : 'changed'
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
}
