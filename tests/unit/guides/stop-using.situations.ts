// Concrete people and what should become of them, written from the sources
// before the chart was drawn; `answers` and `says` were fitted to the guide's wording afterwards.
// `says` must stand in the Markdown of the outcome; {{id}} is a fact.
export interface Situation {
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly says: readonly string[];
}

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'a man on the phone offered to renew the card; nothing was given: hang up',
    answers: { reason: 'stranger', 'gave-what': 'nothing' },
    outcome: 'hang-up',
    says: ['電話を切', '{{renewal-fee}}', '{{consumer-line}}', '窓口'],
  },
  {
    title: 'told the caller the four digits, the card is still at home',
    answers: { reason: 'stranger', 'gave-what': 'told' },
    outcome: 'told-secret',
    says: ['{{lost-line}}', '{{police-advice-line}}', '暗証番号を変え', '窓口'],
  },
  {
    title: 'handed card and PIN to a visitor: stop by phone, police, counter',
    answers: { reason: 'stranger', 'gave-what': 'card' },
    outcome: 'gave-card',
    says: ['{{lost-line}}', '警察', '受理番号', '必ず', '{{reissue-fee}}'],
  },
  {
    title: 'mother has dementia and cannot say what the visitor took',
    answers: { reason: 'stranger', 'gave-what': 'unknown' },
    outcome: 'gave-card',
    says: ['{{lost-line}}', '成年後見人'],
  },
  {
    title: 'somebody seems to have used the certificate; the card is at hand',
    answers: { reason: 'misuse', 'card-at-hand': 'yes' },
    outcome: 'misuse',
    says: ['{{lost-line}}', 'オンラインではなく', '失効の届出', '{{national-stop}}'],
  },
  {
    title: 'suspects misuse and cannot find the card',
    answers: { reason: 'misuse', 'card-at-hand': 'no' },
    outcome: 'go-to-lost',
    says: ['{{lost-line}}', '/guides/lost-card/'],
  },
  {
    title: 'father died, the death notice is in: nothing to file, keep the card a while',
    answers: { reason: 'died', 'death-notice': 'yes' },
    outcome: 'died-notified',
    says: ['自動的に', '保険金', '返す義務はない', '見つからな'],
  },
  {
    title: 'mother died yesterday, somebody wants to use her card at the copier',
    answers: { reason: 'died', 'death-notice': 'no' },
    outcome: 'died-not-yet',
    says: ['死亡届', '暗証番号'],
  },
  {
    title: 'does not use e-Tax any more, has a reader and knows the PIN: online',
    answers: { reason: 'functions', 'stop-what': 'signature', 'can-read': 'yes' },
    outcome: 'stop-online',
    says: ['利用者クライアントソフト', '元に戻せません', '窓口'],
  },
  {
    title: 'wants both certificates gone, no reader, not used at the hospital: counter',
    answers: {
      reason: 'functions',
      'stop-what': 'user-auth',
      'used-at-hospital': 'no',
      'can-read': 'no',
    },
    outcome: 'stop-counter',
    says: ['失効', '住民票のある市区町村の窓口', '{{national-stop}}', '暗証番号はいらないとする市'],
  },
  {
    title: 'wants all certificates gone but shows the card at the hospital each week',
    answers: { reason: 'functions', 'stop-what': 'user-auth', 'used-at-hospital': 'yes' },
    outcome: 'insurance-first',
    says: ['資格確認書', '加入している健康保険'],
  },
  {
    title: 'only wants the health insurance off the card',
    answers: { reason: 'functions', 'stop-what': 'insurance' },
    outcome: 'stop-insurance',
    says: ['利用登録の解除', '加入している健康保険', '資格確認書'],
  },
  {
    title: 'just never uses the certificates: no errand needed',
    answers: { reason: 'functions', 'stop-what': 'just-unused' },
    outcome: 'leave-unused',
    says: ['更新しなくても', '身分証', '{{expired-issue-fee}}', '{{insurance-grace}}'],
  },
  {
    title: 'wants to give the card back for good',
    answers: { reason: 'return', 'why-return': 'unwanted' },
    outcome: 'return-card',
    says: ['元に戻せません', '{{reissue-fee}}', '{{reissue-card-fee}}', '委任状', '資格確認書'],
  },
  {
    title: 'still has the old card after the new one came',
    answers: { reason: 'return', 'why-return': 'old-card' },
    outcome: 'return-old-card',
    says: ['返', '市区町村の窓口'],
  },
  {
    title: 'moves abroad and thinks the card must be returned',
    answers: { reason: 'return', 'why-return': 'abroad' },
    outcome: 'go-to-moving',
    says: ['/guides/moved-house/', '前日まで'],
  },
  {
    title: 'sells the Android phone that holds the certificates',
    answers: { reason: 'phone' },
    outcome: 'give-up-phone',
    says: ['マイナポータルアプリ', '初期化しただけでは', '売る', '{{lost-line}}'],
  },
  {
    title: 'only says 「こわいからやめたい」 and knows nothing more',
    answers: { reason: 'unknown' },
    outcome: 'ask-first',
    says: ['{{general-line}}', '元に戻せません'],
  },
];
