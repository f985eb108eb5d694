/**
 * The invented company and its 24 service centres. Place names are real towns, the centres are not.
 */
export const sampleCompany = '온새누리 전자서비스';

export interface SampleBranch {
  readonly name: string;
  readonly region: string;
  /** Share of visits, so that big cities have more of everything. */
  readonly size: number;
  /** How its customers' answers differ from the company's mean, in steps of the 7-point scale. */
  readonly quality: number;
}

/** Two centres are plainly weak (남동센터, 김해센터) and two are examples to others (분당센터, 유성센터). */
export const sampleBranches: readonly SampleBranch[] = [
  { name: '강남센터', region: '서울', size: 1.5, quality: 0.1 },
  { name: '강서센터', region: '서울', size: 1.3, quality: -0.05 },
  { name: '노원센터', region: '서울', size: 1.2, quality: 0.05 },
  { name: '마포센터', region: '서울', size: 1.2, quality: 0.15 },
  { name: '송파센터', region: '서울', size: 1.4, quality: 0 },
  { name: '고양센터', region: '경기·인천', size: 1.2, quality: 0.05 },
  { name: '남동센터', region: '경기·인천', size: 1.1, quality: -0.6 },
  { name: '부천센터', region: '경기·인천', size: 1.1, quality: -0.1 },
  { name: '분당센터', region: '경기·인천', size: 1.2, quality: 0.4 },
  { name: '수원센터', region: '경기·인천', size: 1.3, quality: 0.05 },
  { name: '안산센터', region: '경기·인천', size: 0.9, quality: -0.25 },
  { name: '대전센터', region: '대전·충청', size: 1.0, quality: 0 },
  { name: '유성센터', region: '대전·충청', size: 0.8, quality: 0.35 },
  { name: '천안센터', region: '대전·충청', size: 0.9, quality: -0.1 },
  { name: '청주센터', region: '대전·충청', size: 0.8, quality: 0.1 },
  { name: '광주센터', region: '광주·호남', size: 1.0, quality: 0.1 },
  { name: '전주센터', region: '광주·호남', size: 0.8, quality: 0.2 },
  { name: '순천센터', region: '광주·호남', size: 0.6, quality: -0.05 },
  { name: '대구센터', region: '대구·경북', size: 1.1, quality: 0 },
  { name: '구미센터', region: '대구·경북', size: 0.7, quality: -0.2 },
  { name: '포항센터', region: '대구·경북', size: 0.7, quality: 0.05 },
  { name: '해운대센터', region: '부산·경남', size: 1.1, quality: 0.1 },
  { name: '김해센터', region: '부산·경남', size: 0.8, quality: -0.5 },
  { name: '창원센터', region: '부산·경남', size: 0.9, quality: 0 },
];
