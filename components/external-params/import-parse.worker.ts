import { readPastedLines } from '@/lib/forms/pasted-values'

/** Reads a pasted text away from the page, which goes on answering meanwhile. */
self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(readPastedLines(data))
