/**
 * Active codes of ISO 4217 (list one) without the test code, "no currency" and the metals. BGN left the list when Bulgaria took the euro
 * on 2026-01-01; ANG gave way to XCG and ZWL to ZWG.
 */
export const currencies: readonly string[] =
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO
NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XBA XBB XBC XBD XCD XCG XDR XOF XPF XSU XUA YER ZAR
ZMW ZWG`.split(/\s/)

const active = new Set(currencies)

/** Whether `code` (upper case) is an active ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return active.has(code)
}
