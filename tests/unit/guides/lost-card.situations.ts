// Concrete people and what should become of them, written from the sources
// before the chart was drawn; `answers` and `says` were fitted to the guide's wording afterwards.
// `says` must stand in the Markdown of the outcome; {{id}} is a fact.
export interface Situation {
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly says: readonly string[];
}

const HOME = { called: 'yes', 'what-happened': 'home' } as const;
const REPORTED = {
  called: 'yes',
  'what-happened': 'outside',
  'police-number': 'yes',
} as const;

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'lost the purse at midnight and has called nobody: the 24-hour line before all else',
    answers: { called: 'no' },
    outcome: 'call-now',
    says: [
      '{{lost-line}}',
      '{{lost-line-paid}}',
      '{{lost-line-ip}}',
      '{{foreign-line}}',
      '{{lost-line-abroad}}',
      'スマホも止めたい',
      '電話では元に戻せません',
    ],
  },
  {
    title: 'a son who does not know whether his mother has called: call again',
    answers: { called: 'unknown' },
    outcome: 'call-now',
    says: ['もう一度電話', '確かめられませんでした'],
  },
  {
    title: 'cannot hear and cannot telephone',
    answers: { called: 'no' },
    outcome: 'call-now',
    says: ['{{lost-fax}}', '返信を受けるFAX番号'],
  },
  {
    title: 'lost it somewhere at home, called, wants a new card, no hurry: no police, 1,000 yen',
    answers: { ...HOME, who: 'own', hurry: 'normal' },
    outcome: 'reissue-standard',
    says: [
      '{{reissue-fee}}',
      '{{reissue-card-fee}}',
      '{{reissue-time}}',
      '家の中でなくした人は、警察への届出はいりません',
      '住民票のある市区町村の窓口',
      '{{national-stop}}',
    ],
  },
  {
    title: 'the card was stolen, police gave a number, needs a card next week',
    answers: {
      called: 'yes',
      'what-happened': 'stolen',
      'police-number': 'yes',
      who: 'own',
      hurry: 'soon',
    },
    outcome: 'reissue-express',
    says: [
      '{{reissue-express-fee}}',
      '{{reissue-express-card-fee}}',
      '{{reissue-express-deadline}}以内',
      '{{reissue-express-time}}',
      '受理番号',
      '郵便で家に届きます',
      '代わりの人は申し込めません',
    ],
  },
  {
    title: 'dropped it in town and has not been to the police',
    answers: { called: 'yes', 'what-happened': 'outside', 'police-number': 'no' },
    outcome: 'police-first',
    says: ['遺失届', '受理番号', '/guides/lost-card/who/'],
  },
  {
    title: 'reported to the police but lost the number: ask where it was reported',
    answers: { called: 'yes', 'what-happened': 'outside', 'police-number': 'unknown' },
    outcome: 'police-first',
    says: ['届け出た警察署か交番に'],
  },
  {
    title: 'reported six weeks ago, so express issue is over',
    answers: { ...REPORTED, who: 'own', hurry: 'normal' },
    outcome: 'reissue-standard',
    says: ['{{reissue-express-deadline}}', '{{reissue-fee}}', '受理番号'],
  },
  {
    title: 'has no card now, an appointment at the hospital and a licence on the card',
    answers: { ...HOME, who: 'own', hurry: 'unknown' },
    outcome: 'reissue-standard',
    says: ['資格確認書', '免許の情報', '{{licence-record-fee}}'],
  },
  {
    title: 'wants to go on looking and needs no new card',
    answers: { ...HOME, who: 'own', hurry: 'no-card' },
    outcome: 'report-only',
    says: ['「廃止」まで届け出ると', '使えません'],
  },
  {
    title: 'the house burnt down, the fire station gave a certificate: free, or so many cities say',
    answers: { called: 'yes', 'what-happened': 'disaster', 'disaster-paper': 'yes' },
    outcome: 'reissue-disaster',
    says: ['罹災証明', '{{disaster-reissue-fee}}', '{{reissue-express-deadline}}', '窓口'],
  },
  {
    title: 'the flood took the card and there is no certificate yet: the city office',
    answers: { called: 'yes', 'what-happened': 'disaster', 'disaster-paper': 'no' },
    outcome: 'paper-first',
    says: ['消防署', '市区町村', '{{disaster-reissue-fee}}'],
  },
  {
    title: 'a father whose nine-year-old lost the card at school',
    answers: { ...REPORTED, who: 'guardian' },
    outcome: 'reissue-guardian',
    says: ['戸籍謄本', '{{reissue-fee}}', '{{reissue-express-fee}}', 'いっしょに'],
  },
  {
    title: 'a daughter whose bedridden mother lost the card at home',
    answers: { ...HOME, who: 'proxy' },
    outcome: 'reissue-proxy',
    says: ['委任状', '特急発行は申し込めません', '入院', '{{reissue-fee}}', '仕事がいそがしい'],
  },
  {
    title: 'a neighbour asks for an old couple and knows neither whose card it is nor who can go',
    answers: { ...HOME, who: 'unknown' },
    outcome: 'ask-counter',
    says: ['電話をして', '{{reissue-fee}}', '{{reissue-express-deadline}}以内'],
  },
  {
    title: 'knows neither where it was lost nor who has seen it',
    answers: { called: 'yes', 'what-happened': 'unknown', 'last-used': 'unknown' },
    outcome: 'ask-places',
    says: ['コンビニのコピー機', '警察署か交番'],
  },
  {
    title: 'used it last at the pharmacy, has the police number, goes in person, in a hurry',
    answers: {
      called: 'yes',
      'what-happened': 'unknown',
      'last-used': 'outside',
      'police-number': 'yes',
      who: 'own',
      hurry: 'soon',
    },
    outcome: 'reissue-express',
    says: ['{{reissue-express-deadline}}以内', '住民票のある市区町村の窓口'],
  },
  {
    title: 'only the phone with the certificates is lost, the card is at hand',
    answers: { called: 'yes', 'what-happened': 'phone' },
    outcome: 'phone-lost',
    says: ['{{lost-line}}', 'カードは', '/guides/lost-card/phone-found/'],
  },
  {
    title: 'the phone turned up: lifted in the app; the signature certificate is issued anew',
    answers: { called: 'found', 'found-when': 'phone' },
    outcome: 'phone-found',
    says: ['マイナポータルアプリ', 'もう一度', '署名用'],
  },
  {
    title: 'a tourist whose bag was stolen in Rome: +81 number, then home',
    answers: { called: 'yes', 'what-happened': 'abroad', 'living-abroad': 'no' },
    outcome: 'abroad-traveller',
    says: ['{{lost-line-abroad}}', '帰国', '住民票のある市区町村'],
  },
  {
    title: 'lives in Singapore, card marked 国外転出, lost it there',
    answers: { called: 'yes', 'what-happened': 'abroad', 'living-abroad': 'yes' },
    outcome: 'abroad-resident',
    says: ['{{lost-line-abroad}}', '大使館', '国外転出', '特急発行', '本籍地'],
  },
  {
    title: 'found it in a coat before ever calling',
    answers: { called: 'found', 'found-when': 'not-stopped' },
    outcome: 'found-not-stopped',
    says: ['手続はいりません'],
  },
  {
    title: 'suspended by phone, found it next day: not by phone, to the counter, both PINs',
    answers: { called: 'found', 'found-when': 'suspended' },
    outcome: 'found-suspended',
    says: [
      '電話では',
      '一時停止の解除',
      '電子証明書を新しく発行',
      '数字4桁',
      '英数字6〜16文字',
      '{{lift-suspension-fee}}',
      '{{national-stop}}',
      '照会書兼回答書',
    ],
  },
  {
    title: 'found it while the new card is being made',
    answers: { called: 'found', 'found-when': 'applied' },
    outcome: 'found-applied',
    says: ['取り下げ', '手数料は戻らない'],
  },
  {
    title: 'found it after filing the abolition: it stays dead, a new card costs the usual fee',
    answers: { called: 'found', 'found-when': 'abolished' },
    outcome: 'found-abolished',
    says: ['元に戻せません', '{{reissue-fee}}', '/guides/lost-card/hurry/'],
  },
  {
    title: 'found the old card behind the sofa with the new one in hand: return it',
    answers: { called: 'found', 'found-when': 'reissued' },
    outcome: 'found-old-card',
    says: ['返します', '市区町村の窓口', '委任状'],
  },
  {
    title: 'found it but does not remember what was filed',
    answers: { called: 'found', 'found-when': 'unknown' },
    outcome: 'found-unsure',
    says: ['窓口で', '顔写真つき'],
  },
];
