import type { SeededRandom } from '../numerics/seeded-random.ts';
import { addDays, weekdayOf } from './sample-calendar.ts';
import { fullName, mailAddress, mobileNumber, surnameOf } from './sample-people.ts';
import type { Product } from './sample-products.ts';
import type { Facts } from './voc-template.ts';

const weekdays = ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'];
const dayCounts = [
  '사흘',
  '나흘',
  '닷새',
  '일주일',
  '열흘',
  '보름',
  '2주',
  '3주',
  '5일',
  '8일',
  '12일',
];
const delays: readonly [words: string, minutes: number][] = [
  ['40분', 40],
  ['50분', 50],
  ['한 시간', 60],
  ['1시간', 60],
  ['1시간 반', 90],
  ['두 시간', 120],
  ['2시간', 120],
  ['세 시간', 180],
];
const callMinutes = [
  '10분',
  '15분',
  '17분',
  '20분',
  '20분 넘게',
  '25분',
  '30분',
  '30분 가까이',
  '40분',
];
const visitFees = ['1만 8천 원', '18,000원', '2만 원', '2만2천원', '22,000원', '25000원'];
const times = ['두 번', '세 번', '네 번', '3번', '4번', '다섯 번'];
const ages = ['일흔', '일흔둘', '일흔여섯', '여든', '여든셋', '75세', '78세', '82세'];
const family = ['어머니', '아버지', '친정어머니', '시어머니', '장모님', '부모님'];
const stays = ['반차', '연차', '오전 반차', '휴가'];

/** What happened to this customer: drawn once, so that every sentence of a text agrees with the rest. */
export function drawFacts(
  random: SeededRandom,
  about: { receivedOn: string; branch: string; product: Product },
): Facts {
  const { product, receivedOn } = about;
  const symptom = random.pick(product.symptoms);
  const visitOn = notOnSunday(addDays(receivedOn, -random.integer(1, 9)));
  const hour = random.integer(9, 16);
  const [delay, delayMinutes] = random.pick(delays);
  const fee = random.integer(4, 34) * 10_000 + random.pick([0, 0, 5_000, 8_000]);
  const surname = surnameOf(random);
  return {
    제품: product.name,
    부품: random.pick(product.parts),
    증상는: symptom.before,
    고장나서: symptom.cause,
    증상명: symptom.noun,
    센터: about.branch,
    요일: weekdays[weekdayOf(visitOn)] ?? '',
    날짜: dateWords(random, visitOn),
    시각: clockWords(random, hour * 60),
    늦은시각: clockWords(random, hour * 60 + delayMinutes),
    지연: delay,
    대기: random.pick(callMinutes),
    일수: random.pick(dayCounts),
    횟수: random.pick(times),
    금액: moneyWords(random, fee),
    안내금액: moneyWords(random, Math.max(20_000, Math.round(fee / 20_000) * 10_000)),
    출장비: random.pick(visitFees),
    연차: random.pick(stays),
    나이: random.pick(ages),
    가족: random.pick(family),
    기사: random.chance(0.35) ? `${fullName(random)} 기사님` : `${surname} 기사님`,
    기사이름: `${fullName(random)}`,
    상담사: random.chance(0.4) ? `${fullName(random)} 상담사님` : `${surname} 상담사님`,
    이름: fullName(random),
    전화: mobileNumber(random),
    메일: mailAddress(random),
    몇월: `${Number(receivedOn.slice(5, 7))}월`,
  };
}

/** Nobody is visited on a Sunday. */
function notOnSunday(date: string): string {
  return weekdayOf(date) === 0 ? addDays(date, -1) : date;
}

function dateWords(random: SeededRandom, date: string): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return random.pick([`${month}월 ${day}일`, `${month}/${day}`, `${day}일`, `${month}월${day}일`]);
}

/** 540 → 9시, 오전 9시; 15:30 → 3시 반, 오후 3시 30분. */
function clockWords(random: SeededRandom, minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const spoken = hour > 12 ? hour - 12 : hour;
  const half = rest === 0 ? '' : rest === 30 ? random.pick([' 반', ' 30분', '반']) : ` ${rest}분`;
  const part = random.chance(0.5) ? (hour < 12 ? '오전 ' : '오후 ') : '';
  return `${part}${spoken}시${half}`;
}

/** 128000 → 12만 8천 원, 128,000원 or 12만8천원. */
function moneyWords(random: SeededRandom, won: number): string {
  const tens = Math.floor(won / 10_000);
  const thousands = (won % 10_000) / 1000;
  const digits = String(won).replace(/(\d)(?=(\d{3})+$)/g, '$1,');
  const words = thousands === 0 ? `${tens}만 원` : `${tens}만 ${thousands}천 원`;
  return random.pick([words, words.replaceAll(' ', ''), `${digits}원`, words]);
}
