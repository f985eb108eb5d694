/**
 * Products and what goes wrong with them. Each symptom comes in the three shapes a sentence needs:
 * before a noun (물이 새는), as a cause with the product (세탁기에서 물이 새서) and as a noun (누수).
 */
export type ProductName =
  | '냉장고'
  | '세탁기'
  | '에어컨'
  | 'TV'
  | '건조기'
  | '식기세척기'
  | '청소기'
  | '정수기'
  | '노트북';

interface Symptom {
  readonly before: string;
  readonly cause: string;
  readonly noun: string;
}

export interface Product {
  readonly name: ProductName;
  /** Share of all repairs over a year; `bySeason` multiplies it month by month, January first. */
  readonly share: number;
  readonly byMonth?: readonly number[];
  /** False for what a customer carries to a centre. */
  readonly visited: boolean;
  readonly symptoms: readonly Symptom[];
  readonly parts: readonly string[];
}

const symptom = (before: string, cause: string, noun: string): Symptom => ({ before, cause, noun });

export const products: readonly Product[] = [
  {
    name: '냉장고',
    share: 20,
    byMonth: [0.8, 0.8, 0.9, 1, 1.1, 1.3, 1.5, 1.4, 1.1, 0.9, 0.8, 0.8],
    visited: true,
    symptoms: [
      symptom('냉동실이 안 어는', '냉장고 냉동실이 안 얼어서', '냉동 불량'),
      symptom('물이 새는', '냉장고 밑에 물이 고여서', '누수'),
      symptom('냉장실이 미지근한', '냉장고에 넣어 둔 음식이 자꾸 쉬어서', '냉장 온도 불량'),
      symptom('웅웅거리는', '냉장고가 밤마다 웅웅거려서', '콤프 소음'),
      symptom('문이 안 닫히는', '냉장고 문이 제대로 안 닫혀서', '문 고무 불량'),
      symptom('성에가 끼는', '냉장고에 성에가 두껍게 껴서', '성에'),
    ],
    parts: ['콤프레서', '온도센서', '문 고무패킹', '팬모터', '메인보드'],
  },
  {
    name: '세탁기',
    share: 17,
    visited: true,
    symptoms: [
      symptom('탈수가 안 되는', '세탁기 탈수가 안 돼서', '탈수 불량'),
      symptom('물이 안 빠지는', '세탁기 물이 안 빠져서', '배수 불량'),
      symptom('덜덜 떨리는', '세탁기 돌리면 온 집이 흔들려서', '진동'),
      symptom('에러가 뜨는', '세탁기에 에러가 계속 떠서', '에러 표시'),
      symptom('문이 안 열리는', '세탁기 문이 안 열려서', '문 잠김'),
      symptom('물이 새는', '세탁기 밑으로 물이 새서', '누수'),
    ],
    parts: ['배수펌프', '모터', '댐퍼', '급수밸브', '도어락'],
  },
  {
    name: '에어컨',
    share: 17,
    byMonth: [0.2, 0.2, 0.3, 0.6, 1.2, 2.4, 3.4, 3.0, 1.0, 0.3, 0.2, 0.2],
    visited: true,
    symptoms: [
      symptom('찬바람이 안 나오는', '에어컨에서 찬바람이 안 나와서', '냉방 불량'),
      symptom('물이 떨어지는', '에어컨에서 물이 뚝뚝 떨어져서', '실내기 누수'),
      symptom('냄새가 나는', '에어컨 틀 때마다 쉰내가 나서', '냄새'),
      symptom('실외기가 안 도는', '에어컨 실외기가 안 돌아서', '실외기 미작동'),
      symptom('자꾸 꺼지는', '에어컨이 켜면 10분 만에 꺼져서', '전원 꺼짐'),
      symptom('덜그럭거리는', '에어컨이 돌릴 때마다 덜그럭거려서', '소음'),
    ],
    parts: ['실외기 기판', '팬모터', '배수펌프', '냉매 배관', '온도센서'],
  },
  {
    name: 'TV',
    share: 12,
    visited: true,
    symptoms: [
      symptom('화면에 줄이 가는', 'TV 화면에 세로줄이 생겨서', '화면 줄'),
      symptom('소리만 나는', 'TV가 화면은 안 나오고 소리만 나서', '화면 안 나옴'),
      symptom('혼자 꺼지는', 'TV가 보다 보면 혼자 꺼져서', '전원 꺼짐'),
      symptom('리모컨이 안 먹는', 'TV 리모컨이 안 먹어서', '리모컨 불량'),
      symptom('한쪽이 어두운', 'TV 화면 한쪽이 어두워져서', '백라이트 불량'),
    ],
    parts: ['패널', '백라이트', '전원보드', '메인보드', '수신부'],
  },
  {
    name: '건조기',
    share: 9,
    byMonth: [1.3, 1.2, 1, 0.9, 0.8, 1, 1.2, 1, 0.9, 0.9, 1, 1.2],
    visited: true,
    symptoms: [
      symptom('다 안 마르는', '건조기를 세 시간 돌려도 축축해서', '건조 불량'),
      symptom('쉰내가 나는', '건조기만 돌리면 쉰내가 나서', '냄새'),
      symptom('도중에 멈추는', '건조기가 돌다가 자꾸 멈춰서', '작동 중 멈춤'),
      symptom('물통 경고가 뜨는', '건조기 물통을 비워도 경고가 떠서', '물통 경고'),
      symptom('쇳소리가 나는', '건조기에서 쇳소리가 나서', '소음'),
    ],
    parts: ['벨트', '히트펌프', '습도센서', '배수펌프', '팬모터'],
  },
  {
    name: '식기세척기',
    share: 7,
    visited: true,
    symptoms: [
      symptom('물이 안 빠지는', '식기세척기에 물이 그대로 남아서', '배수 불량'),
      symptom('세제가 남는', '식기세척기를 돌려도 세제가 허옇게 남아서', '헹굼 불량'),
      symptom('급수가 안 되는', '식기세척기에 물이 안 들어와서', '급수 불량'),
      symptom('문으로 물이 새는', '식기세척기 문 밑으로 물이 새서', '누수'),
      symptom('시작이 안 되는', '식기세척기가 버튼을 눌러도 시작이 안 돼서', '작동 안 됨'),
    ],
    parts: ['급수밸브', '배수펌프', '문 고무패킹', '히터', '조작부'],
  },
  {
    name: '청소기',
    share: 7,
    visited: false,
    symptoms: [
      symptom('흡입이 약한', '청소기 흡입력이 반으로 줄어서', '흡입력 저하'),
      symptom('충전이 안 되는', '청소기를 밤새 꽂아 놔도 충전이 안 돼서', '충전 불량'),
      symptom('5분 만에 꺼지는', '청소기가 5분만 쓰면 꺼져서', '배터리 방전'),
      symptom('타는 냄새가 나는', '청소기에서 타는 냄새가 나서', '모터 냄새'),
      symptom('솔이 안 도는', '청소기 앞 솔이 안 돌아서', '헤드 불량'),
    ],
    parts: ['배터리', '헤드', '모터', '충전기', '필터'],
  },
  {
    name: '정수기',
    share: 6,
    visited: true,
    symptoms: [
      symptom('물맛이 이상한', '정수기 물에서 비린 맛이 나서', '물맛'),
      symptom('얼음이 안 나오는', '정수기 얼음이 안 나와서', '제빙 불량'),
      symptom('물이 찔끔 나오는', '정수기 물이 찔끔찔끔 나와서', '출수량 저하'),
      symptom('밑으로 물이 새는', '정수기 밑에 물이 흥건해서', '누수'),
      symptom('온수가 안 나오는', '정수기 온수가 안 나와서', '온수 불량'),
    ],
    parts: ['필터', '출수밸브', '제빙기', '온수탱크', '호스'],
  },
  {
    name: '노트북',
    share: 5,
    byMonth: [1, 1.3, 1.5, 1, 0.9, 0.9, 0.9, 1, 1.3, 1, 0.9, 1],
    visited: false,
    symptoms: [
      symptom('화면이 깜빡이는', '노트북 화면이 깜빡거려서', '화면 깜빡임'),
      symptom('충전이 안 되는', '노트북 충전이 안 돼서', '충전 불량'),
      symptom('팬이 시끄러운', '노트북 팬이 비행기처럼 돌아서', '팬 소음'),
      symptom('자판이 안 눌리는', '노트북 자판 몇 개가 안 눌려서', '자판 불량'),
      symptom('켜지지 않는', '노트북이 아예 켜지지가 않아서', '전원 불량'),
    ],
    parts: ['배터리', '액정', '자판', '메인보드', '저장장치'],
  },
];
