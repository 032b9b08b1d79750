/** No answer came from the console. Whether a write arrived is unknown. */
export class LostError extends Error {
  override readonly name = 'LostError'
}
