import * as z from 'zod/mini'
import { isInFuture, readBirthdate } from './birthdate'
import { isCurrency } from './currency'
import { problem } from './problem'

/**
 * The kinds of elements, once for all calls. A kind says what a *given* value must be; whether it must be given, and what "" and null
 * mean, is said by the wrappers at the end, because that differs between create and modify.
 */

export const text = z.string()

/** A text that is mandatory where it stands: white space alone is as good as nothing. */
export const filledText = z.string().check(z.refine((value) => value.trim() !== '', problem('required')))

export const flag = z.boolean()

/** Whether a text is a UUID of RFC 9562, of any version. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

export const uuid = z.string().check(z.refine(isUuid, problem('uuidFormat')))

/** "Validated via Regular Expression", says the page, and does not print it: this is the one of the HTML standard plus a dot in the domain. */
export const emailAddress = z
  .string()
  .check(
    z.refine(
      (value) =>
        /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(
          value,
        ),
      problem('emailFormat'),
    ),
  )

/** International E.164; the plus is optional because the page's own example has none. */
export const phoneNumber = z
  .string()
  .check(z.refine((value) => /^\+?[1-9]\d{6,14}$/.test(value), problem('phoneFormat')))

/** DDMMYYYY, a real date, not in the future. */
export const birthdate = z.string().check((payload) => {
  const date = readBirthdate(payload.value)
  const fault = typeof date === 'string' ? date : isInFuture(date, Date.now()) ? 'dateInFuture' : undefined
  if (fault) payload.issues.push({ code: 'custom', input: payload.value, ...problem(fault) })
})

export const currency = z.pipe(
  z.pipe(z.string(), z.transform(upperCase)),
  z.string().check(z.refine(isCurrency, problem('currencyUnknown'))),
)

/** A decimal from 0 without an upper bound. */
export const decimal = z.number().check(z.minimum(0))

/** A whole number from 0. */
export const wholeNumber = z.int().check(z.minimum(0))

/** Bytes of UTF-8 that a text takes. */
export function bytesOf(value: string): number {
  return new TextEncoder().encode(value).length
}

/** Longest invoiceText, in bytes of UTF-8. */
export const invoiceTextMaxBytes = 60

/** Refuses a text that takes more bytes of UTF-8 than this. */
export function atMostBytes(max: number) {
  return z.check<string>((payload) => {
    const actual = bytesOf(payload.value)
    if (actual <= max) return
    payload.issues.push({ code: 'custom', input: payload.value, ...problem('tooManyBytes', { max, actual }) })
  })
}

export const invoiceText = z.string().check(atMostBytes(invoiceTextMaxBytes))

/** An enumeration: any case on input, upper case ever after. `synonyms` (upper case) are read as the value they name. */
export function enumeration<const T extends readonly [string, ...string[]]>(
  values: T,
  synonyms: Readonly<Record<string, T[number]>> = {},
) {
  return z.pipe(
    z.transform((value: unknown): unknown => {
      if (typeof value !== 'string') return value
      const upper = upperCase(value)
      return Object.hasOwn(synonyms, upper) ? synonyms[upper] : upper
    }),
    z.enum(values),
  )
}

/** ASCII only: a Turkish dotless i must not become the I of an enumeration. */
function upperCase(value: string): string {
  return value.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

const emptyToAbsent = z.transform((value: unknown): unknown => (value === '' || value === null ? undefined : value))

/** Optional on create: "" and null mean "not given". */
export function optionalOnCreate<T extends z.ZodMiniType>(kind: T) {
  return z.optional(z.pipe(emptyToAbsent, z.optional(kind)))
}

/** Mandatory on create: "" and null are as absent as no element at all. */
export function mandatoryOnCreate<T extends z.ZodMiniType>(kind: T) {
  return z.pipe(emptyToAbsent, kind)
}

/** Optional on modify and emptiable: "" and null mean "set to NULL"; canonical is "". */
export function emptiableOnModify<T extends z.ZodMiniType>(kind: T) {
  return z.optional(
    z.pipe(
      z.transform((value: unknown): unknown => (value === null ? '' : value)),
      z.union([z.literal(''), kind]),
    ),
  )
}

/** Optional on modify, but not emptiable: it has a default, is mandatory on create, or is a whole that merges. */
export function keptOnModify<T extends z.ZodMiniType>(kind: T) {
  return z.optional(mandatoryOnModify(kind))
}

/** Mandatory on modify: a given value that "" and null may not empty. */
export function mandatoryOnModify<T extends z.ZodMiniType>(kind: T) {
  return z.pipe(
    z.transform((value: unknown, context): unknown => {
      if (value !== '' && value !== null) return value
      context.issues.push({ code: 'custom', input: value, ...problem('notEmptiable') })
      return z.NEVER
    }),
    kind,
  )
}
