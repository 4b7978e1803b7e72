import { describe, expect, it } from 'vitest';
import { extract } from '../../extract.ts';

const told = [
  'A biblioteca flutuante de Ribamar voltou ao rio na terça-feira, depois de quatro anos parada no estaleiro, levando dez mil livros a comunidades que só se alcançam de barco.',
  'O barco de dezoito metros foi reformado por carpinteiros da própria região, que trocaram o casco e instalaram painéis solares no teto de todas as cabines do convés.',
  'Em cada parada, a biblioteca fica dois dias, contou a bibliotecária, que dorme a bordo numa rede entre os romances e conhece cada povoado pelo nome das crianças.',
  'A viagem completa dura sete semanas e passa por vinte e três povoados, e quem pega um livro devolve na volta seguinte, como a prefeitura pediu desde o começo.',
].map((text) => `<div class="text-element"><div><p>${text}</p></div></div>`);

const read = (between: string): string => {
  const [first, second, third, fourth] = told;
  return extract(
    Buffer.from(
      `<html lang="pt"><title>Biblioteca volta a navegar - Jornal</title><body><main><h1>Biblioteca volta a navegar</h1><div class="story">${first}${second}${between}${third}${fourth}</div></main></body></html>`,
    ),
    { url: 'https://jornal.example/biblioteca-1' },
  ).body;
};

describe('a heading that its system wraps as each paragraph', () => {
  it('stays between the two', () => {
    expect(read('<div class="text-element"><div><h3>Rede a bordo</h3></div></div>')).toContain(
      'Rede a bordo\n',
    );
  });

  it('is none where it leads elsewhere', () => {
    const link = '<a href="/ponte">Ponte do Aterro terá pista só para bicicletas</a>';
    expect(read(`<div class="also-read"><h3>${link}</h3></div>`)).not.toContain('Ponte');
  });
});

it('leaves out a paragraph of a joiner that nobody sees', () => {
  expect(read('<p>\u200d</p>')).not.toContain('\u200d');
});
