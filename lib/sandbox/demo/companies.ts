/** A customer of the demo data: its name, a word for its domain under .example, and the country whose details it gets. */
export type Company = {
  name: string
  domain: string
  country: string
  /** A person's or a household's account; else a business. */
  private?: true
}

/** `name | domain | country` a line, with a * after the country for a private one. */
function companies(text: string): Company[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', domain = '', place = ''] = line.split(' | ')
      return { name, domain, country: place.slice(0, 3), ...(place.endsWith('*') && { private: true as const }) }
    })
}

/** The one that has a few hundred SIMs. */
export const largestFleet = 'Nordlicht Spedition GmbH'

/** Sub-customers of Liberty Telecom, beside Liberty Wholesale. */
export const libertyCompanies = companies(`
Lakeshore Cold Chain LLC | lakeshore | USA
O'Neill & Sons "Fleet" <Telematics> | oneill-fleet | USA
Harbour Metering Ltd | harbour-metering | GBR
Siân Hughes | sianhughes | GBR*
Nordlicht Spedition GmbH | nordlicht | DEU
Großmann Prüftechnik KG | grossmann | DEU
Bureau d'études Œuvrard | oeuvrard | FRA
Énergie Comté SAS | energie-comte | FRA
Viñedos Núñez S.L. | nunez | ESP
Núria Ibáñez Peña | nuriaibanez | ESP*
Falcão Logística Lda. | falcao | PRT
Araújo Irrigação Inteligente | araujo | BRA
Guimarães & Filhos Rastreamento de Frotas e Equipamentos Agrícolas do Centro-Oeste Ltda. | guimaraes | BRA
Żółkiewski Windy Sp. z o.o. | zolkiewski | POL
Łódzkie Tramwaje Pomiarowe | lodz-tramwaje | POL
Dvořák Chytré Parkování s.r.o. | dvorak | CZE
Győri Kőműves és Társa Kft. | gyor | HUN
Ångström Elbilsladdning AB | angstrom | SWE
Þorsteinsdóttir Fiskeldi ehf. | fiskeldi | ISL
Ødegård Havbruk AS | odegard | NOR
Yıldırım Işık Otomasyon A.Ş. | yildirim | TUR
Ψαράς Ναυτιλιακή ΑΕ | psaras | GRC
Οικονόμου Μετρητές | oikonomou | GRC
Дніпро Агро Зв'язок | dnipro-agro | UKR
Ђокић Телематика д.о.о. | djokic | SRB
Щерева Транс ЕООД | shtereva | BGR
כהן מערכות מעלית בע"מ | cohen-lifts | ISR
שירה לוי | shiralevi | ISR*
المنصوري لأنظمة التتبع ش.ذ.م.م | mansoori | ARE
شركة النيل للعدادات الذكية 2030 | nile-meters | EGY
株式会社みどり通信 | midori | JPN
渡邉 陽子 | watanabe | JPN*
上海明志物联网有限公司 | mingzhi | CHN
張簡智慧農業股份有限公司 | zhangjian | TWN
남궁 스마트 물류 주식회사 | namgung | KOR
शर्मा स्मार्ट मीटर प्रा. लि. | sharma | IND
บริษัท ศรีสุข เทเลเมติกส์ จำกัด | srisuk | THA
გელაშვილის ღვინის მარანი | gelashvili | GEO
Ubuntu Vaccine Fridges (Pty) Ltd | ubuntu-fridges | ZAF
`)

export const concordCompanies = companies(`
Treviño Monitoreo de Cadena de Frío | trevino | MEX
Ximena Muñoz | ximena | MEX*
Whitfield School Buses Inc. | whitfield | USA
Bénard Ascenseurs | benard | FRA
Delta Vending Machines | delta-vending | GBR
`)

export const citadelCompanies = companies(`
Schäfer Sicherheitstechnik | schaefer | DEU
Zoë van der Merwe | zoe | ZAF*
Bråten Alarm AS | braaten | NOR
Κάστρο Συστήματα Ασφαλείας | kastro | GRC
`)

export const wholesaleCompanies = companies(`
Wholesale Fleet East | fleet-east | POL
`)
