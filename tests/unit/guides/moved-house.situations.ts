// Concrete people and what should become of them. A reviewer wrote who they are and where they
// should end from the procedures' sources before drawing the chart; `answers` and `says` were
// fitted to its wording afterwards. `says` must stand in the Markdown of the outcome; {{id}} is a fact.
import type { Situation } from './locked-pin.situations.ts';

const WITHIN = { change: 'same-municipality' } as const;
const OTHER = { change: 'other-municipality' } as const;
const MOVED_IN = { ...OTHER, 'other-notice': 'in-done' } as const;
const NAME = { change: 'name' } as const;

export const SITUATIONS: readonly Situation[] = [
  {
    title: 'moves within the city next week and has not filed the tax return yet',
    answers: { ...WITHIN, 'within-notice': 'not-yet', 'within-sign-soon': 'yes' },
    outcome: 'use-first',
    says: [
      '届出の前に済ませて',
      '{{move-notice-deadline}}以内',
      '{{move-certificate-fee}}の市区町村が多い',
    ],
  },
  {
    title: 'moved within the city last week, goes herself, nothing urgent',
    answers: {
      ...WITHIN,
      'within-notice': 'not-yet',
      'within-sign-soon': 'no',
      'within-who': 'own',
    },
    outcome: 'within',
    says: [
      '住み始めてから{{move-notice-deadline}}以内',
      '家族みんなのカード',
      '署名用電子証明書も新しく発行',
      '住民票のある市区町村の窓口',
      '{{move-certificate-fee}}の市区町村が多い',
      '{{national-stop}}',
    ],
  },
  {
    title: 'changed the address and the card last year; e-Tax now says revoked',
    answers: { ...WITHIN, 'within-notice': 'all-done' },
    outcome: 'new-signature',
    says: [
      '数字4桁で使うもの',
      '住民票のある市区町村の窓口',
      '{{move-certificate-fee}}の市区町村が多い',
      '締め切りはありません',
      '次の日から',
    ],
  },
  {
    title: 'moves to another city next month and wants to do it all on the phone',
    answers: { ...OTHER, 'other-notice': 'none', 'other-sign-soon': 'no' },
    outcome: 'move-out',
    says: [
      '転入届は、窓口へ行って出します',
      'コンビニで証明書は取れません',
      '{{online-move-out-until}}以内',
      '{{move-notice-deadline}}以内',
      '{{move-in-by-planned-day}}以内',
      '「完了」になったこと',
    ],
  },
  {
    title: 'moved to another city five days ago, move-out notice done, has the card',
    answers: { ...OTHER, 'other-notice': 'out-only', 'move-in-days': 'yes', 'other-who': 'own' },
    outcome: 'move-in',
    says: [
      '新しい市区町村の窓口',
      'カードの継続利用',
      '住民基本台帳用',
      '{{continued-use-deadline}}以内',
      '{{move-certificate-fee}}の市区町村が多い',
    ],
  },
  {
    title: 'marries and moves to the other city with a new family name: one visit',
    answers: { ...OTHER, 'other-notice': 'out-only', 'move-in-days': 'yes', 'other-who': 'own' },
    outcome: 'move-in',
    says: ['氏名も変わった'],
  },
  {
    title: 'moved two months ago and has still not notified the new city',
    answers: { ...OTHER, 'other-notice': 'out-only', 'move-in-days': 'no' },
    outcome: 'move-in-late',
    says: ['カードが失効すると案内', '{{reissue-fee}}', '{{reissue-time}}', '新しい市区町村の窓口'],
  },
  {
    title: 'gave the move-in notice fifty days ago without the card',
    answers: { ...MOVED_IN, 'card-continued': 'no', 'continued-days': 'yes' },
    outcome: 'continue-card',
    says: [
      '転入届を出した日から{{continued-use-deadline}}以内',
      '住み始めた日からではありません',
      '{{reissue-fee}}',
      '同じ世帯の家族もできます',
    ],
  },
  {
    title: 'gave the move-in notice a hundred days ago without the card',
    answers: { ...MOVED_IN, 'card-continued': 'no', 'continued-days': 'no' },
    outcome: 'card-lapsed',
    says: [
      '{{reissue-fee}}',
      '{{reissue-card-fee}}',
      '{{reissue-time}}',
      '住民票のある市区町村の窓口',
      '資格確認書',
    ],
  },
  {
    title: 'does not remember when the move-in notice was',
    answers: { ...MOVED_IN, 'card-continued': 'no', 'continued-days': 'unknown' },
    outcome: 'find-notice',
    says: ['追記欄', '{{continued-use-deadline}}以内', '市区町村に電話をして'],
  },
  {
    title: 'continued the card at the move-in, wants to contract online now',
    answers: { ...MOVED_IN, 'card-continued': 'yes' },
    outcome: 'new-signature',
    says: ['署名用電子証明書を新しく発行してほしい', '英数字6〜16文字の暗証番号'],
  },
  {
    title: 'a wife takes her husband’s card along with the move-in notice',
    answers: {
      ...OTHER,
      'other-notice': 'out-only',
      'move-in-days': 'yes',
      'other-who': 'household',
    },
    outcome: 'household',
    says: [
      '封をした委任状',
      'その日に終わります',
      '照会書兼回答書',
      '{{move-certificate-fee}}の市区町村が多い',
    ],
  },
  {
    title: 'a daughter in another household goes for her father',
    answers: {
      ...WITHIN,
      'within-notice': 'notice-only',
      'within-who': 'proxy',
    },
    outcome: 'proxy',
    says: [
      '照会書兼回答書',
      'もう一度行きます',
      '{{move-notice-deadline}}以内',
      '中を見ないでください',
    ],
  },
  {
    title: 'a mother with the card of her eight-year-old',
    answers: {
      ...OTHER,
      'other-notice': 'out-only',
      'move-in-days': 'yes',
      'other-who': 'guardian',
    },
    outcome: 'guardian',
    says: ['ふつう入っていない', '戸籍謄本', '数字4桁の暗証番号', '{{continued-use-deadline}}以内'],
  },
  {
    title: 'a Japanese employee leaves for a post abroad next month',
    answers: { change: 'abroad', nationality: 'yes', 'abroad-when': 'before' },
    outcome: 'abroad-before',
    says: [
      '転出予定日の前の日まで',
      '署名用電子証明書も新しく発行',
      '住民票のある市区町村の窓口',
      '{{abroad-free-reissue-deadline}}以内',
      '{{lost-line-abroad}}',
    ],
  },
  {
    title: 'already lives abroad and never did anything about the card',
    answers: { change: 'abroad', nationality: 'yes', 'abroad-when': 'left' },
    outcome: 'abroad-left',
    says: [
      '{{abroad-card-since}}',
      '{{abroad-free-reissue-deadline}}以内',
      '大使館',
      '本籍のある市区町村',
    ],
  },
  {
    title: 'a student of another nationality goes home for good',
    answers: { change: 'abroad', nationality: 'no' },
    outcome: 'abroad-foreign',
    says: ['続けて使うことができません', '{{foreign-line}}', '転出届を出すとき'],
  },
  {
    title: 'comes back to Japan with a card marked 国外転出',
    answers: { change: 'from-abroad', 'back-card': 'yes' },
    outcome: 'back-continued',
    says: [
      '{{move-notice-deadline}}以内',
      '新しく住む市区町村の窓口',
      'パスポート',
      '確かめられませんでした',
    ],
  },
  {
    title: 'comes back to Japan, the old card was not continued',
    answers: { change: 'from-abroad', 'back-card': 'no' },
    outcome: 'back-reissue',
    says: [
      '{{abroad-reissue-fee}}',
      '{{reissue-fee}}',
      '{{reissue-time}}',
      '失効したマイナンバーカード',
    ],
  },
  {
    title: 'married, took a new family name, the registration is done',
    answers: { ...NAME, 'name-kind': 'changed', 'name-notice': 'notice-only', 'name-who': 'own' },
    outcome: 'name-card',
    says: [
      '住民票のある市区町村の窓口',
      '{{move-certificate-fee}}の市区町村が多い',
      '確かめられませんでした',
      '{{national-stop}}',
    ],
  },
  {
    title: 'the recorded sex was changed and the register has it',
    answers: { ...NAME, 'name-kind': 'changed', 'name-notice': 'notice-only', 'name-who': 'own' },
    outcome: 'name-card',
    says: ['氏名・性別・生年月日が変わると', '新しいカードに作り直すことがあります'],
  },
  {
    title: 'divorced but keeps name and address',
    answers: { ...NAME, 'name-kind': 'unchanged' },
    outcome: 'nothing-stops',
    says: ['失効しません', '手続はいりません'],
  },
  {
    title: 'wants the maiden name on the card and uses e-Tax',
    answers: { ...NAME, 'name-kind': 'former-name' },
    outcome: 'former-name',
    says: ['国の案内で確かめられませんでした', '手続の前に、窓口で', '使えなくなりますか'],
  },
  {
    title: 'marries in March and must file the tax return first',
    answers: { ...NAME, 'name-kind': 'changed', 'name-notice': 'not-yet', 'name-sign-soon': 'yes' },
    outcome: 'use-first',
    says: ['確定申告', '[氏名などの変更](/guides/moved-house/name-who/)'],
  },
  {
    title: 'an old man moved to a care home and does not know what that means',
    answers: { change: 'unknown' },
    outcome: 'find-change',
    says: ['施設に入る', '追記欄', '{{move-notice-deadline}}以内'],
  },
  {
    title: 'does not know who may go',
    answers: {
      ...OTHER,
      'other-notice': 'out-only',
      'move-in-days': 'yes',
      'other-who': 'unknown',
    },
    outcome: 'ask-counter',
    says: [
      'だれが窓口へ行くか',
      '{{move-notice-deadline}}以内',
      '{{move-certificate-fee}}の市区町村が多い',
    ],
  },
];
