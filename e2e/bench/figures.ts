/** A figure in a column of a report. */
export function cell(value: number, digits = 1): string {
  return value.toFixed(digits).padStart(8).padEnd(12)
}

/** The value below which the share `q` (0 to 1) of the values lies. */
export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** The word for whether a target is met. One that is missed is the benchmark's failure, too. */
export function verdict(isMet: boolean): string {
  if (!isMet) process.exitCode = 1
  return isMet ? 'met' : 'MISSED'
}
