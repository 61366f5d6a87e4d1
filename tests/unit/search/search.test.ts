import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/guidance/search/fold.ts';
import { createSearch } from '../../../src/guidance/search/engine.ts';
import { joinIndex, splitIndex } from '../../../src/guidance/search/parts.ts';
import { indexOf } from '../../../src/guidance/search/making/index.ts';

const file = indexOf('ja', (path) => path);
const parts = splitIndex(file);
const search = createSearch(joinIndex(parts));
const pages = (query: string) => search.find(query).pages.map(({ entry }) => entry.id);
const terms = (query: string) => search.find(query).terms.map(({ entry }) => entry.id);
const facts = (query: string) => search.find(query).facts.map(({ entry }) => entry.id);
const everything = (query: string) => [...pages(query), ...terms(query), ...facts(query)];
const titled = file.entries.filter(({ kind }) => kind === 'faq' || kind === 'guide');

describe('searching the site', () => {
  it.each([
    ['暗証番号 忘れた', 'faq/forgot-password'],
    ['忘れた 暗証番号', 'faq/forgot-password'],
    ['あんしょうばんごう わすれた', 'faq/forgot-password'],
    ['anshoubangou wasureta', 'faq/forgot-password'],
    ['暗唱番号を忘れちゃったんですけど、どうすればいいですか', 'faq/forgot-password'],
    ['カードの暗証番号を変えたい', 'faq/change-password'],
    ['法人', 'faq/corporate-name'],
    ['期限切れ', 'guides/expiry'],
    ['パスワードの確認に失敗しました', 'faq/wrong-password-message'],
  ])('answers 「%s」 with %s first', (query, id) => {
    expect(pages(query)[0]).toBe(id);
  });

  it.each(['引越したらカードは', '引っ越し'])(
    'answers 「%s」 with the question and its guide',
    (query) => {
      expect(pages(query).slice(0, 2).sort()).toEqual([
        'faq/moved-or-married',
        'guides/moved-house',
      ]);
    },
  );

  it.each(['パスポート', '銀行の暗証番号を忘れた', 'カレーの作り方', 'ごみの日', ''])(
    'finds nothing for 「%s」 instead of something wrong',
    (query) => {
      expect(everything(query)).toEqual([]);
    },
  );

  it.each([
    ['子ども', 'guides/expiry'],
    ['赤ちゃん', 'guides/expiry'],
    ['iPhone', 'guides/not-accepted'],
    ['機種変更', 'guides/stop-using'],
  ])('offers 「%s」, one known word and nothing else, what it may mean here: %s', (query, id) => {
    expect(pages(query)).toContain(id);
  });

  it('asks less of one known word than of a sentence, or of a slip', () => {
    const least = (query: string) => search.find(query).leastOurs;
    expect(least('何時')).toBeLessThan(least('美術館は今日何時までですか'));
    expect(least('iphone')).toBeLessThan(least('iphoen'));
    expect(least('美術館は今日何時までですか')).toBe(least('子どものカードの期限'));
    expect(pages('美術館は今日何時までですか')).toEqual([]);
  });

  it.each(['印鑑登録', '学校', '家庭', '納税証明'])(
    'finds nothing for 「%s」, a known word that is not our matter',
    (query) => {
      expect(search.find(query).asked.words.map(({ word }) => word)).toEqual([expect.any(Number)]);
      expect(everything(query)).toEqual([]);
    },
  );

  it.each(['図書館のカードの更新', '車庫証明の申請', '鉢植えの暗証番号', 'library card expired'])(
    'refuses 「%s」: what stands before our word says whose it is',
    (query) => {
      expect(everything(query)).toEqual([]);
    },
  );

  it.each([
    'むすめの カードの 番号 わすれた',
    '銀行の帰りにマイナカードなくした',
    '鉢植えの横でマイナカードなくした',
  ])('answers 「%s」: other things in the story are not its subject', (query) => {
    expect(pages(query)).not.toEqual([]);
  });

  it('answers a number that somebody was told to call', () => {
    expect(facts('０１２０－９５－０１７８')).toContain('facts/general-line');
    expect(facts('188')).toEqual(['facts/consumer-line']);
    expect(facts('#9110')).toEqual(['facts/police-advice-line']);
    expect(everything('119')).toEqual([]);
    expect(everything('090-8642-9753')).toEqual([]);
    expect(pages('！？')).toEqual([]);
  });

  it('answers at once what a fee or a phone number is, and says who says so and when', () => {
    expect(facts('手数料')).toContain('facts/renewal-fee');
    expect(facts('電話番号')).toContain('facts/general-line');
    for (const { entry } of search.find('手数料').facts) {
      expect(entry.source).not.toBe('');
      expect(entry.checked).toMatch(/^\d{4}年\d+月\d+日$/);
    }
  });

  it('shows the outcomes of a guide under it, not beside it', () => {
    const [first] = search.find('火事でカードが燃えた').pages;
    expect(first?.entry.id).toBe('guides/lost-card');
    expect(first?.outcomes.map(({ id }) => id)).toContain('guides/lost-card/reissue-disaster');
    expect(search.find('火事でカードが燃えた').pages.map(({ entry }) => entry.kind)).not.toContain(
      'outcome',
    );
  });

  it('explains at once the words that somebody asks about', () => {
    expect(terms('照会書兼回答書とは')[0]).toBe('glossary/inquiry-letter');
    expect(terms('代替文字')).toEqual(['glossary/substitute-characters']);
    expect(terms('転居届と転入届どう違うの').sort()).toEqual([
      'glossary/move-in-notice',
      'glossary/move-within-notice',
    ]);
    for (const ask of ['の違いは何ですか', 'の違いって何', 'の違いとは']) {
      expect(terms(`廃止と一時停止${ask}`).sort()).toEqual([
        'glossary/abolish',
        'glossary/suspension',
      ]);
    }
  });

  it('offers both when there may be two numbers to tell apart, or one that was refused', () => {
    expect(pages('暗証番号 違い').slice(0, 3)).toEqual(
      expect.arrayContaining(['faq/wrong-password-message', 'faq/password-characters']),
    );
  });

  it('explains every word of the glossary to those who type it, or what is in its brackets', () => {
    const words = file.entries.filter(({ kind }) => kind === 'term');
    expect(words.length).toBeGreaterThan(40);
    for (const { id, title } of words) {
      for (const name of [title, ...title.split(/[（）]/u)].filter((part) => part !== '')) {
        expect(terms(name)).toContain(id);
      }
    }
  });

  it.each([
    ['再公布 手数量', '再交付 手数料'],
    ['電子照明書の更真', '電子証明書の更新'],
    ['利用者証名用 期現切れ', '利用者証明用 期限切れ'],
    ['粉室届 電話番合', '紛失届 電話番号'],
  ])('answers 「%s」, converted to wrong kanji of the same sound, as 「%s」', (typed, meant) => {
    expect(pages(meant)).not.toEqual([]);
    expect(everything(typed)).toEqual(everything(meant));
  });

  it.each([
    '暗証番号を忘れました',
    'マイナンバーカードをなくした',
    '引っ越しました',
    '結婚して名字が変わった',
    'コンビニで住民票が出せない',
    '病院で使えなかった',
    '父が亡くなりました',
    'カードの期限が切れていた',
    'e-Taxで送信できない',
    '窓口に行く時間がない',
    'forgot my pin',
    'I lost my card',
  ])('explains no word to those who tell what happened: 「%s」', (query) => {
    expect(pages(query)).not.toEqual([]);
    expect(terms(query)).toEqual([]);
  });

  it('explains hardly a word to many more who tell what happened', () => {
    const told = [
      '署名用の暗証番号がロックされた',
      'マイナポータルにログインできない',
      'カードリーダーが反応しない',
      'スマホで電子証明書が読み取れない',
      '顔認証カードだと断られた',
      '更新のお知らせが届かない',
      '照会書をなくしてしまった',
      '代理人が窓口に行けなくなった',
      '電子証明書が失効していると出た',
      '転入届を出し忘れた',
      '在留カードの期限が切れそうです',
      '財布ごとカードを盗まれた',
      'ICチップが壊れたみたい',
      'さっき更新したのに使えない',
      '暗証番号を3回間違えた',
      '子どものカードを落とした',
      '保険証として使えないと言われた',
      'えきに わすれて きた',
      'あんしょうばんごうが わからない',
      'ひっこしたら つかえなくなった',
      'locked my pin at the counter',
      'my card was stolen yesterday',
      'certificate expired last week',
      'the reader does not see my card',
      '母が施設にいて役所に行けない',
      '再発行を頼んだのに来ない',
      '一時停止を解除したい',
      'カードを作り直している途中です',
    ];
    const shareOf = (is: (query: string) => boolean) => told.filter(is).length / told.length;
    expect(shareOf((query) => pages(query).length > 0)).toBeGreaterThanOrEqual(0.95);
    // What is learned wavers a little with every phrase that is added: hence shares, of many.
    expect(shareOf((query) => terms(query).length > 0)).toBeLessThanOrEqual(0.1);
  });

  it.each([
    ['JPKIとは', 'faq/what-is-jpki'],
    ['代替文字', 'faq/substitute-characters'],
    ['失効とは', 'faq/restore-revoked'],
    ['更新', 'guides/expiry'],
  ])('puts the page that answers first for 「%s」 too: %s', (query, id) => {
    expect(pages(query)[0]).toBe(id);
  });

  it.each(['パスワード', '健康保険証', '国へ帰ります'])('does not refuse 「%s」', (query) => {
    expect(pages(query)).not.toEqual([]);
  });

  it('understands words that no editor wrote by their letters', () => {
    const { asked, pages: found } = search.find('あんしょばんごうおもいだせぬ');
    expect(asked.pieces.some(({ isKnown }) => !isKnown)).toBe(true);
    expect(found[0]?.entry.id).toBe('faq/forgot-password');
  });

  it('tells which words of a query spoke for a page', () => {
    const { asked } = search.find('暗証番号 忘れた');
    const [strongest] = search.reasons(asked, 'faq/forgot-password');
    expect(strongest?.feature).toBe(`#${file.names.indexOf('forgot')}`);
    expect(strongest?.weight).toBeGreaterThan(1);
  });

  it('finds every question by its own title', () => {
    for (const { id, title, kind } of titled) {
      if (kind === 'faq') expect(pages(title)[0]).toBe(id);
    }
  });
});

