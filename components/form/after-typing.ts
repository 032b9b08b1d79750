import type { FieldValues, UseFormReturn } from 'react-hook-form'

/** Pause in typing after which work on the whole draft is done, in milliseconds: no keystroke waits for it. */
const pauseMs = 120

/**
 * Has something done after each change of a form's values, once there is a pause in typing.
 * @returns gives it up again
 */
export function afterTyping(subscribe: UseFormReturn<FieldValues>['subscribe'], work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = subscribe({
    formState: { values: true },
    callback: () => {
      clearTimeout(timer)
      timer = setTimeout(work, pauseMs)
    },
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
