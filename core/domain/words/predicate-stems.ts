import type { StemKind } from './conjugation.ts';

/**
 * Frequent verbs and adjectives, as stems (the dictionary form without 다), by the way they conjugate.
 * A closed list on purpose: a stem guessed from endings alone is wrong too often, and what customers
 * complain about with verbs is said with few of them. Predicates made of a noun and 하다, 되다 … are not
 * here: their noun is the keyword (환불하다 → 환불).
 */
const contentStems: Readonly<Record<StemKind, string>> = {
  regular: `
 늦 느리 비웃 빼먹 까먹 덮어쓰 뒤집어쓰 닮 달아나 사라지 흘러가 살아가 살아나가 느껴지 뛰어넘 뛰어다니 나아지 길어지 재미잇 맛잇 속이 줄이 높이 찾아뵙 갈아타 갈아입 달라지 이어가 물러나 다가오 다가가 지루해지 빨라지 느려지 좋아지 나빠지 커지 늦어지 늦추 비싸지 싸지 많아지 적어지 없어지 익히 익숙하 낯설 서성이 서툴 알리 알려지 갈 닿 만지 건드리 두드리 말리 빨 헹구 짜증내 화내 성내 삐지 토라지 얼리 녹이 따르 빠지 느끼 기다리 고치 바꾸 바뀌 보내 받 사 팔 쓰 타 내리 오르내리 올리 올라가 내려가 올라오 떨어지
 깨지 부서지 터지 찢어지 끊기 끊어지 꺼지 켜지 켜 끄 멈추 막히 막 밀리 밀 미루 미뤄지 걸리 걸 놓치 잃어버리
 잊 잊어버리 챙기 맡기 맡 찾 찾아보 찾아가 찾아오 찾아주 돌려주 돌려받 빌리 갚 내놓 넘기 넘어가 넘 남기 남 모자라 늘
 늘어나 줄 줄어들 늘리 높 낮 낮추 크 작 많 적 좋 싫 싫어하 좋아하 나쁘 예쁘 이쁘 아프 고프 바쁘 슬프 기쁘
 재미있 재미없 재밌 재미나 맛있 맛없 멋있 멋지 끝나 끝내 울 웃 웃기 놀 놀라 속 속상하 믿 배우 가르치 알려주 알아보
 물어보 불러주 열 닫 잠그 잠기 열리 닫히 들리 보이 보여주 만들 만들어지 망가지 망치 망하
 고장나 화나 짜증나 생각나 기억나 냄새나 소리나 티나 혼나 신나 겁나 열나 눈물나 뛰어나 어긋나 벗어나 일어나 나타나 드러나 태어나 만나 헤어지
 헤매 헷갈리 틀리 틀 맞 맞추 비싸 싸 아끼 버리 비우 씻 닦 젖 얼 녹 식 데우 끓 타버리 탁하 뜨
 미지근하 따뜻하 시원하 답답하 깨끗하 똑똑하 뻔하 착하 급하 심하 강하 약하 편하 원하 구하 당하 전하 통하 정하 피하 귀하 흔하 변하 향하
 권하 꾸준하 튼튼하 든든하 꼼꼼하 똑같 궁금하 지루하 따분하 뻔뻔하 뿌듯하 훈훈하 서운하 섭섭하 억울하 황당하 당황하
 허접하 허술하 어설프 엉성하 찝찝하 찜찜하 꿀꿀하 식상하 잔잔하 쩔 쩌 짱나 잘생기 못생기 어색하 뻣뻣하 귀찮 괜찮 점잖 언짢
 떠들 싸우 때리 맞서 죽 죽이 살 살리 살아나 다치 앓 낳 키우 자라 치우 던지 당기 밟 뛰 달리 날 날아가
 앉 쉬 자 깨 먹 마시 씹 뱉 삼키 입 벗 읽 적히 새기 외우 달 떼 붙 붙이 떨 떨리 흔들 흔들리
 꽂 뽑 꼬이 풀 풀리 묶 묶이 담 담기 쌓 쌓이 넣 꺼내 빼 빼앗 뺏 훔치 숨 숨기 감추 들키 잡 잡히 놓이 얹 덮 덮이 지키 어기
 지나치 지치 참 견디 버티 이기 질리 끌 끌리 따르 이끌 몰리 밀려나 남아돌 빛나 어울리 맡아주 힘들 힘드 지저분하 꾸미 그리
 나뉘 나누 갈라지 벌어지 휘 부풀 찌그러지 긁히 긁 새어나오 새나오 튀 튀어나오 번지 묻 스미 넘치 쏟 쏟아지 흘리 뿌리 뿜 맺 끼 끼이 끼우
 무너지 쓰러지 넘어지 미끄러지 자빠지 거슬리 꺾 꺾이 헐 낡 닳 썩 상하 곪 저리 쑤시 뻐근하
 쪽팔리 미치 빡치 열받 깨우치 다루 대들 우기 따지 비꼬 깔보 얕보 놀리 떠넘기 미안하 죄송하 고마워하
 짧 굵 얇 넓 좁 깊 얕 둥글 모나 세련되 늙 젊 어리 멀 밝 맑 흐리 진하 연하 옅 짙 달콤하 쓰라리 
 느슨하 빡빡하 팽팽하 조이 풀어지 헐렁하 뻑뻑하 거칠 딱딱하 말랑하 촉촉하 눅눅하 끈적하
 되돌리 돌아가 돌아오 돌리 돌 되찾 드나들 들어오 들어가 나오 나가 다녀오 다녀가 다니 데려가 데려오 가져가 가져오 가지 갖추 갖 지나 지나가 건너 건너뛰 빠져나가
 알아주 알아차리 눈치채 깨우 재우 태우 씌우 채우 차 밝히 밝혀지 숨쉬 외치 소리치 떠나 떠나가 남겨두 이어지 이루 이루어지 펼치 펼쳐지
 뒤지 뒤떨어지 뒤쳐지 뒤집 뒤집히 뒤바뀌 뒤섞이 섞 섞이 비키 비치 비추 엉키 설키 얽히 눌리 눌러지 접 접히 펴 펴지 구겨지 휘어지 늘어지 처지 벌리 오므리 다물
 울리 울먹이 울컥하 찡하 짠하 뭉클하 애틋하 설레 두근거리 졸리 깜빡이 깜빡거리 덜컹거리 삐걱거리 버벅거리 버벅이 끊임없 어이없 터무니없 쓸데없 소용없 어처구니없 변함없 빠짐없 끄떡없 형편없 틀림없 다름없 뜬금없 어림없 정신없 재수없 싸가지없 쓸모없 볼품없 관심없
 힘내 해내 애쓰 힘쓰 눈여겨보 돌보 살펴보 들여다보 쳐다보 바라보 지켜보 훑어보 둘러보 돌아보 되돌아보 바라 빌 모으 모이 늘어놓
 `,
  ㅂ: `
    어렵 쉽 가볍 무겁 덥 춥 뜨겁 차갑 아깝 귀엽 더럽 시끄럽 무섭 즐겁 반갑 고맙 그립 두껍 맵 싱겁 밉 부럽 부끄럽 부드럽 아쉽 외롭 지겹
    가깝 아름답 어지럽 괴롭 까다롭 번거롭 새롭 해롭 이롭 자유롭 여유롭 평화롭 향기롭 흥미롭 손쉽 간지럽 따갑 가렵 매끄럽 미끄럽 헐겁 안타깝 역겹 눈물겹 정겹
    놀랍 두렵 서럽 쑥스럽 촌스럽 사랑스럽 자연스럽 만족스럽 불만스럽 고통스럽 실망스럽 당황스럽 짜증스럽 부담스럽 걱정스럽 자랑스럽 어른스럽 갑작스럽 혼란스럽 유감스럽 의심스럽 여성스럽 성스럽 조심스럽 수고스럽 불편스럽
    돕 눕 굽 줍 깁
  `,
  ㄷ: '듣 걷 묻 깨닫 싣 알아듣 못알아듣 붇 긷',
  ㅅ: '낫 짓 붓 잇 젓 긋',
  ㅎ: '빨갛 노랗 하얗 까맣 파랗 커다랗 동그랗 뿌옇 퍼렇 시뻘겋 누렇',
  르: `
    빠르 다르 모르 부르 고르 누르 자르 오르 흐르 마르 서투르 게으르 찌르 기르 나르 가르 두르 무르 바르 배부르 구르 벼르 저지르 떠오르 앞지르 약오르 서두르 문지르 타오르 엎지르 머무르 주무르 지르 조르
  `,
};