describe('the index', () => {
  it('comes out of its two files as it went in', () => {
    const sorted = (index: typeof file) => ({
      ...index,
      names: [],
      rare: [],
      words: index.words.map((forms) => [...forms].sort()),
      filler: [...index.filler].sort(),
      elsewhere: [...index.elsewhere].sort(),
    });
    const travelled = JSON.parse(JSON.stringify(splitIndex(file))) as typeof parts;
    expect(sorted(joinIndex(travelled))).toEqual(sorted(file));
  });

  it('is small enough for a slow line', () => {
    const packed = (part: unknown) => brotliCompressSync(JSON.stringify(part)).length;
    expect(packed(parts.core)).toBeLessThanOrEqual(30_000);
    expect(packed(parts.more)).toBeLessThanOrEqual(20_000);
  });
});

describe('any query', () => {
  const foldedTitles = file.entries.map(({ title }) => fold(title));
  const titlesHolding = (piece: string) =>
    foldedTitles.filter((title) => title.includes(piece)).length;
  /** Pieces that few titles hold: 「ですか」 cannot name one page. */
  const rare = titled.flatMap(({ id, title }) =>
    Array.from({ length: title.length - 1 }, (_, from) => from).flatMap((from) =>
      Array.from({ length: title.length - from - 1 }, (_, more) =>
        title.slice(from, from + more + 2),
      )
        .filter((piece) => fold(piece).length >= 2)
        .filter((piece) => titlesHolding(fold(piece)) <= 3)
        .map((piece) => ({ id, piece })),
    ),
  );

  it('finds a page by every piece of its title that is not in many others', () => {
    expect(rare.length).toBeGreaterThan(1000);
    const lost = rare.filter(({ id, piece }) => !pages(piece).slice(0, 5).includes(id));
    expect(lost).toEqual([]);
  });

  const asked = fc.constantFrom(
    ...titled.map(({ title }) => title),
    'カード なくした',
    'パスワード忘れた',
    'マイナポータル ログイン',
    'パスポート 更新',
    'ロック 3回',
    '代替文字',
    '手数料',
    'マイナンバー',
  );
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
  const shifted = (text: string, from: RegExp, by: number) =>
    text.replaceAll(from, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + by));

  it('gives the same answers whatever the width, kana and spacing', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.boolean()), (query, spaces) => {
        const spaced = Array.from(query, (c) => (spaces.next().value === true ? `${c} ` : c));
        const same = everything(query);
        expect(everything(wide(query))).toEqual(same);
        expect(everything(shifted(query, /[ァ-ヶ]/g, -0x60))).toEqual(same);
        expect(everything(shifted(query, /[ぁ-ゖ]/g, 0x60))).toEqual(same);
        // Latin words and numbers are what spaces do divide.
        if (!/[a-z0-9]{2}/i.test(query)) expect(everything(` ${spaced.join('')}　`)).toEqual(same);
      }),
      { numRuns: 100 },
    );
  });

  // Making such strings takes fast-check its time on a busy machine.
  it('never throws, whatever is typed', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        const { pages: found, terms: explained, facts: values, asked: read } = search.find(query);
        expect(found.length).toBeLessThanOrEqual(8);
        expect(explained.length).toBeLessThanOrEqual(2);
        expect(values.length).toBeLessThanOrEqual(3);
        for (const { entry } of found) search.marks(entry.title, read);
      }),
    );
  });

  it.each([
    ['emoji', '😀👨‍👩‍👧'.repeat(50)],
    ['ten thousand letters', '暗証番号'.repeat(2500)],
    ['ten thousand unknown letters', '驫鱻'.repeat(5000)],
    ['ten thousand Latin letters', 'anshoban'.repeat(1250)],
    ['regular expressions', '(.*)+?[\\'.repeat(1000)],
    ['right-to-left text', 'רמז كلمة '.repeat(100)],
    ['lone surrogates', '\uD800'.repeat(10_000)],
    ['combining marks', `か${'\u3099'.repeat(10_000)}`],
  ])('looks at no more than a question’s length of %s', (_, query) => {
    // Work is bounded by the letters looked at, which is what keeps any input within its time.
    expect(search.find(query).asked.text.length).toBeLessThanOrEqual(400);
  });

  it('marks in a title only what the query’s words matched', () => {
    const title = '暗証番号のロックを、自宅のパソコンで解けますか';
    const marks = (query: string) =>
      search.marks(title, search.find(query).asked).map(([from, to]) => title.slice(from, to));
    expect(marks('パスワード　PC')).toEqual(['暗証番号', 'パソコン']);
    expect(marks('引っ越し')).toEqual([]);
  });
});
