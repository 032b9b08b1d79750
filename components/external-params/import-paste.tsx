'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Textarea } from '@/components/ui/textarea'

type ImportPasteProps = { busy: boolean; onRead: (text: string) => void }

/** Where two columns are pasted, or a file is dropped or chosen. */
export function ImportPaste({ busy, onRead }: ImportPasteProps) {
  const t = useTranslations('externalParams.import')
  const id = useId()
  const ready = useHydrated()
  // Uncontrolled: ten thousand lines are not to go through a render with each key.
  const area = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)

  function check() {
    const text = area.current?.value ?? ''
    setMissing(text.trim() === '')
    if (text.trim() !== '') onRead(text)
    else area.current?.focus()
  }

  async function take(files: FileList | null) {
    const [chosen] = files ?? []
    if (!chosen) return
    const text = await chosen.text()
    // Its text is not shown here: laying ten thousand lines out would hold the page up.
    if (area.current) area.current.value = ''
    setMissing(false)
    onRead(text)
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
      <FieldFrame id={id} label={t('lines')} hint={t('linesHint')} error={missing ? t('linesMissing') : undefined}>
        <Textarea
          ref={area}
          id={id}
          name="lines"
          rows={6}
          spellCheck={false}
          className="max-h-64 font-mono text-sm"
          aria-invalid={missing || undefined}
          aria-describedby={fieldIds(id, { hint: true, error: missing }).describedBy}
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
    </div>
  )
}
