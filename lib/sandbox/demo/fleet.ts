import type { subscriber } from '@/lib/sandbox/db/schema'
import type { Company } from './companies'
import { placeOf } from './company-customer'
import { idFor, randomFor, withCheckDigit } from './random'

type Subscriber = typeof subscriber.$inferInsert

/** Type allocation codes of cellular modules; the rest of an IMEI is the serial number. */
const allocationCodes = ['86012503', '35254107', '86618802', '35901612']

/**
 * The SIMs of a company: ICCID by ITU-T E.118 and IMEI by 3GPP TS 23.003, both with their check digit, IMSI by ITU-T E.212 and MSISDN by E.164 of
 * the company's country. A SIM that was never in a device has no IMEI yet.
 * @param serial number of the company among all, so that no two SIMs of the demo data are the same
 * @param size how many SIMs, below 1000
 */
export function fleetOf(company: Company, customerId: string, serial: number, size: number): Subscriber[] {
  const place = placeOf(company)
  const random = randomFor(`${company.name}: fleet`)
  const callingCode = place.mobile.slice(1, 3).padEnd(3, '0')
  return Array.from({ length: size }, (_, index) => {
    const number = String(serial).padStart(3, '0') + String(index).padStart(5, '0')
    return {
      id: idFor(`${company.name}: SIM ${index}`),
      customerId,
      status: random.chance(8) ? 'SUSPEND' : 'ACTIVE',
      iccid: withCheckDigit(`89${callingCode}01${random.fill('####')}${number}`),
      imsi: `${place.mcc}01${random.fill('##')}${number}`,
      msisdn: random.fill(place.mobile).slice(0, -5) + String(serial * 1000 + index).padStart(5, '0'),
      imei: random.chance(92) ? withCheckDigit(random.pick(allocationCodes) + random.fill('######')) : null,
    }
  })
}
