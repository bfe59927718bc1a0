import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Button from '#lib/ui/Button.svelte';
import Choice from '#lib/ui/Choice.svelte';
import ErrorSummary from '#lib/ui/ErrorSummary.svelte';
import Field from '#lib/ui/Field.svelte';
import Matrix from '#lib/ui/Matrix.svelte';
import Note from '#lib/ui/Note.svelte';
import Page from '#lib/ui/Page.svelte';
import Path from '#lib/ui/Path.svelte';
import RoundPair from '#lib/ui/RoundPair.svelte';
import StackedBar from '#lib/ui/StackedBar.svelte';
import Task from '#lib/ui/Task.svelte';
import Series from '#lib/ui/charts/Series.svelte';
import Wheel from '#lib/ui/charts/Wheel.svelte';
import type { Level } from '#lib/ui/level.ts';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const situations = ['Rien', 'Peu', 'Loin', 'Proche', 'Proche, et cela durera'].map((text, index) => ({
  level: (index + 1) as Level,
  text,
}));

/** What the server sends, without the marks Svelte leaves for itself. */
function html<Props extends Record<string, unknown>>(piece: Component<Props>, props: NoInfer<Props>): string {
  const { body } = render(piece as Component<Record<string, unknown>>, { props });
  const text = body.replace(/<!--.*?-->/g, '');
  expect(text, 'nothing the content policy would refuse').not.toMatch(/\s(style|on\w+)=/);
  return text;
}

describe('a person’s words', () => {
  test('are shown as they were written, in their language and direction', () => {
    const text = html(Note, { text: 'أن أشعر أن هذا الحي حيّي', lang: 'ar' });
    expect(text).toContain('lang="ar"');
    expect(text).toContain('dir="auto"');
    expect(text).toContain('أن أشعر أن هذا الحي حيّي');
  });

  test('are letters, never markup', () => {
    expect(html(Note, { text: '<b>gras</b> & "guillemets"' })).toContain('&lt;b>gras&lt;/b> &amp; "guillemets"');
  });

  test('that were withdrawn are not in the page', () => {
    const text = html(Note, { text: 'mon secret', hidden: 'Parole retirée par la personne qui l’a dite' });
    expect(text).not.toContain('mon secret');
    expect(text).toContain('Parole retirée');
  });
});

describe('a form sent back without JavaScript', () => {
  test('keeps what was typed in every kind of field', () => {
    expect(html(Field, { name: 'mot', label: 'Mot', value: 'du "silence"' })).toMatch(/value="du &quot;silence&quot;"/);
    expect(html(Field, { as: 'textarea', name: 'mot', label: 'Mot', value: 'du <silence>' })).toContain(
      '>du &lt;silence>',
    );
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const select = html(Field, { as: 'select', name: 'mot', label: 'Mot', value: 'b', options });
    expect(select).toMatch(/<option value="b" selected[^>]*>B/);
    expect(select).not.toMatch(/<option value="a" selected/);
  });

  test('ties label, hint and error to the field', () => {
    const text = html(Field, { name: 'mot', label: 'Mot', hint: '280 au plus', error: 'Trop long' });
    expect(text).toContain('<label for="mot"');
    expect(text).toContain('aria-describedby="mot-hint mot-error"');
    expect(text).toContain('aria-invalid="true"');
    expect(text).toMatch(/id="mot-hint"[^>]*>280 au plus/);
    expect(text).toMatch(/id="mot-error"[^>]*>.*Trop long/s);
  });

  test('names no description where there is none', () => {
    expect(html(Field, { name: 'mot', label: 'Mot' })).not.toMatch(/aria-(describedby|invalid)/);
  });

  test('shows again what was chosen', () => {
    const chosen = html(Choice, { name: 'groupe', value: 'j', label: 'Jeunes', checked: true });
    expect(chosen).toMatch(/<input[^>]*checked/);
    expect(html(Choice, { name: 'groupe', value: 'j', label: 'Jeunes' })).not.toMatch(/<input[^>]*checked/);
  });

  test('links each error to its field, and says nothing where there is none', () => {
    const text = html(ErrorSummary, { title: 'À compléter', errors: [{ field: 'mot', text: 'Écrivez un mot' }] });
    expect(text).toContain('href="#mot"');
    expect(html(ErrorSummary, { title: 'À compléter', errors: [] }).trim()).toBe('');
  });
});

describe('the path', () => {
  test('of the survey is one question with five answers and more, the last one kept', () => {
    const others = [{ value: 'unknown', label: 'Je ne sais pas' }];
    const text = html(Path, { situations, legend: 'Quelle situation ?', name: 'soin', answer: '4', others });
    expect(text.match(/<input[^>]*name="soin"/g)).toHaveLength(6);
    expect(text.match(/<input[^>]*checked/g)).toHaveLength(1);
    expect(text).toMatch(/<input[^>]*value="4"[^>]*checked/);
    expect(text).toMatch(/<legend[^>]*>Quelle situation \?/);
  });

  test('shows a situation nobody has worded yet as missing', () => {
    const text = html(Path, {
      situations: situations.map((one) => (one.level === 5 ? { ...one, text: '' } : one)),
      legend: 'Se soigner',
      missing: 'pas encore écrite',
    });
    expect(text.match(/pas encore écrite/g)).toHaveLength(1);
    expect(text).not.toContain('<input');
  });
});

