'use client'

import { Check, Copy, Download, Printer } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useId, useRef, useState } from 'react'
import { useUnloadGuard } from '@/components/form/use-unload-guard'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field-frame'
import { saveText } from '@/components/ui/save-text'
import { useCopy } from '@/components/ui/use-copy'

type RecoveryCodesProps = {
  codes: readonly string[]
  /** Whose codes they are; stands on the sheet and in the file. */
  email: string
  /** The user has stored them. They are not shown again. */
  onStored: () => void | Promise<void>
}

/** The recovery codes, once. Going on takes the user's word that they are stored. */
export function RecoveryCodes({ codes, email, onStored }: RecoveryCodesProps) {
  const t = useTranslations('secondFactor.recovery')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  const [stored, setStored] = useState(false)
  const [asked, setAsked] = useState(false)
  const checkbox = useRef<HTMLInputElement>(null)
  const errorId = useId()
  const { copied, copy } = useCopy(codes.join('\n'), tCommon('copied'))
  useUnloadGuard(useCallback(() => !stored, [stored]))

  const title = t('sheetTitle', { email })
  const date = format.dateTime(new Date(), { dateStyle: 'long' })

  function goOn() {
    setAsked(true)
    if (stored) onStored()
    else checkbox.current?.focus()
  }

  return (
    <div>
      <p className="mb-3 text-ink-muted">{t('lead')}</p>
      <div data-print-alone className="rounded-md border bg-canvas px-4 py-3">
        <p className="mb-2 hidden font-semibold print:block">
          {title} · {date}
        </p>
        <ol aria-label={t('list')} className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="my-3 flex flex-wrap gap-2">
        <Button size="small" onClick={copy}>
          {copied ? (
            <Check aria-hidden="true" className="size-3.5 text-success-text" />
          ) : (
            <Copy aria-hidden="true" className="size-3.5" />
          )}
          {t('copy')}
        </Button>
        <Button size="small" onClick={() => saveText(`${title}\n${date}\n\n${codes.join('\n')}\n`, t('fileName'))}>
          <Download aria-hidden="true" className="size-3.5" />
          {t('download')}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden="true" className="size-3.5" />
          {t('print')}
        </Button>
      </div>
      <Checkbox
        ref={checkbox}
        name="stored"
        checked={stored}
        onChange={(event) => setStored(event.target.checked)}
        label={t('stored')}
        aria-invalid={asked && !stored ? true : undefined}
        aria-describedby={errorId}
      />
      <FieldError id={errorId}>{asked && !stored ? t('notStored') : null}</FieldError>
      <Button variant="primary" size="large" className="mt-2 w-full" onClick={goOn}>
        {t('continue')}
      </Button>
    </div>
  )
}
