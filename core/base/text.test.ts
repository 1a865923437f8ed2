import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, cut, fold, moneyWords, plainTextOfHtml, slug, splitTags } from './text.ts';

/** True when half of a surrogate pair stands alone in the text. */
const hasHalf = (text: string) => /\p{Surrogate}/u.test(text);

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('comparing names', () => {
  it('takes no notice of case, of spaces around and of how many stand between', () => {
    expect(fold('  Washed\t  BLACK ')).toBe('washed black');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('tags', () => {
  it('reads the one comma string, without empty ones and without doubles in another case', () => {
    expect(splitTags(' SS27, Core,,JOOR ,core, ')).toEqual(['SS27', 'Core', 'JOOR']);
    expect([splitTags(null), splitTags(undefined), splitTags(''), splitTags(' , ')]).toEqual([[], [], [], []]);
  });

  it('gives trimmed tags without a comma, each once, the same when read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tags = splitTags(text);
        expect(tags.every((tag) => tag !== '' && tag === tag.trim() && !tag.includes(','))).toBe(true);
        expect(new Set(tags.map(fold)).size).toBe(tags.length);
        expect(splitTags(tags.join(','))).toEqual(tags);
      }),
    );
  });
});

describe('slugs', () => {
  it('keeps capital letters, digits and single hyphens', () => {
    expect(['Washed Black', 'Crème brûlée', ' --Off/White-- ', '100% Linen', 'Straße', '黒', ''].map(slug)).toEqual([
      'WASHED-BLACK',
      'CREME-BRULEE',
      'OFF-WHITE',
      '100-LINEN',
      'STRASSE',
      '',
      '',
    ]);
  });

  it('has one form for any text and is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slug(text)).toMatch(/^([A-Z0-9]+(-[A-Z0-9]+)*)?$/);
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });
});

describe('cutting to a length', () => {
  it('never leaves half of a surrogate pair', () => {
    expect(cut('ab👕', 3)).toBe('ab');
    expect(cut('ab👕', 4)).toBe('ab👕');
    expect(cut('👕👕', 3)).toBe('👕');
    expect(cut('abc', 0)).toBe('');
    expect(cut('👕', 0)).toBe('');
  });

  it('is the beginning of the text and at most that long, as both kinds of counting see it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(70), (text, length) => {
        const result = cut(text, length);
        expect(text.startsWith(result)).toBe(true);
        expect(result.length).toBeLessThanOrEqual(length);
        expect(Array.from(result).length).toBeLessThanOrEqual(length);
        expect(result.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
        expect(hasHalf(result) && !hasHalf(text)).toBe(false);
      }),
    );
  });
});

describe('HTML as plain text', () => {
  it('turns paragraphs, lists and breaks into lines and drops markup', () => {
    const html =
      '<p>Relaxed <b>fit</b>&nbsp;shirt.</p><ul><li>100% linen</li><li>Made in&#160;Portugal</li></ul>a<BR/>b';
    expect(plainTextOfHtml(html)).toBe('Relaxed fit shirt.\n100% linen\nMade in Portugal\na\nb');
  });

  it('drops scripts, styles and comments with what is in them, closed or not', () => {
    expect(plainTextOfHtml('a<script type="x">alert("<b>")</script >b')).toBe('ab');
    expect(plainTextOfHtml('a<STYLE>p{color:red}</STYLE>b<!-- <p>x</p> > -->c')).toBe('abc');
    expect(plainTextOfHtml('a<scr<script>x</script>ipt>alert(1)</script>')).not.toContain('<');
    expect(plainTextOfHtml('a<script>alert(1)')).toBe('a');
    expect(plainTextOfHtml('a<!--[if gte mso 9]><xml>1</xml>')).toBe('a');
  });

  it('keeps a smaller-than sign that begins no tag', () => {
    expect(plainTextOfHtml('waist < 80 cm and > 60 cm')).toBe('waist < 80 cm and > 60 cm');
  });

  it('reads each entity once, and leaves what is none as it stands', () => {
    expect(plainTextOfHtml('Harbour &amp; Pine &lt;b&gt; &quot;x&quot; &#39;&#x27;')).toBe(`Harbour & Pine <b> "x" ''`);
    expect(plainTextOfHtml('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
    expect(plainTextOfHtml('&unknown; &constructor; &#1f; &#0; &#xD800; &#1114112; &')).toBe(
      '&unknown; &constructor; &#1f; &#0; &#xD800; &#1114112; &',
    );
  });

  it('gives well-formed text without empty lines or loose spaces for anything', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<',
      '>',
      '&',
      '&#',
      ';',
      'x',
      '<script>',
      '<!--',
      '-->',
      '  ',
    );
    const html = fc.oneof(
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(html, (text) => {
        const plain = plainTextOfHtml(text);
        const lines = plain === '' ? [] : plain.split('\n');
        expect(lines.filter((line) => line === '' || line !== line.replace(/\s+/g, ' ').trim())).toEqual([]);
        expect(hasHalf(plain)).toBe(false);
      }),
    );
  });

  it('stays quick on text that is made to be slow', () => {
    const started = performance.now();
    for (const piece of ['<script', '<', '<!--', '<p', '&', '</script ', '< ']) plainTextOfHtml(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('words for people', () => {
  it('groups thousands and counts in singular and plural', () => {
    expect([count(1, 'style'), count(2, 'style'), count(5_000, 'style'), count(2, 'entry', 'entries')]).toEqual([
      '1 style',
      '2 styles',
      '5,000 styles',
      '2 entries',
    ]);
  });

  it('writes money with two places, grouped thousands and a true minus sign', () => {
    expect(['4160', '4160.5', '0', '-1234567.8', '999', '1000.00'].map((amount) => moneyWords(amount, 'USD'))).toEqual([
      '4,160.00 USD',
      '4,160.50 USD',
      '0.00 USD',
      '\u22121,234,567.80 USD',
      '999.00 USD',
      '1,000.00 USD',
    ]);
  });

  it('loses no digit of an amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.stringMatching(/^\d{2}$/), (whole, cents) => {
        const words = moneyWords(`${whole}.${cents}`, 'EUR');
        expect(words.replace(/,/g, '').replace('\u2212', '-')).toBe(`${whole}.${cents} EUR`);
        expect(words).toMatch(/^\u2212?\d{1,3}(,\d{3})*\.\d{2} EUR$/);
      }),
    );
  });
});
