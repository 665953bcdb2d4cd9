/** @jest-environment jsdom */
import '../../jsdom.ts';
import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cache } from '@emotion/css';
import { DataTable, sortRows, type Column } from '../../../src/pages/parts/DataTable.tsx';
import { renderView } from '../render-view.tsx';

interface Row {
  readonly name: string;
  readonly size: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', value: ({ name }) => name },
  { id: 'size', title: 'Size', isNumber: true, value: ({ size }) => size, cell: ({ size }) => `${size} pt` },
];
const ROWS: readonly Row[] = [
  { name: 'b10', size: 2 },
  { name: 'B9', size: NaN },
  { name: 'a', size: 7 },
];

const names = (): (string | null)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? null);

test('what is unknown is last in either order, and numbers in names count', () => {
  const order = (sort: string): string[] => sortRows(ROWS, COLUMNS, sort).map(({ name }) => name);
  expect(order('size')).toEqual(['b10', 'a', 'B9']);
  expect(order('-size')).toEqual(['a', 'b10', 'B9']);
  expect(order('name')).toEqual(['a', 'B9', 'b10']);
  expect(order('nothing')).toEqual(['b10', 'B9', 'a']);
});

test('a heading sorts, first the way that people want', async () => {
  renderView(<DataTable label="Rows" columns={COLUMNS} rows={ROWS} keyOf={({ name }) => name} empty="" />);
  const heading = screen.getByRole('columnheader', { name: 'Size' });
  await userEvent.click(within(heading).getByRole('button'));
  expect([names(), heading.getAttribute('aria-sort')]).toEqual([['a', 'b10', 'B9'], 'descending']);
  await userEvent.click(within(heading).getByRole('button'));
  expect([names(), heading.getAttribute('aria-sort')]).toEqual([['b10', 'a', 'B9'], 'ascending']);
  await userEvent.click(within(heading).getByRole('button'));
  expect([names(), heading.getAttribute('aria-sort')]).toEqual([['b10', 'B9', 'a'], 'none']);
});

test('a row is chosen by mouse and by keyboard', async () => {
  const onSelect = jest.fn();
  renderView(
    <DataTable label="Rows" columns={COLUMNS} rows={ROWS} keyOf={({ name }) => name} empty="" onSelect={onSelect} />,
  );
  await userEvent.click(screen.getByText('7 pt'));
  screen.getAllByRole('row')[1]?.focus();
  await userEvent.keyboard('{Enter}');
  expect(onSelect.mock.calls.map(([row]) => (row as Row).name)).toEqual(['a', 'b10']);
});

test('many rows come in pages', async () => {
  const many = Array.from({ length: 120 }, (_, size) => ({ name: `f${size}`, size }));
  renderView(<DataTable label="Rows" columns={COLUMNS} rows={many} keyOf={({ name }) => name} empty="" />);
  expect(names()).toHaveLength(50);
  await userEvent.click(screen.getByRole('button', { name: '3' }));
  expect(names()).toHaveLength(20);
});

test('a file has all rows in the order that is shown, and values in full', async () => {
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  renderView(
    <DataTable label="Rows" file="rows" columns={COLUMNS} rows={ROWS} keyOf={({ name }) => name} empty="" />,
    {},
    '/?sort=-size',
  );
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  const text = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(files[0] as Blob);
  });
  expect(text).toBe('Name,Size\r\na,7\r\nb10,2\r\nB9,\r\n');
});

test('without rows it says why', () => {
  renderView(
    <DataTable
      label="Rows"
      file="rows"
      columns={COLUMNS}
      rows={[]}
      keyOf={({ name }) => name}
      empty="No labels yet."
    />,
  );
  expect(screen.getByText('No labels yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'CSV' })).toBeNull();
});

test('rows are marked by mouse and by keyboard, and not opened', async () => {
  const onSelect = jest.fn();
  function Marking() {
    const [marked, setMarked] = useState<ReadonlySet<string>>(new Set(['a']));
    return (
      <>
        <DataTable
          label="Rows"
          columns={COLUMNS}
          rows={ROWS}
          keyOf={({ name }) => name}
          empty=""
          onSelect={onSelect}
          marked={marked}
          onMark={setMarked}
        />
        <output>{[...marked].join()}</output>
      </>
    );
  }
  renderView(<Marking />);
  const marked = (): string | null => screen.getByRole('status').textContent;
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mark B9' }));
  expect(marked()).toBe('a,B9');
  screen.getByRole('checkbox', { name: 'Mark a' }).focus();
  await userEvent.keyboard(' ');
  expect(marked()).toBe('B9');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mark all' }));
  expect(marked()).toBe('b10,B9,a');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mark all' }));
  expect([marked(), onSelect.mock.calls]).toEqual(['', []]);
});

const stylesOf = (element: Element): string =>
  [...element.classList].map((name) => cache.registered[name] ?? '').join('');

/** What holds for an element in a table that is narrower than a width: jsdom draws nothing, and knows no containers. */
function narrowStyles(element: Element): string[] {
  const styles = stylesOf(element);
  return [...styles.matchAll(/@container \(width < (\d+)px\)\{(.*?)\}/g)].map(
    ([, width, style]) => `< ${width}: ${style}`,
  );
}

test('in a narrow table, minor columns are left out with their headings; texts that may take several lines', () => {
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: 'Name', wraps: true, value: ({ name }) => name },
    { id: 'size', title: 'Size', showFrom: 480, value: ({ size }) => size },
    { id: 'plain', title: 'Plain', value: ({ name }) => `plain ${name}` },
  ];
  renderView(<DataTable label="Rows" columns={columns} rows={ROWS} keyOf={({ name }) => name} empty="" />);
  const cells = within(screen.getByRole('row', { name: /^a/ })).getAllByRole('cell');
  expect(cells.map(narrowStyles)).toEqual([expect.anything(), ['< 480: display:none;'], []]);
  expect(narrowStyles(screen.getByRole('columnheader', { name: 'Size' }))).toEqual(['< 480: display:none;']);
  expect(cells.map((cell) => stylesOf(cell).includes('white-space:normal'))).toEqual([true, false, false]);
});
