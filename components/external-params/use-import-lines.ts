'use client'

import { startTransition, useMemo, useState } from 'react'
import { resolveCustomers } from '@/lib/client/value-import'
import {
  checkLines,
  customersToLookUp,
  type FoundCustomers,
  type PastedLine,
  pastedLine,
  withFound,
} from '@/lib/forms/pasted-values'
import { parseInWorker } from './import-parse'

/** Lets the browser do something else between two steps that each take a while with thousands of lines. */
const pause = () => new Promise((resolve) => setTimeout(resolve))

type Counts = { lines: number; faults: number }

type Phase = 'empty' | 'reading' | 'read' | 'failed'

/** The pasted lines: read in a worker, looked up, and repaired in place. */
export function useImportLines() {
  const [phase, setPhase] = useState<Phase>('empty')
  const [error, setError] = useState<unknown>()
  const [lines, setLines] = useState<readonly PastedLine[]>([])
  const [leftOut, setLeftOut] = useState(0)
  const [found, setFound] = useState<FoundCustomers>(new Map())
  /** Lines that were at fault when they were read: they stay first, with inputs, also once they are repaired. */
  const [repairable, setRepairable] = useState<ReadonlySet<number>>(new Set())
  const checked = useMemo(() => checkLines(lines, found), [lines, found])
  const ordered = useMemo(() => {
    const first = checked.filter(({ line }) => repairable.has(line))
    return [...first, ...checked.filter(({ line }) => !repairable.has(line))]
  }, [checked, repairable])

  /** Looks customers up. A failure leaves them neither found nor at fault. */
  async function lookUp(wanted: readonly PastedLine[], known: FoundCustomers): Promise<FoundCustomers | undefined> {
    const asked = customersToLookUp(wanted, known)
    try {
      const resolved = withFound(known, asked.length > 0 ? await resolveCustomers(asked) : [])
      startTransition(() => setFound((now) => new Map([...now, ...resolved])))
      setError(undefined)
      return resolved
    } catch (why) {
      setError(why)
      return undefined
    }
  }

  /** Takes the place of what was read before. Returns how many lines there are, and how many are at fault; undefined where it failed. */
  function read(text: string): Promise<Counts | undefined> {
    return take(() => parseInWorker(text))
  }

  /** Takes lines that were read, and perhaps repaired, before. */
  function restore(kept: readonly PastedLine[]): Promise<Counts | undefined> {
    return take(async () => ({ lines: [...kept], leftOut: 0 }))
  }

  async function take(parse: () => ReturnType<typeof parseInWorker>): Promise<Counts | undefined> {
    setPhase('reading')
    try {
      const pasted = await parse()
      const resolved = await lookUp(pasted.lines, new Map())
      if (!resolved) {
        setPhase('failed')
        return undefined
      }
      await pause()
      const faulty = checkLines(pasted.lines, resolved).filter(({ fault }) => fault)
      const faultyLines = new Set(faulty.map(({ line }) => line))
      await pause()
      // A render that may be interrupted: thousands of lines are sorted in it.
      startTransition(() => {
        setLines(pasted.lines)
        setLeftOut(pasted.leftOut)
        setRepairable(faultyLines)
        setPhase('read')
      })
      return { lines: pasted.lines.length, faults: faulty.length }
    } catch (why) {
      setError(why)
      setPhase('failed')
      return undefined
    }
  }

  function change(line: number, cells: Partial<Pick<PastedLine, 'customer' | 'value'>>) {
    setLines((now) =>
      now.map((standing) => (standing.line === line ? pastedLine({ ...standing, ...cells }) : standing)),
    )
  }

  return {
    phase,
    error,
    leftOut,
    /** As they stand in the text. */
    pasted: lines,
    lines: ordered,
    repairable,
    good: checked.filter(({ fault, customerId }) => !fault && customerId),
    faults: checked.filter(({ fault }) => fault).length,
    /** Whether every line has been looked up. */
    isChecked: checked.every(({ fault, customerId }) => fault || customerId),
    read,
    restore,
    setCustomer: (line: number, customer: string) => change(line, { customer }),
    lookUpAll: () => lookUp(lines, found),
    setValue: (line: number, value: string) => change(line, { value }),
    remove: (line: number) => setLines((now) => now.filter((standing) => standing.line !== line)),
  }
}

export type ImportLines = ReturnType<typeof useImportLines>
