// Concrete people and what should become of them. A reviewer wrote who they are and where they
// should end from the procedures' sources before reading the guide; `says` was fitted to its wording
// afterwards. `says` must stand in the Markdown of the outcome; {{id}} is a fact.
export interface Situation {
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly says: readonly string[];
}

const OWN = { problem: 'cannot-enter', 'whose-card': 'own' } as const;

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'forgot the signature PIN before tax day, knows the four digits, has a phone',
    answers: {
      ...OWN,
      'which-pin': 'signature',
      'know-four-digit': 'yes',
      'phone-signature': 'yes',
      'usable-signature': 'yes',
    },
    outcome: 'store-signature',
    says: [
      'JPKI暗証番号リセット',
      '{{stores-signature-only}}',
      '{{stores-both}}',
      '{{store-machine-hours}}',
      '{{store-reset-deadline}}',
      '{{store-reset-fee}}',
      '数字4桁の暗証番号',
      '代わりの人は手続できません',
    ],
  },
  {
    title: 'locked the four digits at the copier, still knows the signature PIN, has a phone',
    answers: {
      ...OWN,
      'which-pin': 'four-digit',
      'know-signature': 'yes',
      'phone-four-digit': 'yes',
      'usable-four-digit': 'yes',
    },
    outcome: 'store-four-digit',
    says: [
      'ローソンやファミリーマートでは、数字4桁は直せません',
      '{{stores-both}}',
      '{{store-machine-hours}}',
      '{{store-reset-deadline}}',
      '{{store-reset-fee}}',
      '英数字6〜16文字の暗証番号',
    ],
  },
  {
    title: 'stopped at e-Tax without knowing which PIN that is, knows the four digits',
    answers: {
      ...OWN,
      'which-pin': 'unknown',
      'find-which-pin': 'etax-or-contract',
      'know-four-digit': 'yes',
      'phone-signature': 'yes',
      'usable-signature': 'yes',
    },
    outcome: 'store-signature',
    says: ['{{store-reset-deadline}}', '{{store-reset-fee}}'],
  },
  {
    title: 'stopped at the hospital reader, has never known the signature PIN',
    answers: {
      ...OWN,
      'which-pin': 'unknown',
      'find-which-pin': 'store-or-login',
      'know-signature': 'no',
    },
    outcome: 'counter',
    says: ['住民票のある市区町村の窓口', '病院では', '{{national-stop}}'],
  },
  {
    title: 'locked both the signature PIN and the four digits',
    answers: { ...OWN, 'which-pin': 'both' },
    outcome: 'counter',
    says: [
      '住民票のある市区町村の窓口',
      '顔写真つき',
      '郵便やインターネットではできません',
      'その日に終わります',
      '{{national-stop}}',
      '全国共通の決まりは、公式の案内で確かめられませんでした',
    ],
  },
  {
    title: 'forgot both PINs and the certificate has expired too: one trip, told at the counter',
    answers: { ...OWN, 'which-pin': 'both' },
    outcome: 'counter',
    says: ['/guides/locked-pin/counter-new-certificate/'],
  },
  {
    title: 'forgot the signature PIN, knows the four digits, has no smartphone',
    answers: {
      ...OWN,
      'which-pin': 'signature',
      'know-four-digit': 'yes',
      'phone-signature': 'no',
    },
    outcome: 'counter',
    says: ['マイナンバーカード', '顔写真つき'],
  },
  {
    title: 'cannot tell whether the phone reads cards',
    answers: {
      ...OWN,
      'which-pin': 'four-digit',
      'know-signature': 'yes',
      'phone-four-digit': 'unknown',
    },
    outcome: 'counter',
    says: ['どれでも決め直せます'],
  },
  {
    title: 'is not sure of the other PIN and must not guess it',
    answers: { ...OWN, 'which-pin': 'signature', 'know-four-digit': 'unknown' },
    outcome: 'counter',
    says: ['暗証番号を試すのをやめます'],
  },
  {
    title: 'locked the PIN of the resident register while moving house',
    answers: { ...OWN, 'which-pin': 'office-four-digit' },
    outcome: 'counter-office-pin',
    says: [
      '{{resident-register-tries}}',
      'コンビニでは直せません',
      '住民票のある市区町村の窓口',
      '住民基本台帳用は窓口だけです',
      '{{national-stop}}',
    ],
  },
  {
    title: 'an app that fills in name and address refuses the four digits',
    answers: { ...OWN, 'which-pin': 'unknown', 'find-which-pin': 'office-or-autofill' },
    outcome: 'counter-office-pin',
    says: ['券面事項入力補助用は家でも変えられます', 'その日に終わります', '顔写真つき'],
  },
  {
    title: 'forgot the signature PIN and moved last month without a new certificate',
    answers: {
      ...OWN,
      'which-pin': 'signature',
      'know-four-digit': 'yes',
      'phone-signature': 'yes',
      'usable-signature': 'no',
    },
    outcome: 'counter-new-certificate',
    says: [
      '電子証明書を新しく発行してほしい',
      '{{move-certificate-fee}}の市区町村が多い',
      'インターネットやコンビニではできません',
      '{{national-stop}}',
    ],
  },
  {
    title: 'locked the four digits, knows the signature PIN, but the certificate has expired',
    answers: {
      ...OWN,
      'which-pin': 'four-digit',
      'know-signature': 'yes',
      'phone-four-digit': 'yes',
      'usable-four-digit': 'no',
    },
    outcome: 'counter-new-certificate',
    says: ['{{expired-issue-fee}}', '次の日から'],
  },
  {
    title: 'does not know whether the certificate is still valid',
    answers: {
      ...OWN,
      'which-pin': 'signature',
      'know-four-digit': 'yes',
      'phone-signature': 'yes',
      'usable-signature': 'unknown',
    },
    outcome: 'ask-counter',
    says: ['{{expired-issue-fee}}', '住民票のある市区町村の窓口', '顔写真つき'],
  },
  {
    title: 'a mother whose twelve-year-old locked the card in an app',
    answers: { problem: 'cannot-enter', 'whose-card': 'guardian' },
    outcome: 'counter-guardian',
    says: ['ロックではないことがあります', '戸籍謄本', '身分証2つ', 'コンビニではできません'],
  },
  {
    title: 'the guardian of an adult ward',
    answers: { problem: 'cannot-enter', 'whose-card': 'guardian' },
    outcome: 'counter-guardian',
    says: ['登記事項証明書', '{{national-stop}}'],
  },
  {
    title: 'a daughter who goes for her mother in hospital',
    answers: { problem: 'cannot-enter', 'whose-card': 'proxy' },
    outcome: 'counter-proxy',
    says: [
      '{{proxy-visits}}',
      '照会書兼回答書',
      '封をします',
      '市区町村に電話をします',
      '委任状',
      '同じ世帯の人なら一度でよいとする市もあります',
    ],
  },
  {
    title: 'has a card with 「顔認証」 printed on it and was asked for a PIN',
    answers: { ...OWN, 'which-pin': 'face-card' },
    outcome: 'face-card',
    says: ['{{face-card-fee}}', 'このカードのままでは使えません', '住民票のある市区町村の窓口'],
  },
  {
    title: 'looked at the card and found 「顔認証」 on it',
    answers: { ...OWN, 'which-pin': 'unknown', 'find-which-pin': 'no-pin-set' },
    outcome: 'face-card',
    says: ['「顔認証」と書いてあるか', '/guides/locked-pin/counter/'],
  },
  {
    title: 'e-Tax says the certificate is revoked after a marriage',
    answers: { problem: 'revoked-message', 'revoked-pin-known': 'yes' },
    outcome: 'not-a-pin-problem',
    says: [
      '署名用',
      '{{expired-issue-fee}}',
      '{{move-certificate-fee}}の市区町村が多い',
      '住民基本台帳用の数字4桁',
      '戻すことはできません',
    ],
  },
  {
    title: 'entered the four digits wrongly twice and wants to try once more',
    answers: { problem: 'wrong-message' },
    outcome: 'check-before-retry',
    says: [
      '{{user-auth-tries}}',
      '{{signature-tries}}',
      '日がたっても、まちがえた回数は元に戻りません',
      '一度だけ入れます',
    ],
  },
  {
    title: 'knows the PIN and wants another one because somebody saw it',
    answers: { problem: 'change-only', 'change-which': 'at-home' },
    outcome: 'change-pin',
    says: ['マイナポータルのアプリ', '利用者クライアントソフト', '窓口だけで変えられます'],
  },
  {
    title: 'does not remember what the screen said',
    answers: { problem: 'unknown', 'seen-words': 'unknown' },
    outcome: 'find-message',
    says: ['番号は入れません', '「失効」「有効ではありません」'],
  },
  {
    title: 'remembers 「残り0」, waited two days and hopes it has opened again',
    answers: { problem: 'unknown', 'seen-words': 'locked' },
    outcome: 'really-locked',
    says: ['待っても解けません', '/guides/locked-pin/whose-card/', '{{store-reset-fee}}'],
  },
  {
    title: 'the child’s app says locked although the card has no signature PIN',
    answers: { problem: 'unknown', 'seen-words': 'locked' },
    outcome: 'really-locked',
    says: ['15歳未満のカード', 'ロックではないことがあります'],
  },
  {
    title: 'is not sure whether it was wrong or locked; there were two tries left',
    answers: { problem: 'unknown', 'seen-words': 'wrong' },
    outcome: 'check-before-retry',
    says: ['ロックでも失効でもありません', '{{user-auth-tries}}', '{{signature-tries}}'],
  },
  {
    title: 'thought the PIN was wrong, but the screen spoke of revocation',
    answers: { problem: 'unknown', 'seen-words': 'revoked', 'revoked-pin-known': 'yes' },
    outcome: 'not-a-pin-problem',
    says: ['/guides/not-accepted/recent-change/', '住民票のある市区町村の窓口'],
  },
  {
    title: 'the phone never got as far as asking for the PIN',
    answers: { problem: 'unknown', 'seen-words': 'not-read' },
    outcome: 'go-to-not-accepted',
    says: ['/guides/not-accepted/card-look/', '暗証番号を決め直しても直りません'],
  },
  {
    title: 'locked the PIN of the certificate in an Android phone, has the card and its PIN',
    answers: {
      problem: 'phone-certificate',
      'phone-model': 'android',
      'phone-card-pin': 'yes',
    },
    outcome: 'phone-reset',
    says: ['マイナポータルアプリ', 'コンビニや窓口では直せません', 'カードの英数字6〜16文字'],
  },
  {
    title: 'forgot the PIN in the phone and the signature PIN of the card too',
    answers: { problem: 'phone-certificate', 'phone-model': 'android', 'phone-card-pin': 'no' },
    outcome: 'phone-card-first',
    says: [
      '/guides/locked-pin/whose-card/',
      '{{store-reset-fee}}',
      '/guides/locked-pin/phone-reset/',
    ],
  },
  {
    title: 'locked the PIN in the phone and cannot find the card',
    answers: {
      problem: 'phone-certificate',
      'phone-model': 'android',
      'phone-card-pin': 'card-lost',
    },
    outcome: 'go-to-lost-card',
    says: ['{{lost-line}}', '/guides/lost-card/'],
  },
  {
    title: 'left the phone with the certificate in a taxi',
    answers: { problem: 'phone-certificate', 'phone-model': 'lost' },
    outcome: 'go-to-lost-card',
    says: ['{{lost-line}}', '/contact/#lost'],
  },
  {
    title: 'the signature certificate is revoked since the move and the PIN is forgotten too',
    answers: { problem: 'revoked-message', 'revoked-pin-known': 'no' },
    outcome: 'counter-new-certificate',
    says: ['両方を伝えます', '{{move-certificate-fee}}', '住民票のある市区町村の窓口'],
  },
  {
    title: 'wants to change the four digits that the town hall asks for',
    answers: { problem: 'change-only', 'change-which': 'office' },
    outcome: 'counter-office-pin',
    says: ['券面事項入力補助用は家でも変えられます', '住民基本台帳用は窓口だけです'],
  },
  {
    title: 'wants to change the PIN but is not sure of the present one',
    answers: { problem: 'change-only', 'change-which': 'not-sure' },
    outcome: 'check-before-retry',
    says: ['一度だけ入れます', '/guides/locked-pin/whose-card/'],
  },
  {
    title: 'the PIN of the card in an iPhone is refused: what is not known is said so',
    answers: { problem: 'phone-certificate', 'phone-model': 'iphone' },
    outcome: 'phone-app-help',
    says: ['公式の案内を確かめられませんでした', '{{mynaportal-line}}'],
  },
  {
    title: 'does not know whether the phone holds a certificate at all',
    answers: { problem: 'phone-certificate', 'phone-model': 'unknown' },
    outcome: 'phone-app-help',
    says: ['聞かれているのは、カードの暗証番号です', '/guides/locked-pin/whose-card/'],
  },
  {
    title: 'helps a neighbour and knows neither the age nor who may go',
    answers: { problem: 'cannot-enter', 'whose-card': 'unknown' },
    outcome: 'ask-counter',
    says: ['市区町村に電話をして', 'だれのカードか', '{{national-stop}}'],
  },
];
