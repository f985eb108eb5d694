export { default as action } from '../../resources/locales/ko/action.json' with { type: 'json' };
export { default as app } from '../../resources/locales/ko/app.json' with { type: 'json' };
export { default as bulk } from '../../resources/locales/ko/bulk.json' with { type: 'json' };
export { default as cascade } from '../../resources/locales/ko/cascade.json' with { type: 'json' };
export { default as cell } from '../../resources/locales/ko/cell.json' with { type: 'json' };
export { default as csf } from '../../resources/locales/ko/csf.json' with { type: 'json' };
export { default as csi } from '../../resources/locales/ko/csi.json' with { type: 'json' };
export { default as customer } from '../../resources/locales/ko/customer.json' with {
  type: 'json',
};
export { default as duplicate } from '../../resources/locales/ko/duplicate.json' with {
  type: 'json',
};
export { default as export } from '../../resources/locales/ko/export.json' with { type: 'json' };
export { default as handling } from '../../resources/locales/ko/handling.json' with {
  type: 'json',
};
export { default as house } from '../../resources/locales/ko/house.json' with { type: 'json' };
export { default as houseFile } from '../../resources/locales/ko/houseFile.json' with {
  type: 'json',
};
export { default as import } from '../../resources/locales/ko/import.json' with { type: 'json' };
export { default as jobs } from '../../resources/locales/ko/jobs.json' with { type: 'json' };
export { default as judgement } from '../../resources/locales/ko/judgement.json' with {
  type: 'json',
};
export { default as kano } from '../../resources/locales/ko/kano.json' with { type: 'json' };
export { default as menu } from '../../resources/locales/ko/menu.json' with { type: 'json' };
export { default as privacy } from '../../resources/locales/ko/privacy.json' with { type: 'json' };
export { default as requirement } from '../../resources/locales/ko/requirement.json' with {
  type: 'json',
};
export { default as round } from '../../resources/locales/ko/round.json' with { type: 'json' };
export { default as survey } from '../../resources/locales/ko/survey.json' with { type: 'json' };
export { default as view } from '../../resources/locales/ko/view.json' with { type: 'json' };
export { default as voc } from '../../resources/locales/ko/voc.json' with { type: 'json' };
export { default as voting } from '../../resources/locales/ko/voting.json' with { type: 'json' };
export { default as workshop } from '../../resources/locales/ko/workshop.json' with {
  type: 'json',
};
export { default as workspace } from '../../resources/locales/ko/workspace.json' with {
  type: 'json',
};
