import * as z from 'zod/mini'

/**
 * Every way in which an element can be wrong. The texts are for a developer who reads the API's answer; what a user reads is worded from
 * code and parameters at the edge.
 */
export const problemTexts = {
  required: 'is required',
  wrongType: 'must be of type {expected}',
  notOneOf: 'must be one of {options}',
  unknownElement: 'is not an element of this call',
  tooManyBytes: 'must be at most {max} bytes of UTF-8, is {actual}',
  tooSmall: 'must be at least {min}',
  tooLarge: 'must be at most {max}',
  notWhole: 'must be a whole number',
  emailFormat: 'must be an e-mail address',
  phoneFormat: 'must be an E.164 number of 7 to 15 digits',
  dateFormat: 'must be a date as DDMMYYYY',
  dateNotReal: 'is not a date of the calendar',
  dateInFuture: 'must not be in the future',
  currencyUnknown: 'must be an active ISO 4217 code',
  uuidFormat: 'must be a UUID',
  queryFormat: 'must be an RSQL expression over {selectors}',
  phoneNeeded: 'landlinePhoneNumber or mobilePhoneNumber is required',
  streetOrPoboxNeeded: 'pobox, or street and buildingNumber, is required',
  paymentDueUnitsNeeded: 'is required with paymentDueAfterInvoiceIssued',
  identityNeeded: 'must hold at least one identity document',
  duplicate: 'is given twice',
  notEmptiable: 'cannot be emptied',
  emptyPatch: 'must change at least one element',
  unknownId: 'is not an id of this customer',
  nulCharacter: 'must not hold a NUL character',
  loneSurrogate: 'must be well-formed Unicode',
  tooDeep: 'is nested too deeply',
  tooManyValues: 'holds more than {max} values',
  malformedJson: 'is not JSON',
  notJson: 'must be sent as application/json',
  bodyTooLarge: 'must be at most {max} bytes',
  notSelfcare: 'must have the role SELFCARE',
  emailNeeded: 'must have an e-mail address',
  emailTaken: 'has the e-mail address of another user',
  keyReused: 'was used for another body',
  nameTaken: 'is the name of another one already',
  tooManyDefinitions: 'would be more than {max} definitions of one entity',
  unknownDefinition: 'is not a definition of this customer for this entity',
  alreadySet: 'has a value on this entity already',
  unknownCustomer: 'is neither id nor name of a direct sub-customer',
  ambiguousName: 'is the name of more than one sub-customer',
  notTwoColumns: 'must have two columns: customer and value',
  rowsMissing: 'is not the number of rows that were sent, {actual}',
  changedMeanwhile: 'was changed meanwhile, see present',
  changeUnderWay: 'is being changed by a request that has not ended',
  invalid: 'is invalid',
} as const

export type ProblemCode = keyof typeof problemTexts
export type ProblemParams = Record<string, string | number>
/** Path on the wire of the body as sent; array indices are numbers. `[]` is the body itself. */
export type ProblemPath = (string | number)[]
/** One fault of one element: code with parameters, and where. */
export type Problem = {
  path: ProblemPath
  code: ProblemCode
  params?: ProblemParams
  /** What stands at the element, where that is what is wrong. */
  present?: unknown
}

/** A fault as it travels in a refusal's `errors`. */
export type WireProblem = Problem & { message: string }

/** Adds the developer's English to a problem, for the wire. */
export function toWireProblem(problem: Problem): WireProblem {
  const message = problemTexts[problem.code].replace(/\{(\w+)\}/g, (_, name) => String(problem.params?.[name] ?? ''))
  return { ...problem, message }
}

/** `errors` of a refusal as read from a peer: an unknown code is kept as `invalid`, the rest must have its shape. */
export const wireProblem = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.pipe(
    z.string(),
    z.transform((code): ProblemCode => (Object.hasOwn(problemTexts, code) ? (code as ProblemCode) : 'invalid')),
  ),
  message: z.catch(z.string(), ''),
  params: z.catch(z.optional(z.record(z.string(), z.union([z.string(), z.number()]))), undefined),
  present: z.optional(z.unknown()),
})

/** A Zod check's way to name one of our codes: `z.refine(test, problem('phoneFormat'))`. */
export function problem(code: ProblemCode, params?: ProblemParams) {
  return { params: { problem: { code, params } } }
}

type Issue = z.core.$ZodIssue

/**
 * Zod's issues as problems. A union's issue is that of its last member, the element proper (the others only let "" through);
 * an unrecognised key is reported at the key's own path.
 */
export function problemsOf(issues: readonly Issue[], at: ProblemPath = []): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...at, ...(issue.path as ProblemPath)]
    switch (issue.code) {
      case 'invalid_union':
        return problemsOf(issue.errors.at(-1) ?? [], path)
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: [...path, key], code: 'unknownElement' }))
      case 'invalid_type':
        if (issue.message === 'required') return [{ path, code: 'required' }]
        if (issue.expected === 'int') return [{ path, code: 'notWhole' }]
        return [{ path, code: 'wrongType', params: { expected: issue.expected } }]
      case 'invalid_value':
        if (issue.message === 'required') return [{ path, code: 'required' }]
        return [{ path, code: 'notOneOf', params: { options: issue.values.join(', ') } }]
      case 'too_small':
        return [{ path, code: 'tooSmall', params: { min: Number(issue.minimum) } }]
      case 'too_big':
        return [{ path, code: 'tooLarge', params: { max: Number(issue.maximum) } }]
      case 'custom': {
        const named = issue.params?.problem as { code: ProblemCode; params?: ProblemParams } | undefined
        return [
          named?.params ? { path, code: named.code, params: named.params } : { path, code: named?.code ?? 'invalid' },
        ]
      }
      default:
        return [{ path, code: 'invalid' }]
    }
  })
}
