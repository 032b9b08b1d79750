import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftKeeper, keepingPauseMs, type OfferedDraft } from './draft-keeper'

const earlier: OfferedDraft = { draft: { name: 'earlier' }, keptAt: new Date(0) }

/** A form with its keeper, and the place of its draft. */
function formWith(inPlace?: OfferedDraft) {
  const form = {
    /** What is in the place, and every text that was ever put there. */
    inPlace: inPlace?.draft as unknown,
    kept: [] as unknown[],
    /** Whether the place can be looked at. */
    reachable: true,
    looks: 0,
    /** What is on the form and not saved. */
    unsaved: undefined as unknown,
    offered: undefined as OfferedDraft | undefined,
    type(name: string) {
      form.unsaved = { name }
      keeper.change()
    },
    undo() {
      form.unsaved = undefined
      keeper.change()
    },
  }
  const keeper = draftKeeper({
    place: {
      async keep(draft, note) {
        form.inPlace = draft
        form.kept.push([draft, note])
      },
      async find() {
        form.looks += 1
        if (!form.reachable) throw new Error('no key')
        return inPlace
      },
      drop() {
        form.inPlace = undefined
      },
    },
    read: () => form.unsaved,
    note: () => ({ seen: 'before', identity: ['secret'] }),
    onOffer: (offered) => {
      form.offered = offered
    },
  })
  return { form, keeper }
}

const pause = () => vi.advanceTimersByTimeAsync(keepingPauseMs)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is typed', () => {
  it('is kept once, in a pause', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.type('a')
    await vi.advanceTimersByTimeAsync(keepingPauseMs - 1)
    form.type('ab')
    await vi.advanceTimersByTimeAsync(keepingPauseMs - 1)
    expect(form.kept).toEqual([])
    await pause()
    expect(form.kept).toEqual([[{ name: 'ab' }, { seen: 'before' }]])
  })

  it('is kept without identity documents', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.unsaved = { contact: { firstName: 'Ada', identity: [{ idNumber: '1' }] } }
    keeper.change()
    await pause()
    expect(form.inPlace).toEqual({ contact: { firstName: 'Ada' } })
  })

  it('is kept at once when the page is hidden, and only where it has changed since', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.type('a')
    keeper.save()
    keeper.save()
    await pause()
    expect(form.kept).toHaveLength(1)
  })

  it('is kept when the form goes away', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.type('a')
    keeper.stop()
    expect(form.inPlace).toEqual({ name: 'a' })
  })

  it('is dropped when nothing is changed any more', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.type('a')
    await pause()
    form.undo()
    await pause()
    expect(form.inPlace).toBeUndefined()
  })

  it('is dropped when it was sent, and not kept again by what was still to come', async () => {
    const { form, keeper } = formWith()
    await keeper.look()
    form.type('a')
    await pause()
    form.type('ab')
    keeper.drop()
    await pause()
    keeper.save()
    keeper.stop()
    expect(form.inPlace).toBeUndefined()
    expect(form.kept).toHaveLength(1)
  })
})

describe('a draft from before', () => {
  it('is offered once and stays in its place until it is decided about, whatever is typed', async () => {
    const { form, keeper } = formWith(earlier)
    await keeper.look()
    expect(form.offered).toBe(earlier)
    form.type('new')
    await pause()
    form.undo()
    await pause()
    form.type('newer')
    keeper.drop()
    keeper.stop()
    expect(form.inPlace).toBe(earlier.draft)
    expect([form.looks, form.kept]).toEqual([1, []])
  })

  it('gives way to what was typed meanwhile, when it is discarded', async () => {
    const { form, keeper } = formWith(earlier)
    await keeper.look()
    form.type('new')
    await pause()
    keeper.discard()
    expect(form.offered).toBeUndefined()
    expect(form.inPlace).toEqual({ name: 'new' })
  })

  it('goes when it is discarded', async () => {
    const { form, keeper } = formWith(earlier)
    await keeper.look()
    keeper.discard()
    await pause()
    expect([form.inPlace, form.kept]).toEqual([undefined, []])
  })

  it('stands in its place until it is kept anew from the form, when it is restored', async () => {
    const { form, keeper } = formWith(earlier)
    await keeper.look()
    form.unsaved = { name: 'earlier, as restored' }
    keeper.accept()
    expect(form.offered).toBeUndefined()
    expect(form.inPlace).toBe(earlier.draft)
    await pause()
    expect(form.inPlace).toEqual({ name: 'earlier, as restored' })
  })

  it('is not written over before it was looked for', async () => {
    const { form, keeper } = formWith(earlier)
    form.type('new')
    keeper.save()
    await pause()
    expect(form.inPlace).toBe(earlier.draft)
    expect(form.offered).toBe(earlier)
  })

  it('is not written over while nobody can say what it holds, and is looked for again', async () => {
    const { form, keeper } = formWith(earlier)
    form.reachable = false
    await keeper.look()
    form.type('new')
    await pause()
    expect([form.inPlace, form.offered, form.looks]).toEqual([earlier.draft, undefined, 2])
    form.reachable = true
    form.type('newer')
    await pause()
    expect([form.inPlace, form.offered]).toEqual([earlier.draft, earlier])
  })

  it('is not offered on a form that has gone away, nor written over by it', async () => {
    const { form, keeper } = formWith(earlier)
    const looking = keeper.look()
    form.type('new')
    keeper.stop()
    await looking
    expect([form.inPlace, form.offered]).toEqual([earlier.draft, undefined])
  })
})

it('what was typed while it was looked for is kept when there is nothing from before', async () => {
  const { form, keeper } = formWith()
  const looking = keeper.look()
  form.type('new')
  keeper.save()
  expect(form.kept).toEqual([])
  await looking
  expect(form.inPlace).toEqual({ name: 'new' })
})
