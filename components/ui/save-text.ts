/** Has the browser save a text as a file. It never leaves the device. */
export function saveText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has been handed over by then; until it is revoked the text would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
