import { expect, it } from 'vitest';
import { importanceFromEvidence } from '../../core/domain/house/evidence-scale.ts';

it('gives the weightiest WHAT 5 and the others their share, never nothing', () => {
  expect(importanceFromEvidence([200, 100, 1, 0])).toEqual([5, 2.5, 0.1, 0.1]);
});

it('gives all the middle when nothing has evidence', () => {
  expect(importanceFromEvidence([0, 0])).toEqual([3, 3]);
  expect(importanceFromEvidence([])).toEqual([]);
});