describe('a bar of answers', () => {
  test('says all its shares in words and writes those that have room', () => {
    const text = html(StackedBar, { shares: [3, 9, 24, 41, 23], label: 'situation 1 : 3 %' });
    expect(text).toContain('role="img" aria-label="situation 1 : 3 %"');
    expect([...text.matchAll(/<text[^>]*>(\d+)/g)].map((match) => match[1])).toEqual(['9', '24', '41', '23']);
  });

  test('draws nothing for a situation nobody is in', () => {
    expect(html(StackedBar, { shares: [0, 0, 100, 0, 0], label: '' }).match(/<rect/g)).toHaveLength(1);
  });

  test('joins the four borders of two rounds', () => {
    const round = (name: string, shares: number[]) => ({ name, shares, label: '412 réponses' });
    const text = html(RoundPair, {
      before: round('2025', [20, 20, 20, 20, 20]),
      after: round('2026', [10, 10, 10, 10, 60]),
    });
    const joints = [...text.matchAll(/<line x1="(\d+)%" y1="1" x2="(\d+)%"/g)].map((match) => match.slice(1).join('→'));
    expect(joints).toEqual(['20→10', '40→20', '60→30', '80→40']);
  });
});

describe('pictures drawn by the server', () => {
  const series = [{ label: '2026', values: [2, null, 5], words: ['2', 'moins de 5 réponses : non montré', '5'] }];
  const axes = ['A', 'B', 'C'].map((mark) => ({ mark, label: `Indicateur ${mark}` }));

  test('the wheel stands there with its table before any script, and hides what may not be shown in both', () => {
    const text = html(Wheel, { caption: 'Médianes', axisHead: 'Indicateur', axes, series, switches: 'Montrer' });
    expect(text).toMatch(/<svg[^>]*role="img" aria-label="Médianes"/);
    expect(text.match(/<th[^>]*scope="row"/g)).toHaveLength(3);
    expect(text).toContain('moins de 5 réponses : non montré');
    expect(text.match(/<circle[^>]*r="5.5"/g)).toHaveLength(2);
    expect(text).not.toContain('<button');
  });

  test('a series shows each dated value in its picture and in its table', () => {
    const readings = [2020, 2022, 2024].map((at, index) => ({
      at,
      value: 9 - index,
      date: `${at}`,
      words: `${9 - index}`,
    }));
    const text = html(Series, { caption: 'Médecins', dateHead: 'Année', valueHead: 'Nombre', readings });
    expect(text.match(/<circle[^>]*r="6"/g)).toHaveLength(3);
    expect(text.match(/<th[^>]*scope="row"/g)).toHaveLength(3);
  });

  test('a series without a value yet is an empty table, not a failure', () => {
    const text = html(Series, { caption: 'Médecins', dateHead: 'Année', valueHead: 'Nombre', readings: [] });
    expect(text).not.toMatch(/NaN|Infinity/);
  });
});

test('the matrix says which objective nobody carries and which actor hasn’t committed', () => {
  const text = html(Matrix, {
    caption: 'Qui fait quoi',
    corner: 'Acteur',
    openLabel: 'Encore personne',
    actors: [
      { id: 'a', label: 'Ville', open: 'pas d’engagement' },
      { id: 'b', label: 'Collège', open: 'pas d’engagement' },
    ],
    objectives: [
      { id: '1', label: 'Se soigner', open: 'Qui s’en charge ?' },
      { id: '2', label: 'De l’ombre', open: 'Qui s’en charge ?' },
    ],
    commitments: [{ actor: 'a', objective: '1', status: 'kept', word: 'tenu' }],
  });
  const [list = '', table = ''] = text.split('<table');
  for (const form of [list, table]) {
    expect(form.match(/pas d’engagement/g)).toHaveLength(1);
    expect(form.match(/Qui s’en charge \?/g)).toHaveLength(1);
    expect(form.match(/Collège/g)).toHaveLength(1);
    expect(form.match(/tenu/g)).toHaveLength(1);
  }
});

test('a link is a link and a button a button', () => {
  const children = words('Je participe');
  expect(html(Button, { href: '/fr/join', children })).toMatch(/^\s*<a [^>]*href="\/fr\/join"/);
  const button = html(Button, { name: 'go', value: 'next', children });
  expect(button).toMatch(/^\s*<button/);
  expect(button).toContain('name="go"');
  expect(button).toContain('value="next"');
});

test('the current step is marked as such for the ear, and only that one', () => {
  const task = (status: 'done' | 'current') =>
    html(Task, { step: 'evaluation', title: 'Évaluer', status, word: 'mot' });
  expect(task('current')).toContain('aria-current="step"');
  expect(task('done')).not.toContain('aria-current');
});

test('a page has one title, a way past the bar, and its place in the title of the tab', () => {
  const frame = {
    skip: 'Aller au contenu',
    product: { label: 'Boussole', href: '/fr' },
    place: { label: 'Rives', href: '/fr/rives' },
  };
  const props = { frame, title: 'Le bien-être, ici', children: words('Texte') };
  const text = html(Page, props);
  expect(text.match(/<h1/g)).toHaveLength(1);
  expect(text).toMatch(/<a[^>]*href="#content"[^>]*>Aller au contenu/);
  expect(text).toContain('<main id="content"');
  expect(render(Page, { props }).head).toContain('<title>Le bien-être, ici · Rives · Boussole</title>');
});
