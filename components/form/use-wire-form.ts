'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form'
import type { Problem } from '@/lib/contract/problem'
import { problemsIn } from '@/lib/forms/field-problem'
import { asJson, problemToFields } from '@/lib/forms/problem-to-fields'
import { errorName, type Reading, resolver } from '@/lib/forms/resolver'
import { type ErrorReport, reportOf } from './error-report'
import { fieldId } from './field-id'
import { useRevalidation } from './use-revalidation'
import { withoutEntry } from './without-entry'

/** How sending a request ended: whether the form stays locked, and which elements were refused. */
export type Sent = { locked: boolean; problems?: readonly Problem[] }

type WireFormOptions<Draft extends FieldValues, Wire extends FieldValues> = Reading<Draft, Wire> & {
  initial: Draft
  /** Sends the request. The form is locked until the promise ends, and longer if it says so. */
  send: (wire: Wire) => Promise<Sent>
  /** Whether a name is a field of this form that is not on the page at the moment; must keep its identity. */
  isElsewhere?: (name: string) => boolean
}

const nowhere = () => false

/**
 * A form that speaks the platform's wire format: inputs are named by their path, the draft is read with the schema of the call, and faults
 * found here, by the console's server or by the platform mark the same fields.
 * @param options `toWire` and `parse` must keep their identity
 */
export function useWireForm<Draft extends FieldValues, Wire extends FieldValues>({
  initial,
  toWire,
  parse,
  send,
  isElsewhere = nowhere,
}: WireFormOptions<Draft, Wire>) {
  const reading = useMemo(() => ({ toWire, parse }), [toWire, parse])
  const form = useForm<Draft, unknown, Wire>({
    defaultValues: initial as DefaultValues<Draft>,
    resolver: useMemo(() => resolver(reading), [reading]),
    mode: 'onSubmit',
    // Our own revalidation looks at all fields, see `useRevalidation`.
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const [report, setReport] = useState<ErrorReport>()
  // A state would come too late for a second click in the same moment.
  const locked = useRef(false)
  useRevalidation(form, reading, report !== undefined)

  const { getValues } = form
  /** Marks the fields that a refusal blames and puts the rest into the summary. */
  const refuse = useCallback(
    (problems: readonly Problem[]) => {
      const draft = getValues()
      const hasField = (name: string) => document.getElementById(fieldId(name)) !== null || isElsewhere(name)
      const { fields, rest } = problemToFields(problems, draft, hasField)
      // The form's own type of names is that of its draft; a path from a peer is any text.
      const { setError } = form as unknown as UseFormReturn<FieldValues>
      for (const { name, problem } of fields) setError(errorName(name, draft), problem)
      setReport(reportOf(fields, isElsewhere, rest))
    },
    [form, getValues, isElsewhere],
  )

  /** Reads the draft and sends it, unless that is under way already. */
  async function submit(): Promise<void> {
    if (locked.current) return
    locked.current = true
    let sent: Sent = { locked: false }
    try {
      await form.handleSubmit(
        async (wire) => {
          setReport(undefined)
          sent = await send(wire)
        },
        (errors) => setReport(reportOf(problemsIn(errors), isElsewhere)),
      )()
    } finally {
      // Also after a fault of ours, or the button would be dead for ever.
      locked.current = sent.locked
    }
    if (sent.problems && sent.problems.length > 0) refuse(sent.problems)
  }

  const unlock = useCallback(() => {
    locked.current = false
  }, [])

  /** Takes the report away: what it told was about values that are gone. */
  const clearReport = useCallback(() => {
    form.clearErrors()
    setReport(undefined)
  }, [form])

  /** Keeps the report in step with the entries of a list, see `EntryRemoval`. */
  const forgetEntry = useCallback(
    (list: string, index: number) => setReport((held) => held && withoutEntry(held, list, index)),
    [],
  )

  /** Whether the request that the draft makes is another than at the start. */
  const isDirty = useCallback(
    () => asJson(toWire(getValues())) !== asJson(toWire(initial)),
    [toWire, getValues, initial],
  )

  return { form, report, submit, refuse, unlock, clearReport, forgetEntry, isDirty }
}
