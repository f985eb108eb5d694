import type { CompositeParameters, FormulaProfile } from './formula-profile.ts';

const sevenPoint = { scaleMin: 1, scaleMax: 7 };

/** The three parts of the KCSI; only their shares changed. */
function kcsiComponents(shares: {
  element: number;
  overall: number;
  repurchase: number;
}): CompositeParameters['components'] {
  return [
    {
      key: 'element',
      name: { ko: '요소만족도', en: 'Element satisfaction' },
      weight: shares.element,
      score: 'top-2',
      ...sevenPoint,
    },
    {
      key: 'overall',
      name: { ko: '전반적 만족도', en: 'Overall satisfaction' },
      weight: shares.overall,
      score: 'top-2',
      ...sevenPoint,
    },
    {
      key: 'repurchase',
      name: { ko: '재구입의향', en: 'Repurchase intention' },
      weight: shares.repurchase,
      score: 'top-2',
      ...sevenPoint,
    },
  ];
}

const kcsiName = {
  ko: '한국산업의 고객만족도(KCSI)',
  en: 'Korean Customer Satisfaction Index (KCSI)',
};

const kcsi: FormulaProfile = {
  id: 'kcsi',
  version: '2006',
  name: kcsiName,
  source:
    'KMAC (한국능률협회컨설팅), KCSI 측정 모델 및 산출 방법, https://kcsi.kmac.co.kr/structure',
  note: {
    ko: '요소만족도는 모든 요소 문항을 같은 비중으로 셉니다. KMAC은 요소를 고객 중요도로 가중하지만 그 비중을 공개하지 않습니다. 산식이 바뀐 해는 KMAC 페이지에 나와 있지 않고 2010년의 한 기사는 여전히 40/40/20으로 소개하므로, 2006~2010년의 발표값과 비교할 때에는 당시 산식을 확인하십시오.',
    en: 'All element items count the same; KMAC weighs the elements by customer importance but publishes no weights. Its page does not date the change of shares, and a newspaper of 2010 still gives 40/40/20: check which formula was used before comparing with published figures of 2006 to 2010.',
  },
  validFrom: '2006',
  method: 'composite-index',
  parameters: { components: kcsiComponents({ element: 0.5, overall: 0.3, repurchase: 0.2 }) },
};

const kcsiUntil2005: FormulaProfile = {
  id: 'kcsi',
  version: '1992',
  name: { ko: `${kcsiName.ko}, 2005년까지`, en: `${kcsiName.en}, until 2005` },
  source:
    '서경호, [2005 고객만족도] 어떻게 조사했나, 중앙일보, 2005, https://www.joongang.co.kr/article/1688625',
  note: {
    ko: '전반적 만족도와 요소만족도가 각각 40%, 재구입의향이 20%이며 7점 척도에서 ‘만족’ 이상으로 응답한 비율을 씁니다.',
    en: 'Overall and element satisfaction 40 % each, repurchase intention 20 %, each the share that answers "satisfied" or better on seven points.',
  },
  validFrom: '1992',
  validUntil: '2005',
  method: 'composite-index',
  parameters: { components: kcsiComponents({ element: 0.4, overall: 0.4, repurchase: 0.2 }) },
};

