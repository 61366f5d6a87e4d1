// Concrete people whose card is refused and what should become of them. Who they are and where they
// should end was written from the procedures' sources before the guide was drawn; `answers` and
// `says` were fitted to it afterwards. `says` must stand in the Markdown of the outcome; {{id}} is a
// fact.
import type { Situation } from './locked-pin.situations.ts';

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'client software says 「パスワードの確認に失敗しました」 and she is about to try again',
    answers: { message: 'wrong-pin' },
    outcome: 'wrong-pin',
    says: [
      '{{user-auth-tries}}',
      '{{signature-tries}}',
      '/guides/locked-pin/check-before-retry/',
      '失効でも故障でもありません',
    ],
  },
  {
    title: 'Myna Portal says the card is locked',
    answers: { message: 'locked' },
    outcome: 'go-to-locked-pin',
    says: ['待っても解けません', '/guides/locked-pin/whose-card/', '{{store-reset-fee}}'],
  },
  {
    title: 'e-Tax says revoked; he moved to the next town last month',
    answers: { message: 'revoked', 'recent-change': 'moved' },
    outcome: 'go-to-moved-house',
    says: ['/guides/moved-house/', '署名用', '{{move-certificate-fee}}', '数字4桁'],
  },
  {
    title: 'married in spring, the application with the long PIN says 「有効ではありません」',
    answers: { message: 'revoked', 'recent-change': 'moved' },
    outcome: 'go-to-moved-house',
    says: ['氏名', '届出', '住民票のある市区町村の窓口'],
  },
  {
    title: 'a foreign resident extended her stay, but the card ended with the old date',
    answers: { message: 'revoked', 'recent-change': 'expired' },
    outcome: 'go-to-expiry',
    says: ['在留期間', '/guides/expiry/'],
  },
  {
    title: 'the five years of the certificate are over, the card itself still runs',
    answers: { message: 'expired' },
    outcome: 'go-to-expiry',
    says: ['{{expired-issue-fee}}', '/guides/expiry/', '住民票のある市区町村の窓口'],
  },
  {
    title: 'renewed at the counter this morning, e-Tax still refuses in the evening',
    answers: { message: 'revoked', 'recent-change': 'just-issued' },
    outcome: 'just-issued',
    says: ['次の日', 'e-Tax', '登録し直す'],
  },
  {
    title: 'had the card stopped by phone, found it, and the copier refuses it',
    answers: { message: 'other', place: 'store', 'store-cause': 'suspended' },
    outcome: 'go-to-lost-card',
    says: ['電話では解除できない', '/guides/lost-card/', '住民票のある市区町村の窓口'],
  },
  {
    title: 'gave up the certificates two years ago and wants to file by e-Tax now',
    answers: { message: 'revoked', 'recent-change': 'own-request' },
    outcome: 'new-certificate',
    says: ['元に戻すことはできません', '住民票のある市区町村の窓口', '窓口で確かめてください'],
  },
  {
    title: 'revoked, knows of no change, and the date written on the card is still ahead',
    answers: { message: 'revoked', 'recent-change': 'unknown', 'written-date': 'future' },
    outcome: 'check-validity',
    says: ['有効性を確認', '{{national-stop}}', '期限が先でも'],
  },
  {
    title: 'revoked, and the box on the card is blank',
    answers: { message: 'revoked', 'recent-change': 'unknown', 'written-date': 'unknown' },
    outcome: 'check-validity',
    says: ['空欄', '住民票のある市区町村の窓口'],
  },
  {
    title: 'the card snapped in a back pocket; wants one soon',
    answers: { message: 'not-read', 'card-look': 'damaged' },
    outcome: 'broken-card',
    says: [
      '{{reissue-fee}}',
      '{{reissue-time}}',
      '{{reissue-express-fee}}',
      '{{reissue-express-time}}',
      '{{reissue-express-deadline}}以内',
      '失効の届出',
      '住民票のある市区町村の窓口',
    ],
  },
  {
    title: 'the card looks fine, but neither the phone nor the copier nor the hospital reads it',
    answers: { message: 'not-read', 'card-look': 'fine', 'not-read-place': 'everywhere' },
    outcome: 'broken-chip',
    says: ['ICチップ', '{{reissue-fee}}', '{{reissue-express-deadline}}以内', '静電気'],
  },
  {
    title: 'has the licence on the broken card',
    answers: { message: 'not-read', 'card-look': 'damaged' },
    outcome: 'broken-card',
    says: ['免許'],
  },
  {
    title: 'holds the card to the phone in its case on a steel desk; nothing happens',
    answers: { message: 'not-read', 'card-look': 'fine', 'not-read-place': 'phone' },
    outcome: 'phone-checks',
    says: ['カバー', '金属', '充電', 'NFC', '機内モード'],
  },
  {
    title: 'bought a card reader for e-Tax and the computer does not see the card',
    answers: { message: 'not-read', 'card-look': 'fine', 'not-read-place': 'computer' },
    outcome: 'reader-checks',
    says: ['利用者クライアントソフト', '対応', '差し直'],
  },
  {
    title: 'the copier cannot read the card; moved out on paper, not yet in',
    answers: {
      message: 'not-read',
      'card-look': 'fine',
      'not-read-place': 'store',
      'store-cause': 'moved',
    },
    outcome: 'go-to-moved-house',
    says: ['転入届がすむまで', 'コンビニ'],
  },
  {
    title: 'the copier says this card cannot be used, knows of no reason',
    answers: { message: 'other', place: 'store', 'store-cause': 'none' },
    outcome: 'store-checks',
    says: ['置き方', '店の人', '期限', '別の日'],
  },
  {
    title: 'mistyped the four digits at the copier twice and then it stopped',
    answers: { message: 'other', place: 'store', 'store-cause': 'wrong-tries' },
    outcome: 'go-to-locked-pin',
    says: ['/guides/locked-pin/'],
  },
  {
    title: 'the reader at the hospital does not read the card, she has to see the doctor today',
    answers: { message: 'not-read', 'card-look': 'fine', 'not-read-place': 'hospital' },
    outcome: 'hospital-today',
    says: ['受付', '資格情報のお知らせ', 'マイナポータル', '被保険者資格申立書'],
  },
  {
    title: 'the camera at the hospital does not know his face, and he forgot the four digits',
    answers: { message: 'unknown', place: 'hospital', 'hospital-cause': 'face-or-pin' },
    outcome: 'hospital-face',
    says: ['目で見て', '顔認証'],
  },
  {
    title: 'the hospital screen says the certificate has ended; last month was the birthday',
    answers: { message: 'other', place: 'hospital', 'hospital-cause': 'expired' },
    outcome: 'hospital-expired',
    says: ['{{insurance-grace}}', '資格確認書', '{{expired-issue-fee}}'],
  },
  {
    title: 'changed jobs; the hospital finds no insurance for the card',
    answers: { message: 'other', place: 'hospital', 'hospital-cause': 'no-insurance' },
    outcome: 'hospital-insurance',
    says: ['加入している健康保険', '被保険者資格申立書'],
  },
  {
    title: 'a card with 「顔認証」 on it is refused at Myna Portal',
    answers: { message: 'other', place: 'face-card' },
    outcome: 'go-to-face-card',
    says: ['/guides/locked-pin/face-card/', 'マイナポータル'],
  },
  {
    title: 'renewed the card’s certificate; the certificate in the phone is refused',
    answers: { message: 'other', place: 'phone-certificate' },
    outcome: 'phone-certificate',
    says: ['申し込み直', 'マイナポータルアプリ', 'カード'],
  },
  {
    title: 'Myna Portal stops after the card was read and the PIN was taken; moved in summer',
    answers: {
      message: 'unknown',
      place: 'phone',
      'phone-step': 'after',
      'recent-change': 'moved',
    },
    outcome: 'go-to-moved-house',
    says: ['/guides/moved-house/'],
  },
  {
    title: 'client software shows 失効 on the validity page, never moved, date on card is past',
    answers: {
      message: 'other',
      place: 'computer',
      'computer-step': 'after',
      'recent-change': 'unknown',
      'written-date': 'past',
    },
    outcome: 'go-to-expiry',
    says: ['{{expired-issue-fee}}'],
  },
  {
    title: 'somebody told her the card does not work; she knows neither the words nor where',
    answers: { message: 'unknown', place: 'unknown' },
    outcome: 'try-elsewhere',
    says: ['ほかの所', '住民票のある市区町村の窓口', '暗証番号を入れ'],
  },
];
