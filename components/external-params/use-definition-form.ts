'use client'

import { useCallback } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useWireForm } from '@/components/form/use-wire-form'
import type { Submission } from '@/lib/contract/submission'
import type { Reading } from '@/lib/forms/resolver'
import { type DefinitionDraftOptions, type TypedDefinitions, useDefinitionDraft } from './use-definition-draft'
import { type DefinitionSubmissionOptions, useDefinitionSubmission } from './use-definition-submission'

/** Sends a request about definitions, and tells how that ended. */
export type Send<Wire> = ReturnType<typeof useDefinitionSubmission<Wire>>['send']

type DefinitionFormOptions<Draft extends FieldValues, Wire extends FieldValues> = Reading<Draft, Wire> &
  Pick<DefinitionDraftOptions<Draft, Wire>, 'initial' | 'of' | 'subjectId'> &
  Pick<DefinitionSubmissionOptions<Wire>, 'call' | 'onClose'> & {
    onAccepted: (requestId: string | undefined, typed: TypedDefinitions) => void
    /** Sends what is on the form by what it is given, and has a look at what came of it. */
    deliver?: (wire: Wire, send: Send<Wire>) => ReturnType<Send<Wire>>
  }

/** A form of definitions that is sent once, keeps what is typed until then, and closes as soon as it is known to be accepted. */
export function useDefinitionForm<Draft extends FieldValues, Wire extends FieldValues>(
  options: DefinitionFormOptions<Draft, Wire>,
) {
  const { toWire, parse, initial, of, subjectId, call, onAccepted, onClose, deliver } = options
  const { state, send, handleSettled } = useDefinitionSubmission<Wire>({
    call,
    onAccepted: (requestId) => onAccepted(requestId, draft.typed()),
    onClose: () => close(),
  })
  const wireForm = useWireForm({
    initial,
    toWire,
    parse,
    send: (wire: Wire) => (deliver ? deliver(wire, send) : send(wire)),
  })
  const { form, unlock, isDirty } = wireForm
  const draft = useDefinitionDraft({ form, initial, isUnsaved: isDirty, of, subjectId })

  const settle = useCallback(
    (submission: Submission) => {
      if (submission.state === 'none') unlock()
      handleSettled(submission)
    },
    [unlock, handleSettled],
  )

  /** What was sent, or given up, is no draft any more. */
  function close() {
    draft.drop()
    onClose()
  }

  return { ...wireForm, state, draft, settle, close }
}
