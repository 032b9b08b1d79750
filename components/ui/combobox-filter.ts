export type ComboboxOption = {
  value: string
  label: string
  /** Other words that find the option: a native name, a code. */
  keywords?: readonly string[]
}

type SearchableOption = { option: ComboboxOption; label: string; value: string; words: string[] }

/** Lower case without diacritics, so that "cote" finds "Côte d'Ivoire". */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** Folds the options once, not on every keystroke. */
export function searchable(options: readonly ComboboxOption[]): SearchableOption[] {
  return options.map((option) => ({
    option,
    label: foldText(option.label),
    value: foldText(option.value),
    words: (option.keywords ?? []).map(foldText),
  }))
}

// The code itself first, then what begins with the text, then what merely contains it.
function rank({ label, value, words }: SearchableOption, text: string): number {
  if (value === text || label === text) return 0
  if (label.startsWith(text)) return 1
  if (value.startsWith(text)) return 2
  if (words.some((word) => word.startsWith(text))) return 3
  if (label.includes(text)) return 4
  return words.some((word) => word.includes(text)) ? 5 : -1
}

/** The options that the text finds by label, value or keyword, best first; all of them for an empty text. */
export function filterOptions(options: readonly SearchableOption[], text: string): ComboboxOption[] {
  const folded = foldText(text)
  if (folded === '') return options.map(({ option }) => option)
  return options
    .map((candidate, position) => ({ candidate, position, rank: rank(candidate, folded) }))
    .filter((match) => match.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ candidate }) => candidate.option)
}

/** The option whose value or label the text is, if one is. */
export function exactOption(options: readonly SearchableOption[], text: string): ComboboxOption | undefined {
  const folded = foldText(text)
  return (options.find(({ value }) => value === folded) ?? options.find(({ label }) => label === folded))?.option
}
