import type { readPastedLines } from '@/lib/forms/pasted-values'

type Pasted = ReturnType<typeof readPastedLines>

/** Reads a pasted text in a worker of its own, which ends with its answer. */
export function parseInWorker(text: string): Promise<Pasted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./import-parse.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Pasted>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = ({ message }) => {
      worker.terminate()
      reject(new Error(`The lines could not be read: ${message}`))
    }
    worker.postMessage(text)
  })
}