/** Too general to say what a text is about; they still have to be recognised, for what they leave. */
const generalStems: Readonly<Record<StemKind, string>> = {
  regular: `
    하 되 있 없 보 가 오 주 이 아니 같 싶 않 말 못하 안하 나 들 내 두 놓 지 버리 드리 계시 알 그러 이러 저러 어떠 어쩌 대 시키 만하
    얻 삼 여기 해보 해주 해드리 해놓 해버리 가보 와보 나와보 써보 먹어보 있어보 해야하 그러하 이러하 어떠하 의하 관하 위하 인하 따르 대하 비하 모르 못되 안되 잘되 잘하 그리하 뭐하 어쩌 그만두 나가 나오 들어가 들어오 가지 갖 받 듯하 척하 체하 뻔하 이어지 바라 생기 나타나 보이 되어지 해지 통하 잡 아니하 못쓰 다하 더하 덜하 안보 못보 안가 못가 안나 안오 안주 잘나 안나오 잘나오 못나 안쓰 안맞 안좋 안들 안먹 안사 안받
  `,
  ㅂ: '답 스럽 롭',
  ㄷ: '',
  ㅅ: '',
  ㅎ: '그렇 이렇 저렇 어떻 요렇 아무렇 고렇',
  르: '모르',
};

/** Those that follow another predicate as its auxiliary (보조 용언), and add nothing to it. */
const auxiliaryStems: Readonly<Record<StemKind, string>> = {
  regular:
    '주 드리 보 버리 놓 두 지 있 싶 않 못하 말 가 오 내 대 하 되 나 같 없 달 계시 치우 빠지 죽 나가 가지 드려보 해보 해주 만하 듯하 척하 체하 뻔하 안하 안되 못되 모르 보이 좋 많 싫 힘들 나오 먹 쳐먹 처먹 해도되',
  ㅂ: '쉽 어렵',
  ㄷ: '',
  ㅅ: '',
  ㅎ: '',
  르: '모르',
};

export interface PredicateStem {
  stem: string;
  kind: StemKind;
}

function stemsOf(table: Readonly<Record<StemKind, string>>): PredicateStem[] {
  const kinds: readonly StemKind[] = ['regular', 'ㅂ', 'ㄷ', 'ㅅ', 'ㅎ', '르'];
  return kinds.flatMap((kind) => {
    const stems = table[kind].split(/\s+/).filter((stem) => stem.length > 0);
    return [...new Set(stems)].map((stem) => ({ stem, kind }));
  });
}

export function contentPredicates(): PredicateStem[] {
  return stemsOf(contentStems);
}

export function generalPredicates(): PredicateStem[] {
  return stemsOf(generalStems);
}

export function auxiliaryPredicates(): PredicateStem[] {
  return stemsOf(auxiliaryStems);
}