const pcsiStyle: FormulaProfile = {
  id: 'pcsi-style',
  version: '1',
  name: { ko: 'PCSI 방식 공공서비스 만족지수', en: 'Public service index in the style of PCSI' },
  source:
    'Overall, element and social satisfaction as in the PCSI model (공공기관 고객만족지수, http://youjae.com/bbs/link.php?bo_table=sub3_2&wr_id=151); 50/30/20 as public hospitals compute it, not an official publication',
  note: {
    ko: '척도는 조사에서 정하며 각 응답을 0~100점으로 환산합니다. 50/30/20은 공공병원 조사에서 쓰는 비중이며 정부가 공표한 산식이 아닙니다. 공식 PCSI는 판(2.0, 3.0)마다 문항과 산식이 다르므로, 공식 발표값과 비교하려면 그해의 산식을 자사 프로파일로 만들어 쓰십시오.',
    en: 'On any scale, each answer put on 0 to 100. The shares are those of public hospitals’ surveys, not a formula the government published. The official PCSI changes items and formula between its editions (2.0, 3.0): to compare with official figures, write that year’s formula as a profile of your own.',
  },
  method: 'composite-index',
  parameters: {
    components: [
      {
        key: 'overall',
        name: { ko: '전반적 만족', en: 'Overall satisfaction' },
        weight: 0.5,
        score: 'mean-0-100',
      },
      {
        key: 'element',
        name: { ko: '요소만족', en: 'Element satisfaction' },
        weight: 0.3,
        score: 'mean-0-100',
      },
      {
        key: 'social',
        name: { ko: '사회적 만족', en: 'Social satisfaction' },
        weight: 0.2,
        score: 'mean-0-100',
      },
    ],
  },
};

const acsiFixed: FormulaProfile = {
  id: 'acsi-fixed',
  version: 'ohio-2013',
  name: { ko: 'ACSI 고정 가중치', en: 'ACSI with fixed weights' },
  source:
    'Verint, ACSI (American Customer Satisfaction Index) Score & Its Calculation, 2013-09-16, https://www.verint.com/blog/acsi-american-customer-satisfaction-index-score-its-calculation/ (weights of the State of Ohio)',
  note: {
    ko: '산식은 ((X₁−1)·w₁ + (X₂−1)·w₂ + (X₃−1)·w₃) ÷ 9 · 100이며 세 문항 모두 1~10점입니다. 실제 ACSI 가중치는 PLS 모형에서 나오고 산업마다 다르며 공개되지 않습니다. 이 값은 오하이오주가 쓰는 것으로 알려진 예입니다.',
    en: '((X₁−1)·w₁ + (X₂−1)·w₂ + (X₃−1)·w₃) ÷ 9 · 100 on three items from 1 to 10. The true ACSI weights come from its PLS model, vary by industry and are proprietary; these are the ones the State of Ohio is said to use, an example rather than a standard.',
  },
  method: 'composite-index',
  parameters: {
    components: [
      {
        key: 'satisfaction',
        name: { ko: '전반적 만족', en: 'Overall satisfaction' },
        weight: 0.3885,
        score: 'mean-0-100',
        scaleMin: 1,
        scaleMax: 10,
      },
      {
        key: 'expectancy',
        name: { ko: '기대불일치', en: 'Expectancy disconfirmation' },
        weight: 0.319,
        score: 'mean-0-100',
        scaleMin: 1,
        scaleMax: 10,
      },
      {
        key: 'ideal',
        name: { ko: '이상적 수준 대비 성과', en: 'Performance against the ideal' },
        weight: 0.2925,
        score: 'mean-0-100',
        scaleMin: 1,
        scaleMax: 10,
      },
    ],
  },
};

