import { CopyButton } from './copy-button'

/** An identifier, whole also on a narrow screen, with the way to copy it. */
export function CopyableId({ value, label, copiedLabel }: { value: string; label: string; copiedLabel: string }) {
  return (
    <span className="-my-1 inline-flex items-center gap-1">
      <span className="break-all font-mono text-xs sm:text-sm">{value}</span>
      <CopyButton value={value} label={label} copiedLabel={copiedLabel} />
    </span>
  )
}
