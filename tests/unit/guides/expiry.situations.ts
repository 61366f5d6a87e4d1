// Concrete people and what should become of them. A reviewer wrote who they are and where they
// should end from the procedures' sources before drawing the chart; `answers` and `says` were
// fitted to its wording afterwards. `says` must stand in the Markdown of the outcome; {{id}} is a fact.
import type { Situation } from './locked-pin.situations.ts';

const NOTICE = { status: 'notice' } as const;
const CERTIFICATE = { ...NOTICE, which: 'certificate' } as const;
const PAST = { status: 'past', 'past-which': 'certificate' } as const;
const STAY = { status: 'stay' } as const;

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'a caller offers to renew for her and asks for the PIN',
    answers: { status: 'offer' },
    outcome: 'do-not-hand-over',
    says: ['電話を切ります', '{{lost-line}}', '{{renewal-fee}}', '/guides/stop-using/'],
  },
  {
    title: 'the notice for the certificates came, she goes herself',
    answers: { ...CERTIFICATE, who: 'own' },
    outcome: 'renew-certificate',
    says: [
      '{{renewal-window}}前の、次の日から',
      '住民票のある市区町村の窓口',
      '郵便局',
      '手数料: {{renewal-fee}}',
      'その日に終わります',
      '{{national-stop}}',
      'e-Taxは次の日から',
    ],
  },
  {
    title: 'lost the notice, the date is six weeks away',
    answers: { status: 'near', 'near-when': 'within', which: 'certificate', who: 'own' },
    outcome: 'renew-certificate',
    says: ['通知書がなくても更新できます', '有効期限通知書（あれば）'],
  },
  {
    title: 'forgot all PINs and the notice came',
    answers: { ...CERTIFICATE, who: 'own' },
    outcome: 'renew-certificate',
    says: ['忘れた人は、窓口で決め直せます'],
  },
  {
    title: 'the card of 2016 reaches its tenth birthday',
    answers: { ...NOTICE, which: 'card' },
    outcome: 'renew-card',
    says: [
      '交付申請書',
      '手数料: {{renewal-fee}}',
      '{{card-renewal-time}}',
      '{{reissue-fee}}',
      'いまのカードを持って',
    ],
  },
  {
    title: 'a daughter renews for her mother in hospital and has the sealed letter',
    answers: { ...CERTIFICATE, who: 'proxy', 'proxy-letter': 'yes' },
    outcome: 'proxy-with-letter',
    says: [
      '照会書兼回答書',
      '封を開けたり',
      '電子証明書の期限の日',
      '手数料: {{renewal-fee}}',
      'その日に終わります',
      '顔写真つき',
    ],
  },
  {
    title: 'a son renews for his father, the letter is lost',
    answers: { ...CERTIFICATE, who: 'proxy', 'proxy-letter': 'no' },
    outcome: 'proxy-without-letter',
    says: ['本人あてに', '市区町村に電話', '電子証明書の期限の日', '{{renewal-fee}}'],
  },
  {
    title: 'a mother with the card of her ten-year-old',
    answers: { ...CERTIFICATE, who: 'guardian' },
    outcome: 'renew-guardian',
    says: ['法定代理人', '{{renewal-fee}}', '戸籍', '{{card-years-minor}}'],
  },
  {
    title: 'the date is eight months away and he would like to be early',
    answers: { status: 'near', 'near-when': 'far' },
    outcome: 'wait',
    says: [
      '{{renewal-window}}前の、次の日',
      '1月2日',
      '{{notice-before}}前',
      '/guides/moved-house/',
    ],
  },
  {
    title: 'the certificate ended last month, wants to file the tax return',
    answers: { ...PAST, 'past-need': 'use-again', 'past-who': 'own' },
    outcome: 'reissue-certificate',
    says: [
      '{{expired-issue-fee}}',
      '住民票のある市区町村の窓口',
      'e-Taxは次の日から',
      '登録し直す',
      '締め切りはありません',
    ],
  },
  {
    title: 'the certificate ended and the old letter is all the daughter has',
    answers: { ...PAST, 'past-need': 'use-again', 'past-who': 'proxy' },
    outcome: 'past-proxy',
    says: ['期限が過ぎると使えません', '市区町村に電話', '{{expired-issue-fee}}'],
  },
  {
    title: 'the certificate ended last week and he sees the doctor tomorrow',
    answers: { ...PAST, 'past-need': 'hospital', 'grace-days': 'within' },
    outcome: 'insurance-grace',
    says: ['月末から{{insurance-grace}}後の月末まで', '診療や薬の情報', '{{expired-issue-fee}}'],
  },
  {
    title: 'the certificate ended half a year ago and the clinic refuses the card',
    answers: { ...PAST, 'past-need': 'hospital', 'grace-days': 'over' },
    outcome: 'insurance-after',
    says: [
      '資格確認書',
      '加入している健康保険',
      '自動で届く所と、申請がいる所',
      '{{expired-issue-fee}}',
    ],
  },
  {
    title: 'uses nothing online and asks whether renewing is a duty',
    answers: { ...PAST, 'past-need': 'not-needed' },
    outcome: 'leave-it',
    says: [
      '義務ではありません',
      '身分証',
      '{{insurance-grace}}後の月末まで',
      '{{expired-issue-fee}}',
    ],
  },
  {
    title: 'the card itself ended in spring',
    answers: { status: 'past', 'past-which': 'card' },
    outcome: 'past-card',
    says: [
      '身分証としても電子証明書としても使えません',
      '{{expired-card-fee}}',
      '{{reissue-fee}}',
      '{{card-renewal-time}}',
      '資格確認書',
    ],
  },
  {
    title: 'carries the driving licence on a card that ended',
    answers: { status: 'past', 'past-which': 'card' },
    outcome: 'past-card',
    says: ['免許の効力は変わらない'],
  },
  {
    title: 'has a new residence card, the My Number Card ends next week',
    answers: { ...STAY, 'stay-status': 'new-card' },
    outcome: 'stay-extend',
    says: [
      '自動でのびません',
      '期限の日まで',
      '住民票のある市区町村の窓口',
      '{{stay-expired-fee}}',
      '{{foreign-line}}',
    ],
  },
  {
    title: 'the extension of stay is under way and the card ends in ten days',
    answers: { ...STAY, 'stay-status': 'applying' },
    outcome: 'stay-special',
    says: [
      '{{stay-special-period}}のばせます',
      'もう一度のばすことはできません',
      '期限の日まで',
      '在留カードの裏の印',
    ],
  },
  {
    title: 'the stay was extended but the card ended unnoticed',
    answers: { ...STAY, 'stay-status': 'expired' },
    outcome: 'stay-expired',
    says: ['手数料: {{stay-expired-fee}}', '{{reissue-time}}', '在留カード'],
  },
  {
    title: 'a permanent resident got the notice',
    answers: { ...STAY, 'stay-status': 'no-limit' },
    outcome: 'stay-none',
    says: ['日本国籍の人と同じ', '{{renewal-fee}}'],
  },
  {
    title: 'has not applied for an extension of stay yet',
    answers: { ...STAY, 'stay-status': 'not-yet' },
    outcome: 'stay-check',
    says: ['在留期間の満了日まで', '知らせは届きません', '出入国在留管理庁'],
  },
  {
    title: 'the line for the certificate’s date on the card is blank',
    answers: { status: 'unknown' },
    outcome: 'find-date',
    says: [
      '空いていることがあります',
      'カードを持って',
      'マイナポータル',
      '/faq/view-my-certificate/',
    ],
  },
  {
    title: 'a neighbour helps and does not know who may go',
    answers: { ...CERTIFICATE, who: 'unknown' },
    outcome: 'ask-counter',
    says: ['市区町村に電話をして', '{{renewal-fee}}', '{{expired-issue-fee}}'],
  },
];
