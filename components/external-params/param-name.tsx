import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { titleOf } from './param-edit'

type ParamNameProps = {
  definition: ExternalParamDefinition
  /** The field that it labels, where there is one. */
  fieldId?: string
}

/** What a parameter is called: by people, and on the wire. */
export function ParamName({ definition, fieldId }: ParamNameProps) {
  const { name, Description } = definition
  const title = titleOf(definition)
  return (
    <>
      {fieldId ? (
        <label htmlFor={fieldId} className="block break-words font-medium">
          {title}
        </label>
      ) : (
        <span className="block break-words font-medium">{title}</span>
      )}
      {title === name ? null : (
        <span className="block break-all font-mono font-normal text-ink-muted text-xs">{name}</span>
      )}
      {Description ? <span className="block font-normal text-ink-muted text-sm">{Description}</span> : null}
    </>
  )
}
