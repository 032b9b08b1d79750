'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useAnnounce } from '@/components/ui/live-region'
import { Cell, RowHeaderCell, TableRow } from '@/components/ui/table'
import { changeOf, isBusy, isInactive, type ParamRow, textOf, titleOf } from './param-edit'
import { ParamName } from './param-name'
import { ParamNote } from './param-note'
import type { ParamEdits } from './use-param-edits'

type ParamFormRowProps = {
  row: ParamRow
  edits: ParamEdits
  /** Whether the page's code is there. */
  ready: boolean
  onSave: () => void
}

/** One value in its field. Enter saves it, Escape puts back what stands. */
export function ParamFormRow({ row, edits, ready, onSave }: ParamFormRowProps) {
  const t = useTranslations('externalParams')
  const announce = useAnnounce()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { definition, edit } = row
  const busy = isBusy(row)
  const isWrong = edit?.problem !== undefined || edit?.failed !== undefined || edit?.refusal !== undefined

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (busy) return announce(t('row.busy', { name: titleOf(definition) }))
    const isEmpty = textOf(row) === '' && !row.present
    if (changeOf(row) || isInactive(row) || isEmpty || edit?.failed) onSave()
    else announce(t('row.unchanged', { name: titleOf(definition) }))
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') edits.restore(definition.id)
  }

  /** Does what a button asks that goes away with it; the focus stays with the value. */
  function act(action: () => void) {
    action()
    input.current?.focus()
  }

  return (
    <TableRow className="align-top">
      <RowHeaderCell className="py-2.5 align-top">
        <ParamName definition={definition} fieldId={`${id}-value`} />
      </RowHeaderCell>
      <Cell className="py-2 align-top">
        {/* `post` although the browser never sends it: without code a plain form would put what is typed into the address. */}
        <form
          method="post"
          noValidate
          autoComplete="off"
          onSubmit={handleSubmit}
          className="flex max-w-xl flex-wrap gap-2"
        >
          <Input
            ref={input}
            id={`${id}-value`}
            name="value"
            value={textOf(row)}
            readOnly={busy}
            spellCheck={false}
            onChange={({ target }) => edits.type(definition.id, target.value)}
            onKeyDown={handleKeyDown}
            aria-invalid={isWrong || undefined}
            aria-describedby={`${id}-note`}
            className="min-w-32 flex-1"
          />
          <Button type="submit" busy={edit?.phase === 'sending'} disabled={!ready} aria-describedby={`${id}-value-of`}>
            {t('row.save')}
          </Button>
          <span id={`${id}-value-of`} hidden>
            {titleOf(definition)}
          </span>
        </form>
        <ParamNote id={`${id}-note`} row={row} edits={edits} act={act} onSave={onSave} />
      </Cell>
    </TableRow>
  )
}