const ecsi: FormulaProfile = {
  id: 'ecsi',
  version: '2005',
  name: { ko: '유럽 고객만족지수(ECSI) 구조', en: 'European Customer Satisfaction Index (ECSI)' },
  source:
    'Tenenhaus, M., Esposito Vinzi, V., Chatelin, Y.-M. & Lauro, C., PLS path modeling, Computational Statistics & Data Analysis 48(1) (2005) 159–205',
  note: {
    ko: '구조 경로와 추정 방법(모드 A, 센트로이드 방식)을 정한 프로파일입니다. 구성개념(잠재변수)별 문항과 척도는 조사에서 정합니다. 문항은 표준화하며, 지수는 문항의 원래 단위로 되돌려 0~100으로 환산합니다.',
    en: 'Fixes the structural paths and the estimation (mode A, centroid scheme); items and scale come from the survey. Items are standardised; the index is put back into the items’ own units and on 0 to 100.',
  },
  method: 'pls',
  parameters: {
    latentVariables: [
      { key: 'Image', name: { ko: '이미지', en: 'Image' } },
      { key: 'Expectation', name: { ko: '고객기대', en: 'Customer expectations' } },
      { key: 'Quality', name: { ko: '인지품질', en: 'Perceived quality' } },
      { key: 'Value', name: { ko: '인지가치', en: 'Perceived value' } },
      { key: 'Satisfaction', name: { ko: '고객만족', en: 'Customer satisfaction' } },
      { key: 'Complaints', name: { ko: '고객불만', en: 'Customer complaints' } },
      { key: 'Loyalty', name: { ko: '고객충성도', en: 'Customer loyalty' } },
    ],
    structural: [
      ['Image', 'Expectation'],
      ['Image', 'Satisfaction'],
      ['Image', 'Loyalty'],
      ['Expectation', 'Quality'],
      ['Expectation', 'Value'],
      ['Expectation', 'Satisfaction'],
      ['Quality', 'Value'],
      ['Quality', 'Satisfaction'],
      ['Value', 'Satisfaction'],
      ['Satisfaction', 'Complaints'],
      ['Satisfaction', 'Loyalty'],
      ['Complaints', 'Loyalty'],
    ],
    modes: {
      Image: 'A',
      Expectation: 'A',
      Quality: 'A',
      Value: 'A',
      Satisfaction: 'A',
      Complaints: 'A',
      Loyalty: 'A',
    },
    scheme: 'centroid',
    scaled: true,
  },
};

const servqual: FormulaProfile = {
  id: 'servqual',
  version: '1988',
  name: { ko: 'SERVQUAL 22문항 5차원', en: 'SERVQUAL, 22 items in five dimensions' },
  source:
    'Parasuraman, A., Zeithaml, V. A. & Berry, L. L., SERVQUAL: a multiple-item scale for measuring consumer perceptions of service quality, Journal of Retailing 64(1) (1988) 12–40; same grouping in their Refinement and reassessment of the SERVQUAL scale, Journal of Retailing 67(4) (1991) 420–450',
  note: {
    ko: '문항은 원 설문의 순서여야 합니다(번호는 0부터). 1988년판의 부정 문항은 미리 역코딩하십시오. 차원 가중치(100점 배분)는 조사에서 정합니다.',
    en: 'Items stand in the order of the questionnaire (counted from 0); turn the negatively worded ones of the 1988 edition round first. Dimension weights (100 points shared out) come from the survey.',
  },
  method: 'servqual',
  parameters: {
    dimensions: [
      { key: 'tangibles', name: { ko: '유형성', en: 'Tangibles' }, items: [0, 1, 2, 3] },
      { key: 'reliability', name: { ko: '신뢰성', en: 'Reliability' }, items: [4, 5, 6, 7, 8] },
      {
        key: 'responsiveness',
        name: { ko: '응답성', en: 'Responsiveness' },
        items: [9, 10, 11, 12],
      },
      { key: 'assurance', name: { ko: '확신성', en: 'Assurance' }, items: [13, 14, 15, 16] },
      { key: 'empathy', name: { ko: '공감성', en: 'Empathy' }, items: [17, 18, 19, 20, 21] },
    ],
  },
};

/**
 * The profiles that come with the program. KS-SQI is not among them: its dimensions are published,
 * their weights are not. Of two versions of one profile the one in force stands first.
 */
export const builtInProfiles: readonly FormulaProfile[] = [
  kcsi,
  kcsiUntil2005,
  pcsiStyle,
  acsiFixed,
  ecsi,
  servqual,
];

/** The profile called `kcsi` (its version in force) or `kcsi@1992`; undefined when there is none. */
export function findBuiltInProfile(reference: string): FormulaProfile | undefined {
  const [id, version] = splitReference(reference);
  return builtInProfiles.find(
    (profile) => profile.id === id && (version === null || profile.version === version),
  );
}

function splitReference(reference: string): [id: string, version: string | null] {
  const at = reference.indexOf('@');
  return at === -1 ? [reference, null] : [reference.slice(0, at), reference.slice(at + 1)];
}
