'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useId, useRef, useState } from 'react'
import { LeaveGuard } from '@/components/form/leave-guard'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Textarea } from '@/components/ui/textarea'
import { type FileText, textOfFile } from '@/lib/forms/file-text'

type ImportPasteProps = {
  busy: boolean
  /** Reads a text; false where that failed. */
  onRead: (text: FileText) => Promise<boolean>
}

/** Where two columns are pasted, or a file is dropped or chosen. */
export function ImportPaste({ busy, onRead }: ImportPasteProps) {
  const t = useTranslations('externalParams.import')
  const id = useId()
  const ready = useHydrated()
  // Uncontrolled: ten thousand lines are not to go through a render with each key.
  const area = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const readText = useRef('')
  const [fault, setFault] = useState<'linesMissing' | 'fileUnreadable'>()

  async function check() {
    const text = area.current?.value ?? ''
    if (text.trim() === '') return blame('linesMissing')
    setFault(undefined)
    if (await onRead({ text, isGuessed: false })) readText.current = text
  }

  async function take(files: FileList | null) {
    const [chosen] = files ?? []
    if (!chosen) return
    const text = await chosen.arrayBuffer().then(
      (buffer) => textOfFile(new Uint8Array(buffer)),
      () => undefined,
    )
    if (!text) return blame('fileUnreadable')
    if (text.text.trim() === '') return blame('linesMissing')
    // Its text is not shown here: laying ten thousand lines out would hold the page up.
    if (area.current) area.current.value = ''
    setFault(undefined)
    await onRead(text)
  }

  function blame(what: typeof fault) {
    setFault(what)
    area.current?.focus()
  }

  function hasUnread(): boolean {
    const text = area.current?.value ?? ''
    return text.trim() !== '' && text !== readText.current
  }

  function drop(event: DragEvent) {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void take(event.dataTransfer.files)
  }

  return (
    // The area takes the keyboard as well: what is dropped can also be pasted or chosen.
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a third way to what paste and file button do.
    <div className="grid gap-2" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FieldFrame id={id} label={t('lines')} hint={t('linesHint')} error={fault && t(fault)}>
        <Textarea
          ref={area}
          id={id}
          name="lines"
          rows={6}
          spellCheck={false}
          className="max-h-64 font-mono text-sm"
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fieldIds(id, { hint: true, error: fault !== undefined }).describedBy}
        />
      </FieldFrame>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} disabled={!ready} onClick={check}>
          {t('check')}
        </Button>
        <Button disabled={!ready} onClick={() => file.current?.click()}>
          <FileUp aria-hidden="true" className="size-4" />
          {t('chooseFile')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          aria-label={t('chooseFile')}
          onChange={({ target }) => {
            void take(target.files)
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
      </div>
      <LeaveGuard isUnsaved={hasUnread} />
    </div>
  )
}
