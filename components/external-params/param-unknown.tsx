'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useOutcome } from '@/lib/client/submission-outcome'
import type { Submission } from '@/lib/contract/submission'
import type { ParamEdit } from './param-edit'
import type { ParamEdits } from './use-param-edits'

type ParamUnknownProps = { id: string; edit: ParamEdit; edits: ParamEdits; act: (action: () => void) => void }

/** The answer was lost. The console finds out by reading; only the user may decide to send once more. */
export function ParamUnknown({ id, edit, edits, act }: ParamUnknownProps) {
  const t = useTranslations('externalParams.unknown')
  const { settle } = edits
  const handleSettled = useCallback((submission: Submission) => void settle(id, submission), [settle, id])
  const { looking, lookAgain } = useOutcome(edit.key ?? '', handleSettled)
  return (
    <>
      <Badge tone="warning" busy={looking}>
        {t('state')}
      </Badge>
      <span role="status" className="text-ink-muted">
        {t(looking ? 'checking' : 'stillUnknown')}
      </span>
      {looking ? null : (
        <>
          <Button size="small" onClick={() => act(lookAgain)}>
            {t('check')}
          </Button>
          <Button size="small" variant="ghost" onClick={() => act(() => edits.sendAgain(id))}>
            {t('sendAgain')}
          </Button>
        </>
      )}
    </>
  )
}
