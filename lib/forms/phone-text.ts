/**
 * A phone number without what people put between its digits: spaces, dashes, brackets and dots. "(0)" is left for the schema to blame: it
 * stands for a digit that must not be dialled from abroad, and which one is meant is not for us to guess.
 */
export function readPhoneNumber(text: string): string {
  return /\(0\)/.test(text) ? text : text.replace(/[\s\p{Pd}()[\]{}.]/gu, '')
}
